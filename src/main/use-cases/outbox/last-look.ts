/** The last look at a message before it leaves: the ledger and the journal as they are now. */
import { recheckMessage } from '../../../shared/domain/dunning/recheck.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { dayOf, minuteOfDayOf } from '../../../shared/kernel/time-zone.ts';
import type { Reader } from '../../ledger/session.ts';
import {
  loadNoticeItems,
  type NoticeEventRow,
  type NoticeRow,
} from '../../ledger/stores/notices.ts';
import { readLeavingPayer } from '../dunning/dunning-facts.ts';
import type { Draft } from '../messages/draft.ts';
import type { LeavingState } from './leaving-state.ts';
import { leavingThanks } from './leaving-thanks.ts';

interface Leaving {
  readonly notice: NoticeRow;
  readonly steps: readonly NoticeEventRow[];
  readonly at: Instant;
}

/** Why the message must stay; null when it may go. `now` is what holds for every message alike. */
export function lastLook(
  reader: Reader,
  now: LeavingState,
  { notice, steps, at }: Leaving,
): string | null {
  const { portfolio, settings } = now;
  const approvedAt = steps[0]?.at ?? at;
  const zone = portfolio.settings.identity.timeZone;
  const judged = recheckMessage(
    {
      channel: notice.channel,
      approvedOn: dayOf(approvedAt, zone),
      approvedMinute: minuteOfDayOf(approvedAt, zone),
      items: leavingItems(reader, notice),
      thanks: leavingThanks(reader, notice, { portfolio, settings }),
    },
    readLeavingPayer(reader, portfolio, notice.payerId),
    settings,
    portfolio.today,
  );
  return judged.mayGo ? null : judged.hold;
}

function leavingItems(reader: Reader, notice: NoticeRow) {
  const { facts } = JSON.parse(notice.facts) as Draft;
  const toFallDue = new Set(
    facts.items.flatMap(({ section, receivableId }) =>
      section === 'to_fall_due' ? [receivableId] : [],
    ),
  );
  return loadNoticeItems(reader, [notice.noticeId]).map(({ receivableId, amountCents }) => ({
    receivableId,
    amountCents,
    section: toFallDue.has(receivableId) ? ('to_fall_due' as const) : ('due' as const),
  }));
}
