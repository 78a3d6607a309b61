/**
 * The due date that an electronic invoice gives to the receivables of its document.
 *
 * It is the one the customer holds in hand: it replaces an estimate, the customer's terms and a
 * date that another file stated, and gives way only to a date typed by a person, who knows what
 * was agreed since. A credit note is worth its amount from its own day, whatever it states. A due
 * date before the invoice's own day would make a customer late before being asked: it is not
 * believed.
 *
 * Where the invoice states several days and the ledger has as many lines, each takes its own. A
 * ledger that has it in one line takes the last day: nobody is chased before the whole is due.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { compareText } from '../interpretation/document-key.ts';
import type { DueBasis } from '../terms/payment-terms.ts';
import type { Einvoice, EinvoiceInstalment } from './einvoice.ts';

/**
 * `taken` in place of an estimate, of terms or of none · `corrected` in place of another stated
 * day · `confirmed` the same day, stated from now on · `typed_kept` a person's date stays ·
 * `not_stated` by the invoice · `not_believed` before the invoice's day · `own_day` of a credit
 * note.
 */
export type DueDateChange =
  | 'taken'
  | 'corrected'
  | 'confirmed'
  | 'typed_kept'
  | 'not_stated'
  | 'not_believed'
  | 'own_day';

export interface DatedReceivable {
  readonly receivableId: number;
  readonly dueDate: CalendarDate | null;
  readonly dueBasis: DueBasis;
  readonly amountCents: Cents;
}

export interface EnrichedReceivable {
  readonly receivableId: number;
  /** What it is from now on; as it was where the invoice changes nothing. */
  readonly dueDate: CalendarDate | null;
  readonly dueBasis: DueBasis;
  readonly change: DueDateChange;
  /** The invoice states several days and this line holds more than one of them. */
  readonly isMerged: boolean;
}

type Dated = Pick<Einvoice, 'kind' | 'issueDate' | 'instalments'>;

/** One row for each receivable, in the order given. */
export function enrichedDueDates(
  invoice: Dated,
  receivables: readonly DatedReceivable[],
): EnrichedReceivable[] {
  const { instalments } = invoice;
  const own = eachItsOwn(instalments, receivables);
  const last = instalments.at(-1)?.dueDate ?? null;
  return receivables.map((receivable) => {
    const stated = own?.get(receivable.receivableId) ?? last;
    const isMerged = own === null && instalments.length > 1;
    return enriched(receivable, { invoice, stated, isMerged });
  });
}

function enriched(
  { receivableId, dueDate, dueBasis }: DatedReceivable,
  by: { readonly invoice: Dated; readonly stated: CalendarDate | null; readonly isMerged: boolean },
): EnrichedReceivable {
  const { invoice, stated, isMerged } = by;
  const kept = { receivableId, dueDate, dueBasis, isMerged };
  if (invoice.kind === 'credit_note') return { ...kept, change: 'own_day' };
  if (stated === null) return { ...kept, change: 'not_stated' };
  if (dueBasis === 'typed') return { ...kept, change: 'typed_kept' };
  if (stated < invoice.issueDate) return { ...kept, change: 'not_believed' };
  const change = stated === dueDate ? 'confirmed' : dueBasis === 'stated' ? 'corrected' : 'taken';
  return { receivableId, dueDate: stated, dueBasis: 'stated', change, isMerged };
}

/**
 * The instalment of each receivable, by amount and then in order of time; null where they can't be
 * told apart.
 */
function eachItsOwn(
  instalments: readonly EinvoiceInstalment[],
  receivables: readonly DatedReceivable[],
): ReadonlyMap<number, CalendarDate> | null {
  if (instalments.length < 2 || instalments.length !== receivables.length) return null;
  const left = [...instalments];
  const own = new Map<number, CalendarDate>();
  for (const { receivableId, amountCents } of inOrder(receivables)) {
    const at = left.findIndex(
      (one) => one.amountCents === null || Math.abs(one.amountCents) === Math.abs(amountCents),
    );
    const [taken] = at === -1 ? [] : left.splice(at, 1);
    if (taken === undefined) return null;
    own.set(receivableId, taken.dueDate);
  }
  return own;
}

/** By due date, then as the ledger made them; what has none comes first. */
function inOrder(receivables: readonly DatedReceivable[]): DatedReceivable[] {
  const dayOf = ({ dueDate }: DatedReceivable) => dueDate ?? '';
  return [...receivables].sort(
    (one, other) => compareText(dayOf(one), dayOf(other)) || one.receivableId - other.receivableId,
  );
}

/**
 * The day that the invoice itself states for each receivable, whatever stands in the ledger today:
 * what is kept, so that a typed date given back later finds it. Null where it says none that
 * counts.
 */
export function statedDays(
  invoice: Dated,
  receivables: readonly DatedReceivable[],
): ReadonlyMap<number, CalendarDate | null> {
  const asEstimated = receivables.map((one) => ({ ...one, dueBasis: 'estimated' as const }));
  return new Map(
    enrichedDueDates(invoice, asEstimated).map(({ receivableId, dueDate, change }) => [
      receivableId,
      change === 'taken' || change === 'confirmed' ? dueDate : null,
    ]),
  );
}
