/**
 * What a line of a customer account is: an item (something owed, or a credit note) or a payment,
 * and of which nature.
 *
 * An amount that leaves the account is not always money (PRACTICE R6): the counterpart says what
 * it is, and where it does not (an entry that mixes a month of bank lines with suppliers) the
 * nature is unknown and asked once per pattern. Money that leaves us towards the customer is a
 * payment returned; whether it is a refund or a rejected payment needs the other lines and is
 * decided in `money-returned.ts`.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays } from '../../kernel/calendar-date.ts';
import type { AccountRole } from '../statement/account-role.ts';
import { plainWords } from '../statement/label-words.ts';
import type { Counterpart } from '../statement/statement.ts';
import { documentKeyOf } from './document-key.ts';
import type { FactLine, InterpretedPayment, ItemKind, SettlementNature } from './interpretation.ts';

/** Differences up to this amount are roundings, not documents. Five euros. */
export const ROUNDING_CENTS_MAX = 500;

export type LineMeaning =
  | { readonly is: 'item'; readonly kind: ItemKind }
  | {
      readonly is: 'payment';
      readonly kind: InterpretedPayment['kind'];
      readonly nature: SettlementNature;
      /** Money returned, kind to be decided. */
      readonly isReturn: boolean;
    };

type PatternLine = Pick<FactLine, 'journalCode' | 'counterpart' | 'amountCents'>;

/** The pattern a nature rule answers for: journal, counterpart and side. */
export function naturePatternOf(line: PatternLine): string {
  return `${line.journalCode}|${line.counterpart}|${line.amountCents < 0 ? 'credit' : 'debit'}`;
}

const NATURE_BY_COUNTERPART = {
  sales: 'credit_note',
  bank: 'bank',
  cash: 'cash',
  bill: 'bill',
  factor: 'factor',
  supplier: 'set_off',
  customer: 'set_off',
  doubtful: 'doubtful',
  loss: 'loss',
  opening: 'opening',
  other: 'other_entry',
  mixed: 'unknown',
  none: 'unknown',
} as const satisfies Record<Counterpart, SettlementNature>;

const INVOICE = item('invoice');
const CREDIT_NOTE = item('credit_note');
const OPENING = item('opening');
const FEE = item('fee');
const OTHER = item('other');

/** Meaning of a line of an account of this role; `rules` are natures given by a person. */
export function meaningOf(
  line: FactLine,
  role: AccountRole,
  rules: ReadonlyMap<string, SettlementNature>,
): LineMeaning {
  if (role === 'deposit') return meaningOfDeposit(line);
  return line.amountCents > 0 ? meaningOfDebit(line) : meaningOfCredit(line, rules);
}

function meaningOfDeposit(line: FactLine): LineMeaning {
  const nature = line.isOpening ? 'opening' : NATURE_BY_COUNTERPART[line.counterpart];
  return payment('deposit', nature === 'credit_note' ? 'other_entry' : nature, false);
}

function meaningOfDebit(line: FactLine): LineMeaning {
  if (line.isOpening) return isDatedOpening(line) ? INVOICE : OPENING;
  switch (line.counterpart) {
    case 'bank':
    case 'cash':
    case 'bill':
    case 'factor':
    case 'doubtful':
      if (isFee(line.label)) return FEE;
      return payment('refund', NATURE_BY_COUNTERPART[line.counterpart], true);
    case 'loss':
      return line.amountCents <= ROUNDING_CENTS_MAX ? payment('entry', 'loss', false) : INVOICE;
    case 'opening':
      return OPENING;
    case 'other':
      return isFee(line.label) ? FEE : OTHER;
    case 'supplier':
    case 'customer':
      return OTHER;
    case 'none':
      return documentKeyOf(line.documentNumber) === '' ? OTHER : INVOICE;
    default:
      return INVOICE;
  }
}

function meaningOfCredit(
  line: FactLine,
  rules: ReadonlyMap<string, SettlementNature>,
): LineMeaning {
  if (line.isOpening) return payment('entry', 'opening', false);
  const told = rules.size === 0 ? undefined : rules.get(naturePatternOf(line));
  const nature = told ?? NATURE_BY_COUNTERPART[line.counterpart];
  return nature === 'credit_note' ? CREDIT_NOTE : payment(kindOf(nature), nature, false);
}

/** Money, a bill or a factor's payment is received; the rest is an entry. */
function kindOf(nature: SettlementNature): InterpretedPayment['kind'] {
  switch (nature) {
    case 'bank':
    case 'cash':
    case 'bill':
    case 'factor':
      return 'receipt';
    default:
      return 'entry';
  }
}

/**
 * An opening that names its invoice: a document number of its own and a date before the opening.
 * A dummy date (the opening's, or the day the books were closed beside a reference such as `AN24`)
 * dates nothing.
 */
export function isDatedOpening(
  line: Pick<FactLine, 'documentNumber' | 'documentDate' | 'lineDate'>,
): boolean {
  const { documentDate, lineDate } = line;
  if (documentDate === null || documentDate >= lineDate) return false;
  const document = documentKeyOf(line.documentNumber);
  if (document === '') return false;
  return !(OPENING_REFERENCE.test(document) && isClosingDay(documentDate, lineDate));
}

const OPENING_REFERENCE = /^(R?ANO?|ANOUV\w*|REPORT|RAPPEL|OUV\w*|BO|BILAN)\d*$/;

function isClosingDay(documentDate: CalendarDate, openingDate: CalendarDate): boolean {
  return documentDate === addDays(openingDate, -1);
}

/** Bank charges charged on: « Frais impayé », « commission ». */
function isFee(label: string): boolean {
  return /\b(frais|commissions?|agios)\b/.test(plainWords(label));
}

function item(kind: ItemKind): LineMeaning {
  return { is: 'item', kind };
}

/** One object per meaning: a million lines share them. */
const PAYMENTS = new Map<string, LineMeaning>();

function payment(
  kind: InterpretedPayment['kind'],
  nature: SettlementNature,
  isReturn: boolean,
): LineMeaning {
  const name = `${kind}|${nature}|${isReturn}`;
  const known = PAYMENTS.get(name);
  if (known !== undefined) return known;
  const made: LineMeaning = { is: 'payment', kind, nature, isReturn };
  PAYMENTS.set(name, made);
  return made;
}
