/**
 * A made-up message, for the editor's preview and for tests: one payer with two accounts, items of
 * every section, and what each kind of message needs.
 *
 * Nothing comes from a clock: days are counted from the day given.
 */
import type { Tone } from '../../shared/domain/dunning/scenario.ts';
import { answerCodeOf } from '../../shared/domain/message/answer-code.ts';
import type {
  MessageFacts,
  MessageItem,
  MessageKind,
  MessageLanguage,
} from '../../shared/domain/message/message.ts';
import { addDays, type CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { type Cents, sumCents } from '../../shared/kernel/cents.ts';
import { EXAMPLE_COMPANY, EXAMPLE_WORDS } from '../../shared/text/example-message.ts';

export interface ExampleForm {
  readonly kind: MessageKind;
  readonly tone: Tone;
  readonly language: MessageLanguage;
  readonly today: CalendarDate;
}

/** Facts such as a real message of this kind would have. */
export function exampleFacts(form: ExampleForm): MessageFacts {
  const { kind, language, today } = form;
  const words = EXAMPLE_WORDS[language];
  const isConsumer = kind === 'formal_notice_consumer';
  const isBusinessClaim = kind === 'formal_notice' || kind === 'reminder_3' || kind === 'hand_over';
  const items = itemsOf(kind, today);
  const totals = totalsOf(items);
  const charges = {
    interestCents: 18_243,
    rateLabel: words.rate,
    indemnityCents: 12_000,
    indemnityCount: 3,
    computedTo: today,
    totalCents: totals.dueCents + 18_243 + 12_000,
  };
  return {
    ...form,
    issuer: ISSUER,
    sender: { ...SENDER, title: words.title },
    recipient: {
      payerId: 1,
      code: 'C0042',
      name: isConsumer ? words.consumer : 'Charpentes Delorme',
      siren: isConsumer ? '' : '900000027',
      profile: isConsumer ? 'consumer' : 'sme',
      countryCode: 'FR',
      addressLines: ['8 chemin des Scieries', '86000 Poitiers'],
      contactName: words.contact,
      email: 'compta@charpentes-delorme.example',
    },
    currency: 'EUR',
    items,
    totals,
    paymentReference: 'C0042',
    bankDate: addDays(today, -3),
    deadline: addDays(today, 8),
    deadlineDays: 8,
    previousDates: [addDays(today, -31), addDays(today, -14)],
    nextStep: { label: words.nextStep, on: addDays(today, 12) },
    charges: isBusinessClaim ? charges : null,
    ...occasionOf(kind, today, language),
    factor: null,
    paymentLink: '',
    origin: words.origin,
    registeredNumber: kind === 'formal_notice' ? '1A 123 456 7890 1' : '',
    freeSentence: '',
    enclosures: words.enclosures,
    answerCode: answerCodeOf(1042),
  };
}

const ISSUER: MessageFacts['issuer'] = { ...EXAMPLE_COMPANY, logo: null };

const SENDER = {
  name: 'Claire Moreau',
  email: 'c.moreau@vauclair-materiaux.example',
  phone: '05 36 49 00 21',
};

const ACCOUNTS = [
  { customerCode: 'C0042', customerName: 'Charpentes Delorme' },
  { customerCode: 'C0043', customerName: 'Charpentes Delorme – Niort' },
] as const;

// account, section, number, days from today (of the document, of its due date), amount, left
type Row = readonly [0 | 1, MessageItem['section'], string, number, number | null, Cents, Cents];
const LATE: readonly Row[] = [
  [0, 'due', 'FA-2026-00871', -92, -47, 480_000, 320_000],
  [0, 'due', 'FA-2026-00964', -64, -19, 125_040, 125_040],
  [1, 'due', 'FA-2026-01012', -58, -13, 89_990, 89_990],
  [0, 'credit', 'AV-2026-00057', -40, null, -24_000, -24_000],
];
const COMING: readonly Row[] = [
  [0, 'to_fall_due', 'FA-2026-01188', -23, 7, 248_050, 248_050],
  [1, 'to_fall_due', 'FA-2026-01201', -20, 10, 61_200, 61_200],
];

/** Before the due date nothing is late; a thank-you lists nothing. */
function itemsOf(kind: MessageKind, today: CalendarDate): MessageItem[] {
  if (kind === 'thank_you') return [];
  return [...(kind === 'notice' ? [] : LATE), ...COMING].map(
    ([account, section, documentNumber, documentDays, dueDays, amountCents, outstandingCents]) => ({
      receivableId: null,
      ...ACCOUNTS[account],
      section,
      documentNumber,
      documentDate: addDays(today, documentDays),
      dueDate: dueDays === null ? null : addDays(today, dueDays),
      amountCents,
      outstandingCents,
      daysLate: dueDays !== null && dueDays < 0 ? -dueDays : null,
      severity: section === 'due' ? 'reminder_1' : null,
      interestCents: null,
    }),
  );
}

function totalsOf(items: readonly MessageItem[]): MessageFacts['totals'] {
  const sum = (section: MessageItem['section']) =>
    sumCents(items.filter((item) => item.section === section).map((item) => item.outstandingCents));
  const overdueCents = sum('due');
  const creditsCents = Math.abs(sum('credit'));
  return {
    overdueCents,
    notDueCents: sum('to_fall_due'),
    creditsCents,
    dueCents: overdueCents - creditsCents,
  };
}

type Occasion = Pick<MessageFacts, 'promise' | 'payment' | 'dispute' | 'handOver'>;

/** What happened that this kind of message speaks of. */
function occasionOf(kind: MessageKind, today: CalendarDate, language: MessageLanguage): Occasion {
  const words = EXAMPLE_WORDS[language];
  const isPromise = kind === 'promise_confirmation' || kind === 'promise_broken';
  const isThanks = kind === 'thank_you' || kind === 'thank_you_late';
  return {
    promise: isPromise
      ? {
          amountCents: 511_030,
          on: addDays(today, kind === 'promise_broken' ? -5 : 5),
          method: 'transfer',
        }
      : null,
    payment: isThanks
      ? {
          amountCents: 320_000,
          receivedOn: addDays(today, -2),
          documents: ['FA-2026-00871'],
          balanceCents: kind === 'thank_you' ? 0 : 191_030,
        }
      : null,
    dispute:
      kind === 'dispute_received'
        ? {
            reference: 'L-0027',
            reason: words.disputeReason,
            owner: 'Hugo Vallet',
            answerBy: addDays(today, 10),
            amountCents: 125_040,
          }
        : null,
    handOver:
      kind === 'hand_over'
        ? {
            agentName: words.agentName,
            agentQuality: words.agentQuality,
            agentAddress: '5 boulevard du Palais, 86000 Poitiers',
            fileReference: 'D-2026-0311',
            formalNoticeOn: addDays(today, -20),
          }
        : null,
  };
}
