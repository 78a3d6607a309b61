/** A formal notice that lacks nothing, and the pieces it is made of, for tests of its checklist. */
import type { Charges } from '../../src/shared/domain/interest/charges.ts';
import { chargesOf, messageChargesOf } from '../../src/shared/domain/interest/charges.ts';
import type { FormalNoticeFacts } from '../../src/shared/domain/message/formal-notice-checklist.ts';
import type {
  MessageBlock,
  MessageContent,
  MessageFacts,
  MessageItem,
} from '../../src/shared/domain/message/message.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import type { Circumstances } from './late-invoices.ts';
import { circumstances, lateInvoice } from './late-invoices.ts';
import { euros } from './open-items.ts';

export const TODAY = calendarDate('2026-06-30');
/** The words of a notice to a business. */
export const BODY =
  'En exécution du marché, restent impayées les factures ci-dessous. La présente vaut mise en demeure ' +
  'au sens de l’article 1344 du code civil : réglez-nous dans un délai de 8 jours à compter de la ' +
  'première présentation. À défaut, nous saisirons le tribunal. Si vous contestez, écrivez-nous.';
type Block = Exclude<MessageBlock['kind'], 'paragraph'>;
const BLOCKS: readonly Block[] = ['items', 'charges', 'bank', 'signature'];

/** A notice of these words and blocks. */
export function contentOf(
  body: string = BODY,
  blocks: readonly Block[] = BLOCKS,
  subject = 'MISE EN DEMEURE DE PAYER – 12 159,84 €',
): MessageContent {
  return {
    subject,
    blocks: [{ kind: 'paragraph', text: body }, ...blocks.map((kind) => ({ kind }))],
  };
}

export const dueItem: MessageItem = {
  receivableId: 1,
  customerCode: 'C1',
  customerName: 'Charpentes Delorme',
  section: 'due',
  documentNumber: 'F1',
  documentDate: calendarDate('2026-05-01'),
  dueDate: calendarDate('2026-05-31'),
  amountCents: euros(12_000),
  outstandingCents: euros(12_000),
  daysLate: 30,
  severity: 'reminder_3',
  interestCents: 11_984,
};
export const creditItem: MessageItem = {
  ...dueItem,
  receivableId: 2,
  section: 'credit',
  documentNumber: 'A1',
  dueDate: null,
  amountCents: euros(-100),
  outstandingCents: euros(-100),
};

/** The charges of the invoice, up to the day of the notice unless said otherwise. */
export function chargesAt(
  part: Circumstances = {},
  item: Parameters<typeof lateInvoice>[0] = {},
): Charges {
  return chargesOf([lateInvoice(item)], circumstances({ upTo: TODAY, ...part }));
}

export const MESSAGE: MessageFacts = {
  kind: 'formal_notice',
  tone: 'chronic',
  language: 'fr',
  issuer: {
    name: 'Vauclair Matériaux',
    mentions: 'SAS au capital de 150 000 € – 732 829 320 RCS Poitiers',
    addressLines: ['14 rue des Carriers', '86170 Avanton'],
    city: 'Avanton',
    phone: '05 36 49 00 14',
    email: '',
    website: '',
    logo: null,
    mediator: 'Médiation de la consommation, 86000 Poitiers',
    bank: {
      holder: 'Vauclair Matériaux',
      iban: 'FR1420041010050500013M02606',
      bic: 'PSSTFRPPPAR',
      bankName: '',
    },
  },
  sender: { name: 'Claire Moreau', title: 'Responsable recouvrement', email: '', phone: '' },
  recipient: {
    payerId: 1,
    code: 'C1',
    name: 'Charpentes Delorme',
    siren: '552100554',
    profile: 'sme',
    countryCode: 'FR',
    addressLines: ['8 chemin des Scieries', '86000 Poitiers'],
    contactName: '',
    email: '',
  },
  currency: 'EUR',
  items: [dueItem],
  totals: { overdueCents: euros(12_000), notDueCents: 0, creditsCents: 0, dueCents: euros(12_000) },
  paymentReference: 'C1',
  today: TODAY,
  bankDate: TODAY,
  deadline: calendarDate('2026-07-08'),
  deadlineDays: 8,
  previousDates: [],
  nextStep: null,
  charges: messageChargesOf(chargesAt(), euros(12_000), '12,15 %'),
  promise: null,
  payment: null,
  dispute: null,
  handOver: null,
  factor: null,
  paymentLink: '',
  origin: 'marché du 2 mars 2026',
  registeredNumber: '',
  freeSentence: '',
  enclosures: ['Factures'],
  answerCode: '',
};

export const COMPLETE: FormalNoticeFacts = {
  message: MESSAGE,
  content: contentOf(),
  isHeadOffice: true,
  reminded: new Set([1]),
  charges: chargesAt(),
};
