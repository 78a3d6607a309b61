/**
 * Letters of the outbox: printed in one batch, numbered where registered, posted.
 *
 * Printing moves no level and may be done again; a letter has reached its payer when a person says
 * that it was posted.
 */

import { registeredNumberOf } from '../../../shared/domain/message/registered-number.ts';
import { mayBecome } from '../../../shared/domain/outbox/notice-state.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { appendEntry } from '../../ledger/journal.ts';
import type { Reader, Writer } from '../../ledger/session.ts';
import {
  appendLetterBatch,
  loadBatchLetters,
  loadLetterBatch,
  loadRegisteredNumber,
  recordRegisteredNumber,
} from '../../ledger/stores/letter-batches.ts';
import {
  appendNoticeStep,
  builtFileOf,
  loadNotice,
  loadNoticeSteps,
  type NoticeRow,
} from '../../ledger/stores/notices.ts';
import { readNotice } from '../../ledger/views/outbox.ts';
import type { LetterKind } from '../../reports/letter/letter.ts';
import { CommandRefused } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { type Draft, readDraft } from '../messages/draft.ts';
import { messageIssuer } from '../messages/issuer.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';
import type { BuiltLetter, PrintedBatch } from './letter-jobs.ts';
import { sentIntentOf } from './sent-intent.ts';
import { appendSentLine } from './sent-log.ts';

/** The letters named, each built and not yet posted; refused as a whole otherwise. */
export async function builtLetters(
  company: OpenCompany,
  noticeIds: readonly number[],
): Promise<readonly BuiltLetter[]> {
  const settings = company.ledger.read(settingsInForce);
  const issuer = await messageIssuer(company, settings);
  return company.ledger.read((reader) =>
    noticeIds.map((noticeId) => {
      const known = loadNotice(reader, noticeId);
      if (known === null || known.notice.channel === 'email') {
        throw new CommandRefused('notice_unknown');
      }
      const fileSha256 = builtFileOf(reader, noticeId);
      const isReady = known.status === 'built' || known.status === 'printed';
      if (fileSha256 === null || !isReady) throw new CommandRefused('notice_moved');
      const draft = readDraft(known.notice.facts, issuer);
      return { noticeId, fileSha256, kind: kindOf(known.notice), draft };
    }),
  );
}

/** Records a batch that was printed: its letters wait to be posted. */
export function recordPrinted(writer: Writer, printed: PrintedBatch): number {
  const { fileSha256, pageCount, letters } = printed;
  const entryId = appendEntry(writer, {
    kind: 'letters_printed',
    customerId: null,
    commandId: null,
    payload: { noticeIds: letters.map(({ noticeId }) => noticeId), fileSha256, pageCount },
  });
  const day = writer.clock.today();
  const batchId = appendLetterBatch(writer, entryId, { day, fileSha256, pageCount, letters });
  for (const { noticeId } of letters) {
    const file = builtFileOf(writer, noticeId);
    // Printed before, it stays so: printing again moves nothing.
    appendNoticeStep(writer, noticeId, {
      status: 'printed',
      fileSha256: file,
      detail: { batchId },
    });
  }
  return batchId;
}

/** Keeps the number of a registered letter; one not printed yet is made again with it. */
export function setNumber(
  writer: Writer,
  entryId: number,
  given: { noticeId: number; number: string },
) {
  const { noticeId } = given;
  const known = loadNotice(writer, noticeId);
  if (known === null) throw new CommandRefused('notice_unknown');
  const number = registeredNumberOf(given.number);
  if (!number.isDone) throw new CommandRefused('number_invalid', given.number);
  recordRegisteredNumber(writer, entryId, { noticeId, number: number.value });
  if (known.status === 'built') appendNoticeStep(writer, noticeId, { status: 'approved' });
}

/** The letters named were posted on that day. */
export function post(
  writer: Writer,
  given: { readonly noticeIds: readonly number[]; readonly postedOn: CalendarDate },
): number {
  if (given.postedOn > writer.clock.today()) throw new CommandRefused('posted_in_the_future');
  for (const noticeId of given.noticeIds) {
    const known = loadNotice(writer, noticeId);
    if (known === null) throw new CommandRefused('notice_unknown');
    if (!mayBecome(known.status, 'posted')) throw new CommandRefused('notice_moved');
    const number = loadRegisteredNumber(writer, noticeId);
    if (known.notice.channel === 'registered_letter' && number === '') {
      throw new CommandRefused('number_missing', known.notice.subject);
    }
    appendNoticeStep(writer, noticeId, {
      status: 'posted',
      day: given.postedOn,
      fileSha256: builtFileOf(writer, noticeId),
      detail: { number },
    });
  }
  return given.noticeIds.length;
}

/** Writes what was posted where a restored copy will find it. */
export function logPosted(
  { clock }: AppContext,
  { ledger, folder }: OpenCompany,
  noticeIds: readonly number[],
): void {
  for (const noticeId of noticeIds) {
    const at = clock.now();
    const intent = ledger.read((reader) => {
      const notice = loadNotice(reader, noticeId)?.notice;
      return notice && { ...sentIntentOf(reader, notice, at), messageId: letterId(notice) };
    });
    if (intent === undefined) continue;
    const { messageId } = intent;
    appendSentLine(folder.sentLogPath, intent);
    appendSentLine(folder.sentLogPath, { state: 'posted', at, messageId });
  }
}

/** A letter has no Message-ID of its own; this one is given at its approval. */
function letterId({ messageId, noticeId }: NoticeRow): string {
  return messageId ?? `letter-${noticeId}`;
}

/** A batch with its letters as the outbox shows them. */
export function batchRows(reader: Reader, batchId: number) {
  if (loadLetterBatch(reader, batchId) === null) return null;
  return loadBatchLetters(reader, batchId).flatMap((letter) => {
    const row = readNotice(reader, letter.noticeId);
    const notice = loadNotice(reader, letter.noticeId)?.notice ?? null;
    if (row === null || notice === null) return [];
    const steps = loadNoticeSteps(reader, letter.noticeId);
    return [{ letter, row, notice, steps, draft: JSON.parse(notice.facts) as Draft }];
  });
}

export function kindOf({ channel }: Pick<NoticeRow, 'channel'>): LetterKind {
  return channel === 'registered_letter' ? 'registered' : 'plain';
}
