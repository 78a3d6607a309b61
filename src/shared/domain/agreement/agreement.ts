/**
 * What is agreed in writing with a customer on items he owes.
 *
 *     plan (échéancier)             all of the items, in parts, each with its day
 *     settlement (solde de tout     less than all of them, at once, before a day: the rest is
 *     compte)                       given up only if the money comes
 *
 * The parts and what is given up sum to the items, to the cent: the customer never owes a cent more
 * or less than before. The items keep their own due dates, from which interest runs; the agreement
 * is no novation.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays, addMonths } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { Result } from '../../kernel/result.ts';
import { done, refused } from '../../kernel/result.ts';
import type { OpenItem } from '../receivable/open-item.ts';

export type AgreementKind = 'plan' | 'settlement';

/** What a person noted of it; `undone` is a recording taken back. */
export const AGREEMENT_STEPS = [
  'sent',
  'signed',
  'forfeited',
  'ended',
  'written_off',
  'undone',
] as const;
export type AgreementStep = (typeof AGREEMENT_STEPS)[number];

export interface AgreementPart {
  readonly rank: number;
  readonly dueDate: CalendarDate;
  readonly amountCents: Cents;
}

export interface AgreementItem {
  readonly receivableId: number;
  readonly amountCents: Cents;
}

export interface ProposedAgreement {
  readonly kind: AgreementKind;
  /** Day by which the signed copy, or the answer, is expected. */
  readonly answerBy: CalendarDate;
  readonly parts: readonly Omit<AgreementPart, 'rank'>[];
  readonly items: readonly OpenItem[];
  /** Items that another agreement covers already. */
  readonly covered: ReadonlySet<number>;
}

export type AgreementRefusal =
  | 'receivable_settled'
  | 'currencies_mixed'
  | 'already_in_agreement'
  | 'part_in_the_past'
  | 'parts_out_of_order'
  | 'parts_not_the_sum'
  | 'settlement_not_below';

export interface DecidedAgreement {
  readonly items: readonly AgreementItem[];
  readonly parts: readonly AgreementPart[];
  readonly waivedCents: Cents;
}

/** Whether it may be recorded today; the items with what is open of each, the parts in order. */
export function decideAgreement(
  { kind, answerBy, parts, items, covered }: ProposedAgreement,
  today: CalendarDate,
): Result<DecidedAgreement, AgreementRefusal> {
  const debits = items.flatMap(({ receivableId, outstandingCents }) =>
    receivableId !== null && outstandingCents > 0
      ? [{ receivableId, amountCents: outstandingCents }]
      : [],
  );
  if (debits.length === 0 || debits.length < items.length) return refused('receivable_settled');
  if (new Set(items.map(({ currency }) => currency)).size > 1) return refused('currencies_mixed');
  if (debits.some(({ receivableId }) => covered.has(receivableId))) {
    return refused('already_in_agreement');
  }
  if (answerBy < today || parts.some(({ dueDate }) => dueDate < today)) {
    return refused('part_in_the_past');
  }
  const days = parts.map(({ dueDate }) => dueDate);
  const isInOrder = days.slice(1).every((day, index) => day > (days[index] as CalendarDate));
  if (!isInOrder) return refused('parts_out_of_order');
  const waivedCents = sumOf(debits) - sumOf(parts);
  if (kind === 'plan' && waivedCents !== 0) return refused('parts_not_the_sum');
  if (kind === 'settlement' && (waivedCents <= 0 || parts.length !== 1)) {
    return refused('settlement_not_below');
  }
  const ranked = parts.map((part, index) => ({ ...part, rank: index + 1 }));
  return done({ items: debits, parts: ranked, waivedCents });
}

function sumOf(rows: readonly { readonly amountCents: Cents }[]): Cents {
  return rows.reduce((sum, { amountCents }) => sum + amountCents, 0);
}

/** How far the parts of a plan lie from each other. */
export const PART_PACES = ['week', 'fortnight', 'month'] as const;
export type PartPace = (typeof PART_PACES)[number];

/**
 * Equal parts of an amount, the last one carrying the odd cents, after a first payment if there is
 * one: 100,00 € in 3 gives 33,33 + 33,33 + 33,34.
 */
export function equalParts(wanted: {
  readonly totalCents: Cents;
  /** Of the parts after the first payment; above zero. */
  readonly count: number;
  readonly firstCents: Cents | null;
  readonly from: CalendarDate;
  readonly pace: PartPace;
}): readonly Omit<AgreementPart, 'rank'>[] {
  const { totalCents, count, firstCents, from, pace } = wanted;
  const first = firstCents === null ? [] : [firstCents];
  const rest = totalCents - (firstCents ?? 0);
  const share = Math.floor(rest / count);
  const shares = Array.from({ length: count }, (_, index) =>
    index === count - 1 ? rest - share * (count - 1) : share,
  );
  return [...first, ...shares].map((amountCents, index) => ({
    amountCents,
    dueDate: dayOfPart(from, pace, index),
  }));
}

/** Every month on the same day, or on the last of a shorter one. */
function dayOfPart(from: CalendarDate, pace: PartPace, index: number): CalendarDate {
  if (pace === 'month') return addMonths(from, index);
  return addDays(from, index * (pace === 'week' ? 7 : 14));
}
