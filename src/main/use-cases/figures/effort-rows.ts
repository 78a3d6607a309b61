/** What collecting took in some months: typed by people, sent and recorded by the program. */
import { measuredMinutes } from '../../../shared/domain/metrics/measured-time.ts';
import type { Month } from '../../../shared/domain/metrics/months.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  loadEfforts,
  readMessagesByDay,
  readWorkMoments,
  type TypedEffort,
} from '../../ledger/stores/efforts.ts';

export interface EffortRow extends TypedEffort {
  readonly messageCount: number;
  readonly measuredMinutes: number;
}

/** One row a month, in the order of the months. */
export function effortRows(ledger: Ledger, months: readonly Month[]): readonly EffortRow[] {
  const since = months[0]?.startsOn;
  if (since === undefined) return [];
  const { typed, messages, moments } = ledger.read((reader) => ({
    typed: new Map(loadEfforts(reader).map((effort) => [effort.month, effort])),
    messages: Map.groupBy(readMessagesByDay(reader, since), monthOf),
    moments: Map.groupBy(readWorkMoments(reader, since), monthOf),
  }));
  return months.map(({ startsOn, endsOn }) => {
    const isIn = ({ day }: { readonly day: CalendarDate }) => day <= endsOn;
    const own = typed.get(startsOn);
    const month = startsOn.slice(0, MONTH_LENGTH);
    return {
      month: startsOn,
      minutes: own?.minutes ?? null,
      costCents: own?.costCents ?? null,
      complaintCount: own?.complaintCount ?? null,
      messageCount: (messages.get(month) ?? [])
        .filter(isIn)
        .reduce((sum, { messageCount }) => sum + messageCount, 0),
      measuredMinutes: measuredMinutes((moments.get(month) ?? []).filter(isIn).map(({ at }) => at)),
    };
  });
}

/** `2026-11` of a day. */
const MONTH_LENGTH = 7;

function monthOf({ day }: { readonly day: CalendarDate }): string {
  return day.slice(0, MONTH_LENGTH);
}
