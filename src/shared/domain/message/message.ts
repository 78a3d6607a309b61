/**
 * A message to a payer, whatever its channel: the facts it states, and its content once written.
 *
 * A template is words with placeholders; it never holds HTML. Written with facts it gives blocks
 * (paragraphs, tables, bank details …), which the e-mail turns into HTML and text and the letter
 * into pages. So the screen, the mail and the letter say the same, and nothing in a customer's name
 * can become markup.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { Tone } from '../dunning/scenario.ts';
import type { Severity } from '../dunning/severity.ts';
import type { CustomerProfile } from '../payer/profile.ts';

export type MessageLanguage = 'fr' | 'en';

/** What the message is for; each has a template of that key. */
export const MESSAGE_KINDS = [
  'notice',
  'reminder_1',
  'reminder_2',
  'reminder_3',
  'formal_notice',
  'formal_notice_consumer',
  'thank_you',
  'thank_you_late',
  'promise_confirmation',
  'promise_broken',
  'dispute_received',
  'statement',
  'duplicates',
  'hand_over',
  'call_script',
  'sms',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export type ItemSection = 'due' | 'to_fall_due' | 'credit';

export interface MessageItem {
  readonly receivableId: number | null;
  /** Account under which the line stands: a payer may have several. */
  readonly customerCode: string;
  readonly customerName: string;
  readonly section: ItemSection;
  readonly documentNumber: string;
  readonly documentDate: CalendarDate;
  readonly dueDate: CalendarDate | null;
  readonly amountCents: Cents;
  /** Signed; what is asked for, or the credit taken off. */
  readonly outstandingCents: Cents;
  readonly daysLate: number | null;
  readonly severity: Severity | null;
  /** Late-payment interest stated with the line; null where none is. */
  readonly interestCents: Cents | null;
}

export interface Picture {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly base64: string;
}

/** The company that writes. */
export interface MessageIssuer {
  readonly name: string;
  /** Legal form, capital, registered office, SIREN and RCS: C. com. R123-237 and R123-238. */
  readonly mentions: string;
  readonly addressLines: readonly string[];
  readonly city: string;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
  readonly logo: Picture | null;
  /** Mediator of consumer disputes, with his address (C. conso. L616-1); empty for none. */
  readonly mediator: string;
  /** Where the payer pays: the company's own account, or the factor's for assigned items. */
  readonly bank: {
    readonly holder: string;
    readonly iban: string;
    readonly bic: string;
    readonly bankName: string;
  };
}

/** Items of a message that are to be paid to a factor. */
export interface FactorPart {
  readonly name: string;
  readonly iban: string;
  readonly documentNumbers: readonly string[];
  readonly amountCents: Cents;
}

/** The person who signs. */
export interface MessageSender {
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone: string;
}

export interface MessageRecipient {
  readonly payerId: number;
  readonly code: string;
  readonly name: string;
  readonly siren: string;
  /** Null when unknown: written to as a business. */
  readonly profile: CustomerProfile | null;
  /** ISO 3166-1, two letters; empty for unknown, which reads as France. */
  readonly countryCode: string;
  /** Lines of the address block without the name, the town last. */
  readonly addressLines: readonly string[];
  /** Empty for none. */
  readonly contactName: string;
  readonly email: string;
}

/** What the law or the contract adds; null in a message that claims nothing. */
export interface MessageCharges {
  readonly interestCents: Cents;
  /** For instance « 12,15 % ». */
  readonly rateLabel: string;
  readonly indemnityCents: Cents;
  readonly indemnityCount: number;
  readonly computedTo: CalendarDate;
  /** What is asked for with them: `totals.dueCents` + interest + indemnity. */
  readonly totalCents: Cents;
}

/** The third party that recovers from now on (LEGAL § 4.4). */
export interface HandOver {
  readonly agentName: string;
  /** For instance « commissaire de justice ». */
  readonly agentQuality: string;
  readonly agentAddress: string;
  readonly fileReference: string;
  readonly formalNoticeOn: CalendarDate | null;
}

export interface MessageFacts {
  readonly kind: MessageKind;
  readonly tone: Tone;
  readonly language: MessageLanguage;
  readonly issuer: MessageIssuer;
  readonly sender: MessageSender;
  readonly recipient: MessageRecipient;
  /** One currency a message. */
  readonly currency: string;
  readonly items: readonly MessageItem[];
  readonly totals: {
    readonly overdueCents: Cents;
    readonly notDueCents: Cents;
    /** Usable credits taken off, above zero. */
    readonly creditsCents: Cents;
    /** What is asked for now: overdue less credits. */
    readonly dueCents: Cents;
  };
  /** What the payer writes on his transfer. */
  readonly paymentReference: string;
  readonly today: CalendarDate;
  /** « Règlements pris en compte jusqu'au »; null when nothing of the bank is known. */
  readonly bankDate: CalendarDate | null;
  /** Day by which payment or an answer is asked. */
  readonly deadline: CalendarDate;
  readonly deadlineDays: number;
  /** Days on which reminders of these items really went, oldest first. */
  readonly previousDates: readonly CalendarDate[];
  readonly nextStep: { readonly label: string; readonly on: CalendarDate } | null;
  readonly charges: MessageCharges | null;
  readonly promise: {
    readonly amountCents: Cents;
    readonly on: CalendarDate;
    readonly method: string;
  } | null;
  readonly payment: {
    readonly amountCents: Cents;
    readonly receivedOn: CalendarDate;
    readonly documents: readonly string[];
    readonly balanceCents: Cents;
  } | null;
  readonly dispute: {
    readonly reference: string;
    readonly reason: string;
    readonly owner: string;
    readonly answerBy: CalendarDate | null;
    readonly amountCents: Cents;
  } | null;
  readonly handOver: HandOver | null;
  /** The factor to whom these items are assigned, paid in our stead; null for our own items. */
  readonly factor: { readonly name: string; readonly contractNumber: string } | null;
  /** Of a message of own and assigned items: what is to be paid to whom; absent for none. */
  readonly factorParts?: readonly FactorPart[];
  /** Address of a payment page (https); empty for none. */
  readonly paymentLink: string;
  /** Origin of the claim for a formal notice (contract, order, delivery); empty for none. */
  readonly origin: string;
  readonly registeredNumber: string;
  /** Written by the user for this customer; empty for none. */
  readonly freeSentence: string;
  readonly enclosures: readonly string[];
  /** Code of the message in its answer links (F8); empty for none. */
  readonly answerCode: string;
}

export type MessageBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'totals' }
  | { readonly kind: 'charges' }
  | { readonly kind: 'bank' }
  | { readonly kind: 'answers' }
  | { readonly kind: 'signature' };

/** A message written: what the channels lay out, beside its facts. */
export interface MessageContent {
  readonly subject: string;
  readonly blocks: readonly MessageBlock[];
}

export interface MessageTemplate {
  /** A `MessageKind`, or the user's own key. */
  readonly templateKey: string;
  /** What it is for; its own key when it is a shipped one. */
  readonly kind: MessageKind;
  readonly language: MessageLanguage;
  readonly tone: Tone;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}
