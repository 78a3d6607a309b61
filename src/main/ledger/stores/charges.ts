/** Rates typed by the user, and what was decided of the late charges of each invoice. */
import { asc, inArray } from 'drizzle-orm';
import type { ChargeDecision } from '../../../shared/domain/interest/charge-settings.ts';
import type { TypedRate } from '../../../shared/domain/interest/legal-rates.ts';
import { parseSemester } from '../../../shared/domain/interest/semester.ts';
import { chargeDecision, rateTyped } from '../schema/dunning.ts';
import type { Reader, Writer } from '../session.ts';

type NewRate = Omit<typeof rateTyped.$inferSelect, 'entryId'>;

/** The decisions in force on these items; absent where nobody decided. */
export function loadChargeDecisions(
  reader: Reader,
  receivableIds: readonly number[],
): ReadonlyMap<number, ChargeDecision> {
  const rows = reader.orm
    .select()
    .from(chargeDecision)
    .where(inArray(chargeDecision.receivableId, [...receivableIds]))
    .orderBy(asc(chargeDecision.entryId))
    .all();
  return new Map(
    rows.map(({ receivableId, decision, untilDate }) => [
      receivableId,
      decision === 'freeze' && untilDate !== null
        ? { decision, untilDate }
        : { decision: decision === 'waive' ? 'waive' : 'claim' },
    ]),
  );
}

/** The rates typed, oldest first; null where a typed one was taken back. */
export function loadTypedRates(reader: Reader): readonly TypedRate[] {
  const rows = reader.orm.select().from(rateTyped).orderBy(asc(rateTyped.entryId)).all();
  return rows.flatMap(({ semester: text, kind, basisPoints }) => {
    const semester = parseSemester(text);
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
