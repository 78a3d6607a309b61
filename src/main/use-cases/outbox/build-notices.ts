/** Has approved messages built by the job thread, and records what became of each. */
import { setImmediate } from 'node:timers/promises';
import type { MessageIssuer } from '../../../shared/domain/message/message.ts';
import type { Writer } from '../../ledger/session.ts';
import { loadRegisteredNumber } from '../../ledger/stores/letter-batches.ts';
import type { NoticeRow } from '../../ledger/stores/notices.ts';
import { appendNoticeStep, loadUnderWay } from '../../ledger/stores/notices.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { type Draft, readDraft } from '../messages/draft.ts';
import { messageIssuer } from '../messages/issuer.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { statementOf } from '../reports/statement-of.ts';
import { type BuildOrder, type BuiltNotice, buildNoticesJob } from './build-job.ts';

/** Messages prepared, or recorded, before the thread is given back. */
const STAGE_MESSAGES = 50;

/** Companies whose messages are being built: one job at a time is enough. */
const building = new Map<OpenCompany['ledger'], Promise<void>>();

/** Has whatever is approved built; whoever asks while that runs waits for the same work. */
export function buildApproved(context: AppContext, company: OpenCompany): Promise<void> {
  const { ledger } = company;
  const known = building.get(ledger);
  if (known !== undefined) return known;
  const work = buildAll(context, company).finally(() => building.delete(ledger));
  building.set(ledger, work);
  return work;
}

async function buildAll(context: AppContext, company: OpenCompany): Promise<void> {
  for (;;) {
    const rows = company.ledger
      .read(loadUnderWay)
      .filter(({ status }) => status === 'approved')
      .map(({ notice }) => notice);
    if (rows.length === 0 || !(await buildThese(context, company, rows))) return;
  }
}

/** True when all of them were looked at, so that the next round finds others or none. */
async function buildThese(
  context: AppContext,
  company: OpenCompany,
  rows: readonly NoticeRow[],
): Promise<boolean> {
  const portfolio = await company.portfolio.read();
  const issuer = await messageIssuer(company, portfolio.settings);
  const orders: BuildOrder[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % STAGE_MESSAGES === STAGE_MESSAGES - 1) await setImmediate();
    orders.push(await buildOrderOf(company, row, { portfolio, issuer }));
  }
  const { outcome } = context.jobs.start(
    buildNoticesJob,
    {
      filesPath: company.folder.filesPath,
      sentAt: context.clock.now(),
      layout: portfolio.settings.letters,
      orders,
    },
    { companyKey: company.key, subject: '', mayCancel: true },
  );
  const end = await outcome;
  // Stopped, or the program is closing: what is not built yet is built the next time.
  if (end.state !== 'done') return false;
  await recordBuilt(company, end.output);
  return end.output.length === orders.length;
}

/** What the job needs to make the bytes of a message. */
export async function buildOrderOf(
  company: OpenCompany,
  row: NoticeRow,
  { portfolio, issuer }: { readonly portfolio: Portfolio; readonly issuer: MessageIssuer },
): Promise<BuildOrder> {
  const draft = numbered(company, row, readDraft(row.facts, issuer));
  const { language } = draft.facts;
  const { customerId, from } = draft.statement ?? { customerId: row.payerId, from: null };
  const wanted = { customerId, from, asOf: null, language };
  return {
    noticeId: row.noticeId,
    channel: row.channel,
    draft,
    messageId: row.messageId,
    statement: draft.withStatement ? await statementOf(company, portfolio, wanted) : null,
  };
}

/** A registered letter carries the number that was typed for it. */
function numbered(company: OpenCompany, { noticeId, channel }: NoticeRow, draft: Draft): Draft {
  if (channel !== 'registered_letter') return draft;
  const registeredNumber = company.ledger.read((reader) => loadRegisteredNumber(reader, noticeId));
  return registeredNumber === ''
    ? draft
    : { ...draft, facts: { ...draft.facts, registeredNumber } };
}

/** By stages: the bytes of those not recorded yet are kept, and the next round finds them again. */
async function recordBuilt(company: OpenCompany, built: readonly BuiltNotice[]): Promise<void> {
  for (let at = 0; at < built.length; at += STAGE_MESSAGES) {
    await setImmediate();
    await company.ledger.write((writer) => {
      for (const one of built.slice(at, at + STAGE_MESSAGES)) recordOne(writer, one);
    });
  }
}

/** One that was called back meanwhile stays as it is. */
function recordOne(writer: Writer, one: BuiltNotice): void {
  const { noticeId } = one;
  if (!one.isBuilt) {
    appendNoticeStep(writer, noticeId, { status: 'failed', detail: { code: one.code } });
    return;
  }
  const { fileSha256, sizeBytes, pageCount } = one;
  const envelope = one.envelope === null ? null : JSON.stringify(one.envelope);
  const detail = { sizeBytes, pageCount, envelope };
  appendNoticeStep(writer, noticeId, { status: 'built', fileSha256, detail });
}
