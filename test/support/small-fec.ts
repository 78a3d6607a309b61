/** A small year of entries that holds one of each thing a FEC can hold, and what it must give. */
import type { Counterpart } from '../../src/shared/domain/statement/statement.ts';
import { type CalendarDate, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { cents } from '../../src/shared/kernel/cents.ts';
import type { FecLineText } from './fec-writer.ts';

type Part = readonly [
  account: string,
  amountCents: number,
  more?: Partial<FecLineText> & { answer?: Counterpart },
];

interface SmallEntry {
  readonly journal: readonly [string, string];
  readonly number: string;
  readonly day: string;
  readonly document: string;
  readonly label: string;
  readonly parts: readonly Part[];
}

const SALES = ['VE', 'Ventes'] as const;
const BANK = ['BQ', 'Banque'] as const;
const LABELS: Readonly<Record<string, string>> = {
  '120000': 'Résultat',
  '401000': 'Fournisseurs',
  '411000': 'Clients',
  '413000': 'Clients, effets à recevoir',
  '445710': 'TVA collectée',
  '512000': 'Banque',
  '530000': 'Caisse',
  '607000': 'Achats',
  '658000': 'Charges diverses',
  '707000': 'Ventes de marchandises',
};
const DUPONT = { auxiliary: 'C001', auxiliaryLabel: 'Dupont & Frères' };
const LEFEVRE = { auxiliary: 'C002', auxiliaryLabel: 'Éts Lefèvre' };

export const SMALL_ENTRIES: readonly SmallEntry[] = [
  {
    journal: ['AN', 'A nouveaux'],
    number: '1',
    day: '2026-01-01',
    document: 'RAN',
    label: 'Report à nouveau',
    parts: [
      ['411000', 67_520, { ...DUPONT, answer: 'opening' }],
      ['120000', -67_520],
    ],
  },
  {
    journal: SALES,
    number: '2',
    day: '2026-01-05',
    document: 'FA 001',
    label: 'Facture n° 1 Dupont',
    parts: [
      [
        '411000',
        123_456,
        {
          ...DUPONT,
          letter: 'A',
          letteredOn: calendarDate('2026-02-10'),
          dueDate: calendarDate('2026-02-04'),
          answer: 'sales',
        },
      ],
      ['707000', -102_880],
      ['445710', -20_576],
    ],
  },
  {
    journal: SALES,
    number: '3',
    day: '2026-01-20',
    document: 'AV 002',
    label: 'Avoir à déduire',
    parts: [
      ['411000', -1200, { ...LEFEVRE, answer: 'sales' }],
      ['707000', 1000],
      ['445710', 200],
    ],
  },
  {
    journal: BANK,
    number: '4',
    day: '2026-02-10',
    document: 'VIR7',
    label: 'Virement reçu',
    parts: [
      ['512000', 123_456],
      [
        '411000',
        -123_456,
        { ...DUPONT, letter: 'A', letteredOn: calendarDate('2026-02-10'), answer: 'bank' },
      ],
    ],
  },
  {
    journal: ['CA', 'Caisse'],
    number: '5',
    day: '2026-02-11',
    document: '',
    label: 'Espèces',
    parts: [
      ['530000', 1895],
      [
        '411000',
        -1895,
        { auxiliary: 'DIV', auxiliaryLabel: 'Clients divers', letter: 'b', answer: 'cash' },
      ],
    ],
  },
  {
    journal: ['OD', 'Opérations diverses'],
    number: '6',
    day: '2026-03-31',
    document: 'OD16',
    label: 'Compensation',
    parts: [
      ['401000', 50_000, { auxiliary: 'F9', auxiliaryLabel: 'Fournisseur' }],
      ['411000', -50_000, { ...DUPONT, answer: 'supplier' }],
    ],
  },
  {
    journal: ['OD', 'Opérations diverses'],
    number: '8',
    day: '2026-03-31',
    document: 'LCR 3',
    label: 'Effet accepté',
    parts: [
      ['413000', 30_000, { ...LEFEVRE, answer: 'customer' }],
      ['411000', -30_000, { ...LEFEVRE, answer: 'bill' }],
    ],
  },
  {
    journal: BANK,
    number: '7',
    day: '2026-12-31',
    document: 'VIR8',
    label: 'Net à recevoir, reçu',
    parts: [
      ['512000', 692_178],
      ['401000', 102_352, { auxiliary: 'F9', auxiliaryLabel: 'Fournisseur' }],
      ['411000', -794_530, { ...LEFEVRE, isProvisional: true, answer: 'mixed' }],
    ],
  },
];

/** The lines of the year, as `writeFec` takes them. */
export const SMALL_LINES: readonly FecLineText[] = SMALL_ENTRIES.flatMap((entry) =>
  entry.parts.map(([account, amountCents, more]): FecLineText => {
    const { answer: _answer, ...written } = more ?? {};
    return {
      journalCode: entry.journal[0],
      journalLabel: entry.journal[1],
      entryNumber: entry.number,
      date: calendarDate(entry.day),
      account,
      accountLabel: LABELS[account] ?? '',
      document: entry.document,
      label: entry.label,
      amountCents: cents(amountCents),
      ...written,
    };
  }),
);

export interface SmallRecord {
  readonly customerCode: string;
  readonly ledgerAccountCode: string;
  readonly ledgerAccountLabel: string;
  readonly journalCode: string;
  readonly journalLabel: string;
  readonly entryNumber: string;
  readonly lineDate: CalendarDate;
  readonly documentNumber: string;
  readonly documentDate: CalendarDate | null;
  readonly label: string;
  readonly amountCents: number;
  readonly currency: string;
  readonly letter: string | null;
  readonly letteredOnDate: CalendarDate | null;
  readonly counterpart: Counterpart;
  readonly isOpening: boolean;
  readonly statedDueDate: CalendarDate | null;
  readonly paymentMethod: string | null;
}

/** What the customer lines of the year are, worked out from the entries alone. */
export function smallRecords(hasDueDates: boolean): SmallRecord[] {
  return SMALL_ENTRIES.flatMap((entry) =>
    entry.parts.flatMap(([account, amountCents, more]): SmallRecord[] => {
      if (more?.answer === undefined) return [];
      return [
        {
          customerCode: more.auxiliary ?? account,
          ledgerAccountCode: account,
          ledgerAccountLabel: LABELS[account] ?? '',
          journalCode: entry.journal[0],
          journalLabel: entry.journal[1],
          entryNumber: entry.number,
          lineDate: calendarDate(entry.day),
          documentNumber: entry.document,
          documentDate: calendarDate(entry.day),
          label: entry.label,
          amountCents,
          currency: 'EUR',
          letter: more.letter ?? null,
          letteredOnDate: more.letteredOn ?? null,
          counterpart: more.answer,
          isOpening: entry.journal[0] === 'AN',
          statedDueDate: (hasDueDates ? more.dueDate : null) ?? null,
          paymentMethod: null,
        },
      ];
    }),
  );
}
