/**
 * Approved mails handed over as drafts. Before anything is written each message becomes one of
 * which nobody knows whether it left: whatever is set or crashes later, none leaves a second time
 * from here.
 */
import { draftFileNames } from '../../../shared/domain/message/draft-file-names.ts';
import type { Writer } from '../../ledger/session.ts';
import {
  appendNoticeStep,
  loadNotice,
  loadNoticeSteps,
  type NoticeRow,
} from '../../ledger/stores/notices.ts';
import { readNotice } from '../../ledger/views/outbox.ts';
import { CommandRefused } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { messageIssuer } from '../messages/issuer.ts';
import { draftPackageJob } from './build-job.ts';
import { buildOrderOf } from './build-notices.ts';
import { EXPORTED, isExported } from './exported.ts';
import { lastLook } from './last-look.ts';
import { LeavingStateKeeper } from './leaving-state.ts';
import { sentIntentOf } from './sent-intent.ts';
import { appendSentLine } from './sent-log.ts';

/** Why some must stay, as before a sending. Throws the refusal of the contract. */
export async function lookBeforeExport(
  context: AppContext,
  company: OpenCompany,
  noticeIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const now = await new LeavingStateKeeper(context, company).read();
  // That no account is set is why one exports; whatever else holds a sending holds a draft.
  const guard = now.guards.find((one) => one !== 'mail_not_set');
  if (guard !== undefined) throw new CommandRefused('sending_locked', guard);
  const held = new Map<number, string>();
  for (const noticeId of noticeIds) {
    const { known, steps } = company.ledger.read((reader) => ({
      known: loadNotice(reader, noticeId),
      steps: loadNoticeSteps(reader, noticeId),
    }));
    if (known === null) throw new CommandRefused('notice_unknown');
    const last = steps.at(-1);
    const isAgain = last !== undefined && isExported(last);
    // What a customer asked for chases nobody.
    if (isAgain || known.notice.purpose === 'other') continue;
    const leaving = { notice: known.notice, steps, at: context.clock.now() };
    const hold = company.ledger.read((reader) => lastLook(reader, now, leaving));
    if (hold !== null) held.set(noticeId, hold);
  }
  return held;
}

/** Those handed over; `fresh` were not before. */
interface HandedOver {
  readonly exported: number[];
  readonly fresh: number[];
}

/** Records that these are handed over, and that the others stay. */
export function recordExported(
  writer: Writer,
  noticeIds: readonly number[],
  held: ReadonlyMap<number, string>,
): HandedOver {
  const exported: number[] = [];
  const fresh: number[] = [];
  for (const noticeId of new Set(noticeIds)) {
    const known = loadNotice(writer, noticeId);
    if (known === null) throw new CommandRefused('notice_unknown');
    if (known.notice.channel !== 'email') throw new CommandRefused('notice_moved');
    const code = held.get(noticeId);
    const last = loadNoticeSteps(writer, noticeId).at(-1);
    if (code !== undefined) {
      step(writer, noticeId, 'cancelled', { code });
      continue;
    }
    if (last === undefined || !isExported(last)) {
      step(writer, noticeId, 'sending', {});
      step(writer, noticeId, 'uncertain', { kind: EXPORTED });
      fresh.push(noticeId);
    }
    exported.push(noticeId);
  }
  return { exported, fresh };
}

/** A person sent these drafts. */
export function recordDraftsSent(writer: Writer, noticeIds: readonly number[]): number {
  const each = new Set(noticeIds);
  for (const noticeId of each) {
    const last = loadNoticeSteps(writer, noticeId).at(-1);
    if (last === undefined) throw new CommandRefused('notice_unknown');
    if (!isExported(last)) throw new CommandRefused('notice_moved');
    step(writer, noticeId, 'sent', { kind: EXPORTED });
  }
  return each.size;
}

/**
 * Writes those handed over where a restored copy of the ledger will find them, once each: a line
 * more than the ledger has steps would say that the ledger is such a copy.
 */
export function logExported(
  { clock }: AppContext,
  { ledger, folder }: OpenCompany,
  noticeIds: readonly number[],
): void {
  for (const notice of rowsOf(ledger, noticeIds)) {
    const at = clock.now();
    const messageId = notice.messageId ?? '';
    appendSentLine(
      folder.sentLogPath,
      ledger.read((reader) => sentIntentOf(reader, notice, at)),
    );
    appendSentLine(folder.sentLogPath, { state: 'uncertain', at, messageId });
  }
}

/** Writes there that a person sent them. */
export function logDraftsSent(
  { clock }: AppContext,
  { ledger, folder }: OpenCompany,
  noticeIds: readonly number[],
): void {
  for (const { messageId } of rowsOf(ledger, noticeIds)) {
    const line = { state: 'sent', at: clock.now(), messageId: messageId ?? '' } as const;
    appendSentLine(folder.sentLogPath, line);
  }
}

/** Starts to write the package; a mail that can't be written has failed, and says why. */
export async function startPackage(
  context: AppContext,
  company: OpenCompany,
  noticeIds: readonly number[],
): Promise<{ readonly jobId: string }> {
  const { ledger, key } = company;
  const portfolio = await company.portfolio.read();
  const issuer = await messageIssuer(company, portfolio.settings);
  const rows = rowsOf(ledger, noticeIds);
  const names = draftFileNames(
    rows.map(({ noticeId, subject }) => ({
      code: ledger.read((reader) => readNotice(reader, noticeId))?.code ?? '',
      subject,
    })),
  );
  const drafts = await Promise.all(
    rows.map(async (row, index) => ({
      name: names[index] ?? String(row.noticeId),
      order: await buildOrderOf(company, row, { portfolio, issuer }),
    })),
  );
  const fileName = `brouillons-${context.clock.today()}.zip`;
  const path = context.filesOut.newPath('zip');
  const { fileId } = context.filesOut.offer({ path, fileName });
  const { jobId, outcome } = context.jobs.start(
    draftPackageJob,
    {
      filesPath: company.folder.filesPath,
      sentAt: context.clock.now(),
      day: portfolio.today,
      drafts,
      path,
      file: { fileId, fileName },
    },
    { companyKey: key, subject: fileName, mayCancel: false },
  );
  void outcome.then(async (end) => {
    if (end.state !== 'done' || end.output.unwritten.length === 0) return;
    await ledger.write((writer) => {
      for (const { noticeId, code } of end.output.unwritten) {
        appendNoticeStep(writer, noticeId, { status: 'failed', detail: { code } });
      }
    });
  });
  return { jobId };
}

function rowsOf(ledger: OpenCompany['ledger'], noticeIds: readonly number[]): NoticeRow[] {
  return ledger.read((reader) =>
    noticeIds.flatMap((noticeId) => loadNotice(reader, noticeId)?.notice ?? []),
  );
}

function step(
  writer: Writer,
  noticeId: number,
  status: 'sending' | 'uncertain' | 'sent' | 'cancelled',
  detail: Readonly<Record<string, string>>,
): void {
  const made = appendNoticeStep(writer, noticeId, { status, detail });
  if (!made.isDone) throw new CommandRefused(made.refusal);
}
