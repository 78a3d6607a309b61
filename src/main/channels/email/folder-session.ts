/**
 * Mail into a folder: each message is a file that a double click opens in the mail program.
 *
 * For the sample company and for trying out. The name of a file says when, to whom and about what;
 * a message is whole or absent, never half a file.
 */
import { createHash } from 'node:crypto';
import { access, constants, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import PostalMime from 'postal-mime';
import type { DiagnosisStep } from '../../../shared/domain/mail/diagnosis.ts';
import type { SendOutcome } from '../../../shared/domain/mail/send-outcome.ts';
import type {
  ConnectionCheck,
  FolderAccount,
  MailSession,
  SendRequest,
} from '../../ports/mailer.ts';
import { attachmentName } from './header-text.ts';
import { notSent } from './outcome.ts';

const SUBJECT_LENGTH_MAX = 60;

/** A session that writes files. */
export function folderSession({ folder }: FolderAccount): MailSession {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    send(request) {
      const outcome = queue.then(() => writeFileOf(folder, request));
      queue = outcome.catch(() => undefined);
      return outcome;
    },
    async close() {
      await queue;
    },
  };
}

async function writeFileOf(folder: string, request: SendRequest): Promise<SendOutcome> {
  if (request.signal?.aborted === true) return notSent('aborted');
  const fileName = await fileNameOf(request);
  const temporary = path.join(folder, `.${fileName}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    return notSent('folder_unwritable', codeOf(error));
  }
  await request.onDataBegins();
  try {
    await writeFile(temporary, request.bytes, { flush: true });
    await rename(temporary, path.join(folder, fileName));
  } catch (error) {
    await rm(temporary, { force: true });
    return notSent('folder_unwritable', codeOf(error), true);
  }
  return {
    kind: 'accepted',
    via: 'folder',
    response: fileName,
    serverMessageId: null,
    refusedRecipients: [],
  };
}

/** `2026-11-23 – compta@client.test – Relance – 3f9c2a1b.eml`, the same for the same bytes. */
async function fileNameOf({ bytes, envelope }: SendRequest): Promise<string> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headers = content.subarray(0, content.indexOf('\r\n\r\n') + 4);
  const { date, subject } = await PostalMime.parse(headers);
  const [day = ''] = /^\d{4}-\d\d-\d\d/.exec(date ?? '') ?? [];
  const mark = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const about = attachmentName([...(subject ?? '')].slice(0, SUBJECT_LENGTH_MAX).join(''));
  const parts = [day, attachmentName(envelope.to[0] ?? ''), about, mark];
  return `${parts.filter((part) => part !== '').join(' – ')}.eml`;
}

/** Whether the folder can be written to. */
export async function checkFolder(
  { folder }: FolderAccount,
  { onStep }: ConnectionCheck,
): Promise<readonly DiagnosisStep[]> {
  const fault = await mkdir(folder, { recursive: true })
    .then(() => access(folder, constants.W_OK))
    .then(
      () => null,
      () => 'folder_unwritable' as const,
    );
  const step: DiagnosisStep = {
    step: 'folder',
    isDone: fault === null,
    seen: folder,
    fault,
    reply: null,
  };
  onStep?.(step);
  return [step];
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
