/** Rates typed by the user, and what was decided of the late charges of each invoice. */
import { asc } from 'drizzle-orm';
import type { ChargeDecision } from '../../../shared/domain/interest/charge-settings.ts';
import type { TypedRate } from '../../../shared/domain/interest/legal-rates.ts';
import { parseSemester } from '../../../shared/domain/interest/semester.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { chargeDecision, rateTyped } from '../schema/dunning.ts';
import type { Reader, Writer } from '../session.ts';
import { day, int, nullable, query, text, word } from '../statement.ts';

type NewRate = Omit<typeof rateTyped.$inferSelect, 'entryId'>;

/** A decision in force, with when and why it was made. */
export interface DecidedCharge {
  readonly decision: ChargeDecision;
  readonly day: CalendarDate;
  readonly reason: string;
}

const DECIDED = query({
  name: 'charges.decided',
  params: { ids: text },
  row: {
    receivableId: int,
    decision: word<ChargeDecision['decision']>(),
    untilDate: nullable(day),
    reason: text,
    day,
  },
  sql: `
SELECT d.receivable_id AS receivableId, d.decision, d.until_date AS untilDate, d.reason, e.day
FROM charge_decision AS d CROSS JOIN entry AS e ON e.entry_id = d.entry_id
WHERE d.receivable_id IN (SELECT value FROM json_each(@ids))
ORDER BY d.entry_id`,
});

/** The decisions in force on these items; absent where nobody decided. */
export function loadDecidedCharges(
  reader: Reader,
  receivableIds: readonly number[],
): ReadonlyMap<number, DecidedCharge> {
  const rows = reader.all(DECIDED, { ids: JSON.stringify(receivableIds) });
  return new Map(
    rows.map(({ receivableId, decision, untilDate, reason, day: decidedOn }) => [
      receivableId,
      { decision: decisionOf(decision, untilDate), day: decidedOn, reason },
    ]),
  );
}

function decisionOf(
  decision: ChargeDecision['decision'],
  untilDate: CalendarDate | null,
): ChargeDecision {
  if (decision === 'freeze' && untilDate !== null) return { decision, untilDate };
  return { decision: decision === 'waive' ? 'waive' : 'claim' };
}

/** Records what is decided of the charges of an item. */
export function recordChargeDecision(
  writer: Writer,
  entryId: number,
  made: { readonly receivableId: number; readonly reason: string } & ChargeDecision,
): void {
  const { receivableId, decision, reason } = made;
  const untilDate = made.decision === 'freeze' ? made.untilDate : null;
  writer.orm
    .insert(chargeDecision)
    .values({ receivableId, entryId, decision, untilDate, reason })
    .run();
}

/** The rates typed, oldest first; null where a typed one was taken back. */
export function loadTypedRates(reader: Reader): readonly TypedRate[] {
  const rows = reader.orm.select().from(rateTyped).orderBy(asc(rateTyped.entryId)).all();
  return rows.flatMap(({ semester: written, kind, basisPoints }) => {
    const semester = parseSemester(written);
    return semester === null ? [] : [{ semester, kind, basisPoints }];
  });
}

/** Records a rate; null gives the shipped one back. */
export function recordTypedRate(writer: Writer, entryId: number, made: NewRate): void {
  writer.orm
    .insert(rateTyped)
    .values({ ...made, entryId })
    .run();
  writer.touch(['charges']);
}
