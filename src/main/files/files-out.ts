/**
 * Files on their way out: fetched by a link, which can carry no token, hence by a ticket.
 *
 * A ticket is 24 random bytes and the whole right. It is for one file and one fetch, to begin
 * within a minute. A fetch that broke off can be resumed from where it stopped for ten minutes.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { done, refused } from '../../shared/kernel/result.ts';
import type { FilesOut, TicketUse } from '../ports/files.ts';
import type { Ids } from '../ports/ids.ts';
import { contentDisposition, safeFileName } from './file-name.ts';
import { mediaTypeOf } from './media-type.ts';

const BEGIN_MS = 60_000;
const RESUME_MS = 600_000;
const TICKETS_MAX = 1000;
const OFFERED_MAX = 1000;

export interface FilesOutStore extends FilesOut {
  /** Answers the GET of `/files/<ticket>`; null when the ticket gives no right (any more). */
  fetchTicket(ticket: string, range: string | null): Promise<Response | null>;
}

interface Ticket {
  readonly path: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly use: TicketUse;
  readonly madeAtMs: number;
  begunAtMs: number | null;
  sentBytes: number;
  isSending: boolean;
}

/** `elapsedMs` is a clock that only goes forward. */
export function makeFilesOut(
  folder: string,
  ids: Ids,
  elapsedMs: () => number = () => performance.now(),
): FilesOutStore {
  const offered = new Map<string, { readonly path: string; readonly fileName: string }>();
  // By the hash of the ticket: the time of a look-up says nothing of the ticket itself.
  const tickets = new Map<string, Ticket>();

  function forgetOld(): void {
    for (const [key, ticket] of tickets) {
      if (tickets.size > TICKETS_MAX || isOver(ticket, elapsedMs())) tickets.delete(key);
    }
  }

  return {
    newPath(extension) {
      mkdirSync(folder, { recursive: true });
      return path.join(folder, `${ids.next()}.${extension}`);
    },
    offer(file) {
      const fileId = ids.next();
      const [oldest] = offered.keys();
      if (offered.size >= OFFERED_MAX && oldest !== undefined) offered.delete(oldest);
      offered.set(fileId, file);
      return { fileId };
    },
    async makeTicket(fileId, use) {
      const file = offered.get(fileId);
      const facts = file && (await stat(file.path).catch(() => null));
      if (file === undefined || !facts?.isFile()) return refused('file_unknown');
      forgetOld();
      const ticket = randomBytes(24).toString('base64url');
      const fileName = safeFileName(file.fileName);
      tickets.set(hashOf(ticket), {
        path: file.path,
        fileName,
        sizeBytes: facts.size,
        use,
        madeAtMs: elapsedMs(),
        begunAtMs: null,
        sentBytes: 0,
        isSending: false,
      });
      return done({ url: `/files/${ticket}`, fileName });
    },
    async fetchTicket(text, range) {
      const ticket = tickets.get(hashOf(text));
      if (ticket === undefined || ticket.isSending || isOver(ticket, elapsedMs())) return null;
      const from = startOf(ticket, range);
      if (from === null) return null;
      ticket.begunAtMs ??= elapsedMs();
      return send(ticket, from);
    },
  };
}

function hashOf(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64');
}

function isOver(ticket: Ticket, nowMs: number): boolean {
  if (ticket.begunAtMs === null) return nowMs - ticket.madeAtMs > BEGIN_MS;
  const isSent = !ticket.isSending && ticket.sentBytes >= ticket.sizeBytes;
  return isSent || nowMs - ticket.begunAtMs > RESUME_MS;
}

/** The byte to begin at: the first, or where an earlier fetch got to; null for a second fetch. */
function startOf(ticket: Ticket, range: string | null): number | null {
  const wanted = Number.parseInt(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? '0', 10);
  if (ticket.begunAtMs === null) return 0;
  return wanted > 0 && wanted <= ticket.sentBytes ? wanted : null;
}

function send(ticket: Ticket, from: number): Response {
  const { fileName, sizeBytes, use } = ticket;
  const headers = new Headers({
    'Content-Type': mediaTypeOf(path.extname(fileName)),
    'Content-Length': String(sizeBytes - from),
    'Content-Disposition': contentDisposition(fileName, use),
    'Content-Security-Policy': 'sandbox',
    'X-Content-Type-Options': 'nosniff',
  });
  if (use === 'save') {
    headers.set('Accept-Ranges', 'bytes');
    headers.set('ETag', `"${createHash('sha256').update(ticket.path).digest('base64url')}"`);
  }
  if (from > 0) headers.set('Content-Range', `bytes ${from}-${sizeBytes - 1}/${sizeBytes}`);
  const status = from > 0 ? 206 : 200;
  return new Response(sizeBytes === 0 ? null : counted(ticket, from), { status, headers });
}

/** The file from a byte on, counting what has left. */
function counted(ticket: Ticket, from: number): ReadableStream<Uint8Array> {
  const file = createReadStream(ticket.path, { start: from, highWaterMark: 256 * 1024 });
  const source = Readable.toWeb(file) as ReadableStream<Uint8Array>;
  ticket.isSending = true;
  ticket.sentBytes = from;
  const end = () => {
    ticket.isSending = false;
  };
  const reader = source.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done: isDone, value } = await reader.read();
          if (value !== undefined) {
            ticket.sentBytes += value.byteLength;
            controller.enqueue(value);
          }
          if (!isDone) return;
          end();
          controller.close();
        } catch (error) {
          end();
          controller.error(error);
        }
      },
      async cancel(reason) {
        end();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
