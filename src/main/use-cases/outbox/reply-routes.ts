/** The procedures of `outbox` for what comes back: replies, returned messages, bad addresses. */
import { readFile, writeFile } from 'node:fs/promises';
import type { ReceivedMail } from '../../../shared/domain/mail/received-mail.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import { fileIncomingMail, loadIncomingMail } from '../../ledger/stores/incoming.ts';
import { loadReply, recordAddressMark, recordReplyRead } from '../../ledger/stores/replies.ts';
import { readRefusedAddresses } from '../../ledger/views/dunning-facts.ts';
import { readReplies } from '../../ledger/views/outbox.ts';
import { knownCustomer } from '../actions/known-customer.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import { companyOf, type OpenCompany } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { keepFile, readKeptFile } from '../files/kept-files.ts';
import { windowOf } from '../overview/lists.ts';
import { mailFileJob } from './mail-file-job.ts';
import { readMailBytes } from './read-mail-bytes.ts';
import { judgeReply, pastedMail } from './read-reply.ts';
import { appendReceived } from './record-reply.ts';
import { refusedAddressRows } from './refused-addresses.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds them. */
export function replyRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  const language = () => context.settings.read().language;
  return {
    readReply: api.outbox.readReply.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const mail = await readGiven(context, company, input);
      if (!mail.isDone) throw errors[mail.refusal](NO_DETAIL);
      const portfolio = await company.portfolio.read();
      return company.ledger.read((reader) =>
        judgeReply(reader, mail.value, {
          portfolio,
          droppedOn: input.customerId,
          language: language(),
        }),
      );
    }),
    recordReply: api.outbox.recordReply.handler(async ({ input, context: call, errors }) => {
      const { commandId, customerId, uploadId, incomingId, ...said } = input;
      const company = knownCustomer(open(call), customerId, errors);
      const kept = await keepUpload(context, company, uploadId);
      if (kept === undefined) throw errors.upload_unknown(NO_DETAIL);
      const waiting = incomingId === null ? null : waitingMail(company, incomingId);
      if (incomingId !== null && waiting === null) throw errors.mail_unknown(NO_DETAIL);
      const fileSha256 = waiting?.fileSha256 ?? kept;
      // The words are in the reply; the journal has who wrote, about what, and their hash.
      const { text: _text, ...payload } = said;
      const entry = {
        commandId,
        kind: 'reply_recorded',
        customerId,
        payload: { ...payload, fileSha256 },
      };
      const answer = await recordCommand(company, entry, errors, (writer, entryId) => {
        const replyId = appendReceived(writer, entryId, input, fileSha256);
        if (incomingId !== null) {
          fileIncomingMail(writer, entryId, { incomingId, state: 'reply', replyId });
        }
        return { replyId };
      });
      if (uploadId !== null) await context.uploads.release(uploadId);
      return answer;
    }),
    markReplyRead: api.outbox.markReplyRead.handler(({ input, context: call, errors }) => {
      const { commandId, replyId } = input;
      const entry = { commandId, kind: 'reply_read', customerId: null, payload: { replyId } };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const known = loadReply(writer, replyId);
        if (known === null) throw new CommandRefused('reply_unknown');
        if (!known.isRead) recordReplyRead(writer, entryId, known);
        return {};
      });
    }),
    replies: api.outbox.replies.handler(({ input, context: call }) => {
      const { customerId, isUnreadOnly } = input;
      const rows = open(call)
        .ledger.read((reader) => readReplies(reader, customerId))
        .map((row) => ({ ...row, isRead: row.isRead === 1 }));
      const shown = rows.filter(({ isRead }) => !(isUnreadOnly && isRead));
      return {
        ...windowOf(shown, input),
        unreadCount: rows.filter(({ isRead }) => !isRead).length,
      };
    }),
    replyFile: api.outbox.replyFile.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const reply = company.ledger.read((reader) => loadReply(reader, input.replyId));
      if (reply === null) throw errors.reply_unknown(NO_DETAIL);
      const { fileSha256, day, replyId } = reply;
      const { filesPath } = company.folder;
      const bytes = fileSha256 === null ? null : await readKeptFile(filesPath, fileSha256);
      if (bytes === null) throw errors.file_missing(NO_DETAIL);
      const extension = bytes.subarray(0, 4).toString('hex') === 'd0cf11e0' ? 'msg' : 'eml';
      const path = context.filesOut.newPath(extension);
      await writeFile(path, bytes);
      const fileName = `reponse-${day}-${replyId}.${extension}`;
      return { ...context.filesOut.offer({ path, fileName }), fileName };
    }),
    refusedAddresses: api.outbox.refusedAddresses.handler(async ({ input, context: call }) => {
      const company = open(call);
      const portfolio = await company.portfolio.read();
      const rows = company.ledger.read((reader) =>
        refusedAddressRows(reader, portfolio, language()),
      );
      return windowOf(rows, input);
    }),
    clearAddress: api.outbox.clearAddress.handler(({ input, context: call, errors }) => {
      const { commandId } = input;
      const address = input.address.toLowerCase();
      const entry = { commandId, kind: 'address_cleared', customerId: null, payload: { address } };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const isKnown = readRefusedAddresses(writer).some((row) => row.address === address);
        if (!isKnown) throw new CommandRefused('address_unknown');
        const day = writer.clock.today();
        recordAddressMark(writer, entryId, {
          address,
          day,
          state: 'cleared',
          code: '',
          detail: '',
        });
        return {};
      });
    }),
  };
}

type Unreadable =
  | 'upload_unknown'
  | 'mail_unknown'
  | 'mail_unreadable'
  | 'file_too_large'
  | 'mail_empty';

/** A mail of the mailbox, a file that was dropped, or pasted text. */
async function readGiven(
  context: AppContext,
  company: OpenCompany,
  given: {
    readonly incomingId: number | null;
    readonly uploadId: string | null;
    readonly pasted: string;
  },
): Promise<Result<ReceivedMail, Unreadable>> {
  const { incomingId, uploadId, pasted } = given;
  if (incomingId !== null) return readWaiting(context, company, incomingId);
  return uploadId === null ? readPasted(pasted) : readUpload(context, company, uploadId);
}

/** A mail that waits; null for one that does not. */
function waitingMail({ ledger }: OpenCompany, incomingId: number) {
  const mail = ledger.read((reader) => loadIncomingMail(reader, incomingId));
  return mail?.state === 'waiting' ? mail : null;
}

async function readWaiting(
  context: AppContext,
  company: OpenCompany,
  incomingId: number,
): Promise<Result<ReceivedMail, Unreadable>> {
  const waiting = waitingMail(company, incomingId);
  if (waiting === null) return refused('mail_unknown');
  const bytes = await readKeptFile(company.folder.filesPath, waiting.fileSha256);
  const mail = bytes === null ? null : await readMailBytes(context, company, bytes);
  return mail === null ? refused('mail_unreadable') : done(mail);
}

function readPasted(pasted: string): Result<ReceivedMail, Unreadable> {
  const mail = pastedMail(pasted);
  return mail.text === '' ? refused('mail_empty') : done(mail);
}

async function readUpload(
  context: AppContext,
  company: OpenCompany,
  uploadId: string,
): Promise<Result<ReceivedMail, Unreadable>> {
  const upload = context.uploads.find(uploadId);
  if (upload === null) return refused('upload_unknown');
  const { outcome } = context.jobs.start(
    mailFileJob,
    { path: upload.path },
    { companyKey: company.key, subject: upload.fileName, mayCancel: false },
  );
  const ended = await outcome;
  if (ended.state === 'done') return done(ended.output);
  const isLarge = ended.state === 'refused' && ended.refusal.code === 'mail_file_too_large';
  return refused(isLarge ? 'file_too_large' : 'mail_unreadable');
}

/** The hash of the file kept; null for pasted text, undefined for an upload that is gone. */
async function keepUpload(
  context: AppContext,
  { folder }: OpenCompany,
  uploadId: string | null,
): Promise<string | null | undefined> {
  if (uploadId === null) return null;
  const upload = context.uploads.find(uploadId);
  return upload === null ? undefined : keepFile(folder.filesPath, await readFile(upload.path));
}
