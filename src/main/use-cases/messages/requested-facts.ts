/**
 * The facts of a message that no step planned: what a customer asked for, what one sends oneself.
 * It lists the items named, due or not, and neither threatens nor claims. A statement tells what
 * is late, what is not due and the credits apart.
 */
import { nextBusinessDay } from '../../../shared/domain/calendar/business-calendar.ts';
import type {
  ItemSection,
  MessageFacts,
  MessageIssuer,
  MessageKind,
  MessageLanguage,
} from '../../../shared/domain/message/message.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { addDays, type CalendarDate, daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { CLAIM_ORIGIN } from '../../../shared/text/next-step.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { type DunningFacts, NO_CHOICE, segmentOfPayer } from '../dunning/dunning-facts.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { messageSender } from './issuer.ts';
import { lineOf, totalsOf } from './message-items.ts';
import { messageRecipient } from './recipient.ts';

/** Calendar days that a message leaves its reader. */
const DEADLINE_DAYS = 8;

export interface RequestedMessage {
  readonly kind: MessageKind;
  readonly customerId: number;
  /** Of one currency. */
  readonly items: readonly OpenItem[];
  /** Null for the address the ledger would choose. */
  readonly to: string | null;
  readonly language: MessageLanguage;
  readonly enclosures: readonly string[];
  /** Said beside the sentence of this customer; empty for nothing. */
  readonly remark?: string;
}

/** What the message states. */
export function requestedFacts(
  company: OpenCompany,
  known: { readonly portfolio: Portfolio; readonly facts: DunningFacts },
  asked: RequestedMessage,
  issuer: MessageIssuer,
): MessageFacts {
  const { portfolio, facts } = known;
  const { today, calendar, settings } = portfolio;
  const { kind, customerId, language, enclosures } = asked;
  const recipient = messageRecipient(company, known, customerId, asked.to);
  const payerId = portfolio.accounts.get(customerId)?.record.payerCustomerId ?? customerId;
  const choice = facts.choices.get(payerId) ?? NO_CHOICE;
  const items = asked.items.map((item) =>
    lineOf(item, portfolio, {
      section: kind === 'statement' ? sectionOf(item, today) : 'due',
      outstandingCents: item.outstandingCents,
      severity: null,
    }),
  );
  const within = (wanted: ItemSection) => items.filter(({ section }) => section === wanted);
  const deadline = nextBusinessDay(addDays(today, DEADLINE_DAYS), calendar);
  return {
    kind,
    tone: segmentOfPayer(payerId, portfolio) ?? 'occasional',
    language,
    issuer,
    sender: messageSender(settings, null),
    recipient,
    currency: asked.items[0]?.currency ?? 'EUR',
    items,
    totals: totalsOf(within('due'), within('to_fall_due'), within('credit')),
    paymentReference: recipient.code,
    today,
    bankDate: portfolio.bankDate,
    deadline,
    deadlineDays: daysBetween(today, deadline),
    previousDates: [],
    nextStep: null,
    charges: null,
    promise: null,
    payment: null,
    dispute: null,
    handOver: null,
    factor: null,
    paymentLink: '',
    origin: CLAIM_ORIGIN[language],
    registeredNumber: '',
    freeSentence: [asked.remark ?? '', choice.freeSentence]
      .filter((sentence) => sentence !== '')
      .join(' '),
    enclosures: [...enclosures],
    answerCode: '',
  };
}

function sectionOf({ outstandingCents, dueDate }: OpenItem, today: CalendarDate): ItemSection {
  if (outstandingCents < 0) return 'credit';
  return dueDate !== null && dueDate >= today ? 'to_fall_due' : 'due';
}
