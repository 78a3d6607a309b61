/**
 * What a formal notice (mise en demeure) must hold before it leaves: fourteen points (LEGAL § 4.2),
 * checked on the message as it was written, by its facts and by its words.
 *
 * The law gives no closed list of mentions, but an ambiguous notice has no effect (Cass. com.,
 * 21 February 2012, 10-24.239): the debtor must know exactly what is owed, why, and by when. A gap
 * that would leave him in doubt blocks; the others are for a person to confirm.
 *
 * A template is checked when it is saved. This looks at the message itself, which a person may have
 * changed by hand, and at what no template can know: the amounts, the parties, the reminders.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { sumCents } from '../../kernel/cents.ts';
import { ibanProblemOf } from '../bank-account/iban.ts';
import { isSiren } from '../company/siren.ts';
import type { Charges } from '../interest/charges.ts';
import { debtorKindOf } from '../interest/charges.ts';
import type { ItemSection, MessageContent, MessageFacts, MessageLanguage } from './message.ts';

/** In the order of the checklist, numbered from 1. */
export const FORMAL_NOTICE_POINTS = [
  'title',
  'place_and_date',
  'parties',
  'origin',
  'items',
  'charges',
  'total',
  'deadline',
  'payment',
  'consequence',
  'article',
  'contact',
  'signature',
  'enclosures',
] as const;
export type FormalNoticePoint = (typeof FORMAL_NOTICE_POINTS)[number];

export interface FormalNoticeFacts {
  readonly message: MessageFacts;
  readonly content: MessageContent;
  /** The address is that of the registered office, and the name that of the legal person. */
  readonly isHeadOffice: boolean;
  /** Items of which a reminder really went, by `receivableId`. */
  readonly reminded: ReadonlySet<number>;
  /** The computation the charges of the message come from; null where none was made. */
  readonly charges: Charges | null;
}

export interface ChecklistPoint {
  readonly number: number;
  readonly point: FormalNoticePoint;
  readonly state: 'ok' | 'missing' | 'to_confirm';
  readonly gaps: readonly FormalNoticeGap[];
}

export interface FormalNoticeCheck {
  /** The fourteen points, in their order. */
  readonly points: readonly ChecklistPoint[];
  /** A point is missing: the notice may not leave. */
  readonly isBlocked: boolean;
}

/** The message, and what several points read of it. */
interface Reading extends FormalNoticeFacts {
  /** Every word of the body. */
  readonly text: string;
  readonly words: Words;
  readonly isConsumer: boolean;
  readonly isFrench: boolean;
}

interface Rule {
  readonly point: FormalNoticePoint;
  readonly isBlocking: boolean;
  readonly isMet: (reading: Reading) => boolean;
}

/** The usual delays; another one is lawful and asked about. */
const USUAL_DEADLINES: readonly number[] = [8, 15];

interface Words {
  readonly title: string;
  readonly court: RegExp;
  readonly dispute: RegExp;
  /** From when the delay counts. */
  readonly start: RegExp;
  /** What only a creditor with an enforceable title may announce. */
  readonly enforcement: RegExp;
  /** What a consumer does not owe (LEGAL § 4.3). */
  readonly business: RegExp;
}

const WORDS: Readonly<Record<MessageLanguage, Words>> = {
  fr: {
    title: 'MISE EN DEMEURE',
    court: /procédure|tribuna|juridiction|justice|judiciaire/iu,
    dispute: /contest|réclam|désaccord|amiable/iu,
    start: /première présentation|réception/iu,
    enforcement: /\bsaisies?\b|huissier|titre exécutoire/iu,
    business: /pénalité|indemnité forfaitaire|L\.?[\s\u00a0]?441-10|D\.?[\s\u00a0]?441-5/iu,
  },
  en: {
    title: 'FORMAL NOTICE',
    court: /proceedings|court/iu,
    dispute: /dispute|object|contest|amicabl/iu,
    start: /first presentation|receipt/iu,
    enforcement: /bailiff|\bseiz|enforceable title/iu,
    business:
      /late[- ]payment interest|penalt|fixed (?:recovery )?compensation|L\.?[\s\u00a0]?441-10/iu,
  },
};

const RULES = {
  title_absent: must('title', ({ words, content }) => content.subject.includes(words.title)),
  place_absent: must('place_and_date', ({ message }) => isFilled(message.issuer.city)),
  issuer_incomplete: must('parties', ({ message: { issuer } }) => {
    const hasSiren = (
      issuer.mentions.match(/\d{3}[\s\u00a0\u202f]?\d{3}[\s\u00a0\u202f]?\d{3}/gu) ?? []
    ).some(isSiren);
    return isFilled(issuer.name) && issuer.addressLines.length > 0 && hasSiren;
  }),
  recipient_address_absent: must(
    'parties',
    ({ message: { recipient } }) => isFilled(recipient.name) && recipient.addressLines.length > 0,
  ),
  recipient_siren_absent: must(
    'parties',
    ({ message, isConsumer, isFrench }) =>
      isConsumer || !isFrench || isSiren(message.recipient.siren),
  ),
  head_office_unconfirmed: ask(
    'parties',
    ({ isConsumer, isHeadOffice }) => isConsumer || isHeadOffice,
  ),
  origin_absent: must('origin', ({ message }) => isFilled(message.origin)),
  items_absent: must(
    'items',
    ({ message, content }) => sectionOf(message, 'due').length > 0 && hasBlock(content, 'items'),
  ),
  item_not_overdue: must('items', ({ message }) =>
    sectionOf(message, 'due').every(({ dueDate }) => isBefore(dueDate, message.today)),
  ),
  item_totals_differ: must('items', ({ message }) => hasRightTotals(message)),
  item_never_reminded: ask('items', ({ message, reminded }) =>
    sectionOf(message, 'due').every(
      ({ receivableId }) => receivableId !== null && reminded.has(receivableId),
    ),
  ),
  variant_wrong: must(
    'charges',
    ({ message, isConsumer }) => (message.kind === 'formal_notice_consumer') === isConsumer,
  ),
  consumer_overcharged: must('charges', (reading) => !reading.isConsumer || isLawful(reading)),
  charges_differ: must('charges', ({ message, charges }) => {
    if (message.charges === null || charges === null) return message.charges === null;
    const { interestCents, indemnityCents } = message.charges;
    return interestCents === charges.interestCents && indemnityCents === charges.feeCents;
  }),
  charges_unexplained: ask(
    'charges',
    ({ message, charges, isConsumer }) =>
      isConsumer || message.charges !== null || (charges !== null && isExplained(charges)),
  ),
  rate_missing: ask('charges', ({ charges }) => charges === null || charges.missing.length === 0),
  rate_unconfirmed: ask(
    'charges',
    ({ charges }) => charges === null || charges.rates.every((rate) => rate.isConfirmed),
  ),
  rate_below_floor: ask(
    'charges',
    ({ charges }) => charges === null || charges.rates.every((rate) => rate.belowFloor === null),
  ),
  total_differs: must('total', ({ message: { totals, charges } }) => {
    if (charges === null) return totals.dueCents > 0;
    const { interestCents, indemnityCents, totalCents } = charges;
    return totals.dueCents > 0 && totalCents === totals.dueCents + interestCents + indemnityCents;
  }),
  total_unsaid: must('total', ({ message, content, text }) => {
    const total = message.charges?.totalCents ?? message.totals.dueCents;
    if (hasBlock(content, message.charges === null ? 'totals' : 'charges')) return true;
    const figures = text.replace(/(?<=\d)[\s.,\u00a0\u202f](?=\d)/gu, '');
    return new RegExp(`(?<!\\d)${total}(?!\\d)`, 'u').test(figures);
  }),
  deadline_absent: must('deadline', ({ message, text }) => {
    const isSaid = new RegExp(`(?<!\\d)${message.deadlineDays}(?!\\d)`, 'u').test(text);
    return message.deadlineDays > 0 && isBefore(message.today, message.deadline) && isSaid;
  }),
  deadline_start_absent: must('deadline', ({ text, words }) => words.start.test(text)),
  deadline_unusual: ask('deadline', ({ message }) =>
    USUAL_DEADLINES.includes(message.deadlineDays),
  ),
  iban_invalid: must('payment', ({ message }) => ibanProblemOf(message.issuer.bank.iban) === null),
  payment_unsaid: must(
    'payment',
    ({ message, content, text }) =>
      hasBlock(content, 'bank') ||
      withoutSpaces(text).includes(withoutSpaces(message.issuer.bank.iban)),
  ),
  reference_absent: ask('payment', ({ message }) => isFilled(message.paymentReference)),
  consequence_absent: must('consequence', ({ text, words }) => words.court.test(text)),
  title_claimed: ask('consequence', ({ text, words }) => !words.enforcement.test(text)),
  article_absent: must('article', ({ text }) => /article[\s\u00a0\u202f]1344(?!-)/iu.test(text)),
  translation_only: ask(
    'article',
    ({ message, isFrench }) => message.language === 'fr' || !isFrench,
  ),
  contact_absent: must('contact', ({ message: { sender, issuer } }) =>
    [sender.phone, sender.email, issuer.phone, issuer.email].some(isFilled),
  ),
  dispute_channel_unsaid: ask('contact', ({ text, words }) => words.dispute.test(text)),
  mediator_absent: ask('contact', ({ message: { issuer }, isConsumer, text }) => {
    return !isConsumer || (isFilled(issuer.mediator) && text.includes(issuer.mediator));
  }),
  signature_absent: must(
    'signature',
    ({ message: { sender }, content, text }) =>
      isFilled(sender.name) && (hasBlock(content, 'signature') || text.includes(sender.name)),
  ),
  capacity_absent: must('signature', ({ message }) => isFilled(message.sender.title)),
  enclosures_absent: ask('enclosures', ({ message }) => message.enclosures.length > 0),
} as const satisfies Readonly<Record<string, Rule>>;

export type FormalNoticeGap = keyof typeof RULES;
export const FORMAL_NOTICE_GAPS = Object.keys(RULES) as readonly FormalNoticeGap[];

/** The fourteen points of a formal notice, and whether it may leave. */
export function checkFormalNotice(facts: FormalNoticeFacts): FormalNoticeCheck {
  const { recipient } = facts.message;
  const reading: Reading = {
    ...facts,
    text: facts.content.blocks
      .map((block) => (block.kind === 'paragraph' ? block.text : ''))
      .join('\n'),
    words: WORDS[facts.message.language],
    isConsumer: debtorKindOf(recipient.profile) === 'consumer',
    isFrench: recipient.countryCode === '' || recipient.countryCode === 'FR',
  };
  const found = FORMAL_NOTICE_GAPS.filter((gap) => !RULES[gap].isMet(reading));
  const points = FORMAL_NOTICE_POINTS.map((point, index): ChecklistPoint => {
    const gaps = found.filter((gap) => RULES[gap].point === point);
    return { number: index + 1, point, state: stateOf(gaps), gaps };
  });
  return { points, isBlocked: points.some(({ state }) => state === 'missing') };
}

/** Whether a gap keeps the notice from leaving. */
export function isBlockingGap(gap: FormalNoticeGap): boolean {
  return RULES[gap].isBlocking;
}

function stateOf(gaps: readonly FormalNoticeGap[]): ChecklistPoint['state'] {
  if (gaps.some(isBlockingGap)) return 'missing';
  return gaps.length > 0 ? 'to_confirm' : 'ok';
}

/** A rule without which the notice may not leave. */
function must(point: FormalNoticePoint, isMet: Rule['isMet']): Rule {
  return { point, isBlocking: true, isMet };
}

/** A rule that a person may pass over. */
function ask(point: FormalNoticePoint, isMet: Rule['isMet']): Rule {
  return { point, isBlocking: false, isMet };
}

function sectionOf(message: MessageFacts, section: ItemSection): MessageFacts['items'] {
  return message.items.filter((item) => item.section === section);
}

/** The totals are the sums of the lines, credits taken off. */
function hasRightTotals(message: MessageFacts): boolean {
  const sum = (section: ItemSection) =>
    sumCents(sectionOf(message, section).map(({ outstandingCents }) => outstandingCents));
  const { overdueCents, creditsCents, dueCents } = message.totals;
  return (
    overdueCents === sum('due') &&
    creditsCents === Math.abs(sum('credit')) &&
    dueCents === overdueCents - creditsCents
  );
}

/** A consumer is asked for the legal rate at most, and for no 40 €. */
function isLawful({ message, content, charges, text, words }: Reading): boolean {
  const hasFee = (message.charges?.indemnityCents ?? 0) > 0;
  const hasOtherRate = (charges?.rates ?? []).some(({ basis }) => basis !== 'legal');
  return !(hasFee || hasOtherRate || words.business.test(`${content.subject}\n${text}`));
}

/** Nothing is asked for because everything was waived, or because nothing is due. */
function isExplained(charges: Charges): boolean {
  return charges.items.every(
    ({ decision, interest, noFee }) =>
      decision === 'waive' || (interest !== null && interest.none !== null && noFee !== null),
  );
}

function hasBlock(
  content: MessageContent,
  kind: MessageContent['blocks'][number]['kind'],
): boolean {
  return content.blocks.some((block) => block.kind === kind);
}

function isBefore(day: CalendarDate | null, other: CalendarDate): boolean {
  return day !== null && day < other;
}

function isFilled(text: string): boolean {
  return text.trim() !== '';
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/gu, '');
}
