/**
 * Messages to payers: planned under claims, and what became of them.
 *
 * A message claims each of its items at a step of a cycle, and its payer's day. Claims are locks:
 * they go only with the cancellation of a message that has not left, in the same transaction.
 */
import { and, asc, desc, eq, inArray, max } from 'drizzle-orm';
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
  claim,
  claimDay,
  notice,
  noticeEvent,
  noticeItem,
  noticeUnderWay,
  run,
} from '../schema/dunning.ts';
import type { Reader, Writer } from '../session.ts';

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
  const noticeId = Number(
    writer.orm
      .insert(notice)
      .values({ ...row, entryId })
      .run().lastInsertRowid,
  );
  const { payerId, channel, day } = made;
  if (claimsDay(made)) {
    writer.orm.insert(claimDay).values({ payerId, channel, day, noticeId }).run();
  }
  for (const item of items) {
    writer.orm
      .insert(noticeItem)
      .values({ ...item, noticeId })
      .run();
    const { receivableId, claimKey, cycle } = item;
    writer.orm.insert(claim).values({ receivableId, claimKey, cycle, noticeId }).run();
  }
  writer.orm
    .insert(noticeEvent)
    .values({ ...stepRow(writer, { status: 'approved' }), noticeId, seq: 1, entryId })
    .run();
  noteState(writer, noticeId, { status: 'approved' });
  touch(writer, payerId);
  return done(noticeId);
}

/** What a customer asked for goes at once, whatever else is written to him that day. */
function claimsDay({ purpose }: NewNotice): boolean {
  return purpose !== 'other';
}

function isClaimed(writer: Writer, made: NewNotice): boolean {
  const { payerId, channel, day, items } = made;
  const held = writer.orm
    .select({ noticeId: claimDay.noticeId })
    .from(claimDay)
    .where(and(eq(claimDay.payerId, payerId), eq(claimDay.channel, channel), eq(claimDay.day, day)))
    .get();
  if (held !== undefined && claimsDay(made)) return true;
  return items.some(
    ({ receivableId, claimKey, cycle }) =>
      writer.orm
        .select({ noticeId: claim.noticeId })
        .from(claim)
        .where(
          and(
            eq(claim.receivableId, receivableId),
            eq(claim.claimKey, claimKey),
            eq(claim.cycle, cycle),
          ),
        )
        .get() !== undefined,
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
  const known = loadNotice(writer, noticeId);
  if (known === null) return refused('notice_unknown');
  if (!mayBecome(known.status, step.status)) return refused('notice_moved');
  const { payerId, messageId } = known.notice;
  const entryId = appendEntry(writer, {
    kind: `notice_${step.status}`,
    customerId: payerId,
    commandId: null,
    payload: { noticeId, messageId, fileSha256: step.fileSha256 ?? null, ...step.detail },
  });
  const seq = known.seq + 1;
  writer.orm
    .insert(noticeEvent)
    .values({ ...stepRow(writer, step), noticeId, seq, entryId })
    .run();
  if (step.status === 'cancelled') freeClaims(writer, noticeId);
  noteState(writer, noticeId, step);
  touch(writer, payerId);
  return done({ entryId, seq });
}

/** A message with its state; null when unknown. */
export function loadNotice(
  reader: Reader,
  noticeId: number,
): { readonly notice: NoticeRow; readonly status: NoticeStatus; readonly seq: number } | null {
  const row = reader.orm.select().from(notice).where(eq(notice.noticeId, noticeId)).get();
  const last = reader.orm
    .select()
    .from(noticeEvent)
    .where(eq(noticeEvent.noticeId, noticeId))
    .orderBy(desc(noticeEvent.seq))
    .limit(1)
    .get();
  if (row === undefined || last === undefined) return null;
  return { notice: row, status: last.status, seq: last.seq };
}

/** The items of messages, in the order of their numbers. */
export function loadNoticeItems(reader: Reader, noticeIds: readonly number[]): NoticeItemRow[] {
  return reader.orm
    .select()
    .from(noticeItem)
    .where(inArray(noticeItem.noticeId, [...noticeIds]))
    .orderBy(asc(noticeItem.noticeId), asc(noticeItem.receivableId))
    .all();
}

/** What happened to a message, oldest first. */
export function loadNoticeSteps(reader: Reader, noticeId: number): NoticeEventRow[] {
  return reader.orm
    .select()
    .from(noticeEvent)
    .where(eq(noticeEvent.noticeId, noticeId))
    .orderBy(asc(noticeEvent.seq))
    .all();
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

/** The number of the last message; 0 before the first. */
export function lastNoticeId(reader: Reader): number {
  return (
    reader.orm
      .select({ last: max(notice.noticeId) })
      .from(notice)
      .get()?.last ?? 0
  );
}

function stepRow(writer: Writer, step: NoticeStep) {
  return {
    at: writer.clock.now(),
    day: step.day ?? writer.clock.today(),
    status: step.status,
    fileSha256: step.fileSha256 ?? null,
    detail: JSON.stringify(step.detail ?? {}),
  };
}

function noteState(writer: Writer, noticeId: number, { status, tryAt }: NoticeStep): void {
  writer.orm.delete(noticeUnderWay).where(eq(noticeUnderWay.noticeId, noticeId)).run();
  if (!isUnderWay(status)) return;
  writer.orm
    .insert(noticeUnderWay)
    .values({ noticeId, status, tryAt: tryAt ?? null })
    .run();
}

function freeClaims(writer: Writer, noticeId: number): void {
  writer.orm.delete(claim).where(eq(claim.noticeId, noticeId)).run();
  writer.orm.delete(claimDay).where(eq(claimDay.noticeId, noticeId)).run();
}

function touch(writer: Writer, payerId: number): void {
  writer.touch(['notices'], [payerId]);
}
