/**
 * Messages to payers: planned under claims, and what became of them.
 *
 * A message claims each of its items at a step of a cycle, and its payer's day. Claims are locks:
 * they go only with the cancellation of a message that has not left, in the same transaction.
 */
import { asc, eq } from 'drizzle-orm';
import {
  isUnderWay,
  mayBecome,
  type NoticeStatus,
} from '../../../shared/domain/outbox/notice-state.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import { appendEntry } from '../journal.ts';
import {
  notice,
  type noticeEvent,
  type noticeItem,
  noticeUnderWay,
  run,
} from '../schema/dunning.ts';
import type { Reader, Writer } from '../session.ts';
import * as sql from './notice-statements.ts';

export type NoticeRow = typeof notice.$inferSelect;
export type NoticeItemRow = typeof noticeItem.$inferSelect;
export type NoticeEventRow = typeof noticeEvent.$inferSelect;
export type NewNotice = Omit<NoticeRow, 'noticeId' | 'entryId'> & {
  readonly items: readonly Omit<NoticeItemRow, 'noticeId'>[];
};

/** What happened to a message; `detail` is JSON for whoever shows it. */
export interface NoticeStep {
  readonly status: NoticeStatus;
  readonly fileSha256?: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
  /** Day on which it happened, where a person says it afterwards; today by default. */
  readonly day?: CalendarDate;
  /** When a deferred message may be tried again. */
  readonly tryAt?: Instant;
}

/** Appends the run of a day and gives its id. */
export function appendRun(
  writer: Writer,
  entryId: number,
  made: Omit<typeof run.$inferSelect, 'runId' | 'entryId'>,
): number {
  return Number(
    writer.orm
      .insert(run)
      .values({ ...made, entryId })
      .run().lastInsertRowid,
  );
}

/**
 * Appends an approved message with its claims. Refused, with nothing written, when another message
 * holds one of them: the item was or will be written about at this step, or the payer today.
 */
export function appendNotice(
  writer: Writer,
  entryId: number,
  made: NewNotice,
): Result<number, 'already_claimed'> {
  const { items, ...row } = made;
  if (isClaimed(writer, made)) return refused('already_claimed');
  const noticeId = writer.run(sql.NEW_NOTICE, { ...row, entryId });
  const { payerId, channel, day } = made;
  if (claimsDay(made)) writer.run(sql.CLAIM_DAY, { payerId, channel, day, noticeId });
  for (const { receivableId, claimKey, severity, cycle, amountCents } of items) {
    writer.run(sql.NEW_ITEM, { noticeId, receivableId, claimKey, severity, cycle, amountCents });
    writer.run(sql.CLAIM, { receivableId, claimKey, cycle, noticeId });
  }
  appendEvent(writer, { noticeId, seq: 1, entryId, step: { status: 'approved' } });
  touch(writer, payerId);
  return done(noticeId);
}

/** What a customer asked for goes at once, whatever else is written to him that day. */
function claimsDay({ purpose }: NewNotice): boolean {
  return purpose !== 'other';
}

function isClaimed(writer: Writer, made: NewNotice): boolean {
  const { payerId, channel, day, items } = made;
  const isDayHeld = writer.one(sql.DAY_CLAIMED, { payerId, channel, day }) !== null;
  if (isDayHeld && claimsDay(made)) return true;
  return items.some(
    ({ receivableId, claimKey, cycle }) =>
      writer.one(sql.CLAIMED, { receivableId, claimKey, cycle }) !== null,
  );
}

/**
 * Appends what became of a message, with its entry in the journal. Refused when it may not become
 * that from where it is: it left meanwhile, or was cancelled. A cancellation frees its claims.
 */
export function appendNoticeStep(
  writer: Writer,
  noticeId: number,
  step: NoticeStep,
): Result<{ readonly entryId: number; readonly seq: number }, 'notice_unknown' | 'notice_moved'> {
  const known = writer.one(sql.STANDING, { noticeId });
  if (known === null) return refused('notice_unknown');
  if (!mayBecome(known.status, step.status)) return refused('notice_moved');
  const { payerId, messageId } = known;
  const entryId = appendEntry(writer, {
    kind: `notice_${step.status}`,
    customerId: payerId,
    commandId: null,
    payload: { noticeId, messageId, fileSha256: step.fileSha256 ?? null, ...step.detail },
  });
  const seq = known.seq + 1;
  appendEvent(writer, { noticeId, seq, entryId, step });
  if (step.status === 'cancelled') freeClaims(writer, noticeId);
  touch(writer, payerId);
  return done({ entryId, seq });
}

/** A message without its state; null when unknown. */
export function loadNoticeRow(reader: Reader, noticeId: number): NoticeRow | null {
  return reader.one(sql.ONE, { noticeId });
}

/** A message with its state; null when unknown. */
export function loadNotice(
  reader: Reader,
  noticeId: number,
): { readonly notice: NoticeRow; readonly status: NoticeStatus; readonly seq: number } | null {
  const row = reader.one(sql.ONE, { noticeId });
  const last = reader.one(sql.STANDING, { noticeId });
  if (row === null || last === null) return null;
  return { notice: row, status: last.status, seq: last.seq };
}

/** The items of messages, message by message, in the order of their numbers. */
export function loadNoticeItems(reader: Reader, noticeIds: readonly number[]): NoticeItemRow[] {
  return noticeIds.flatMap((noticeId) => reader.all(sql.ITEMS, { noticeId }));
}

/** What happened to a message, oldest first. */
export function loadNoticeSteps(reader: Reader, noticeId: number): NoticeEventRow[] {
  return reader.all(sql.EVENTS, { noticeId });
}

/** The hash of the bytes that were built last; null before. */
export function builtFileOf(reader: Reader, noticeId: number): string | null {
  const steps = loadNoticeSteps(reader, noticeId);
  return steps.findLast(({ fileSha256 }) => fileSha256 !== null)?.fileSha256 ?? null;
}

/** The message of a Message-ID; null when it is not ours. */
export function findNoticeByMessageId(reader: Reader, messageId: string): NoticeRow | null {
  return reader.orm.select().from(notice).where(eq(notice.messageId, messageId)).get() ?? null;
}

/** The messages that are not over, oldest first. */
export function loadUnderWay(
  reader: Reader,
): { readonly notice: NoticeRow; readonly status: NoticeStatus; readonly tryAt: Instant | null }[] {
  return reader.orm
    .select({ notice, status: noticeUnderWay.status, tryAt: noticeUnderWay.tryAt })
    .from(noticeUnderWay)
    .innerJoin(notice, eq(notice.noticeId, noticeUnderWay.noticeId))
    .orderBy(asc(noticeUnderWay.noticeId))
    .all();
}

/** The next mails that may leave, what was asked for in person first. */
export function readDueMails(
  reader: Reader,
  now: Instant,
  count: number,
): { readonly noticeId: number; readonly isAsked: boolean }[] {
  return reader.all(sql.DUE_MAILS, { now, count });
}

/** Messages that a person has to settle: refused, or gone nobody knows where. */
export function countToSettle(reader: Reader): number {
  return reader.one(sql.TO_SETTLE)?.count ?? 0;
}

/** When mails left since then, for the limit of an hour: a restart does not forget them. */
export function readSentMoments(reader: Reader, since: Instant): Instant[] {
  return reader.all(sql.SENT_MOMENTS, { since }).map(({ at }) => at);
}

/** When the first mail that waits may leave; null moment for one that may now, null for none. */
export function findWaitingMail(reader: Reader): { readonly at: Instant | null } | null {
  const { count, at } = reader.one(sql.WAITING_MAIL) ?? { count: 0, at: null };
  return count === 0 ? null : { at };
}

/** The number of the last message; 0 before the first. */
export function lastNoticeId(reader: Reader): number {
  return reader.one(sql.LAST_NOTICE)?.last ?? 0;
}

function appendEvent(
  writer: Writer,
  made: {
    readonly noticeId: number;
    readonly seq: number;
    readonly entryId: number;
    readonly step: NoticeStep;
  },
): void {
  const { step, noticeId, ...row } = made;
  const { status, fileSha256 = null, detail = {}, tryAt = null } = step;
  writer.run(sql.NEW_EVENT, {
    ...row,
    noticeId,
    at: writer.clock.now(),
    day: step.day ?? writer.clock.today(),
    status,
    fileSha256,
    detail: JSON.stringify(detail),
  });
  writer.run(sql.NOT_UNDER_WAY, { noticeId });
  if (isUnderWay(status)) writer.run(sql.UNDER_WAY, { noticeId, status, tryAt });
}

function freeClaims(writer: Writer, noticeId: number): void {
  writer.run(sql.FREE_CLAIMS, { noticeId });
  writer.run(sql.FREE_DAYS, { noticeId });
}

function touch(writer: Writer, payerId: number): void {
  writer.touch(['notices'], [payerId]);
}
