/** The last look at a message before it leaves: the ledger and the journal as they are now. */
import { recheckMessage } from '../../../shared/domain/dunning/recheck.ts';
import { dayOf, minuteOfDayOf } from '../../../shared/kernel/time-zone.ts';
import type { Reader } from '../../ledger/session.ts';
import {
  loadNoticeItems,
  type NoticeEventRow,
  type NoticeRow,
} from '../../ledger/stores/notices.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { plannerPayer, readDunningFacts } from '../dunning/dunning-facts.ts';
import { plannerSettings } from '../dunning/plan-keeper.ts';
import type { Draft } from '../messages/draft.ts';
import { leavingThanks } from './leaving-thanks.ts';

/** Why the message must stay; null when it may go. */
export async function lastLook(
  context: AppContext,
  company: OpenCompany,
  notice: NoticeRow,
  steps: readonly NoticeEventRow[],
): Promise<string | null> {
  const { ledger } = company;
  const portfolio = await company.portfolio.read();
  const facts = ledger.read((reader) => readDunningFacts(reader, portfolio, notice.payerId));
  const { settings } = plannerSettings(context, company, portfolio);
  const approvedAt = steps[0]?.at ?? context.clock.now();
  const zone = portfolio.settings.identity.timeZone;
  const judged = recheckMessage(
    {
      channel: notice.channel,
      approvedOn: dayOf(approvedAt, zone),
      approvedMinute: minuteOfDayOf(approvedAt, zone),
      items: ledger.read((reader) => leavingItems(reader, notice)),
      thanks: ledger.read((reader) => leavingThanks(reader, notice, { portfolio, settings })),
    },
    plannerPayer(notice.payerId, portfolio, facts),
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
