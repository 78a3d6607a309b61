/**
 * `sent.log`: what left this computer, beside the ledger and in no backup of it.
 *
 * A restored ledger does not know what was sent since its copy; this file does. One JSON line a
 * fact, on the disk before the fact goes on:
 *
 *     intent  the message is about to be handed over; its claims by their natural keys
 *     data    the server waits for its bytes: from here on it may have reached the customer
 *     sent, failed, deferred, uncertain, posted   how it ended
 *
 * A line cut by a crash is the last one and is left out: what it would have said did not happen
 * yet. Nothing is ever rewritten.
 */
import {
  closeSync,
  existsSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import type { MessagePurpose } from '../../../shared/domain/dunning/planner-input.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';

/** An item of a message by what survives a restored backup. */
export interface SentItem {
  readonly customerCode: string;
  readonly sourceKey: string;
  readonly claimKey: string;
  readonly severity: string | null;
  readonly cycle: number;
  readonly amountCents: number;
}

export interface SentIntent {
  readonly state: 'intent';
  readonly at: Instant;
  readonly messageId: string;
  readonly payerCode: string;
  readonly channel: string;
  readonly kind: string;
  readonly purpose: MessagePurpose;
  readonly severity: string | null;
  readonly scenarioKey: string | null;
  readonly stepKey: string | null;
  readonly day: CalendarDate;
  readonly recipient: string;
  readonly currency: string;
  readonly totalCents: number;
  readonly subject: string;
  /** The bytes that leave: they stay on the disk whatever copy of the ledger is put back. */
  readonly fileSha256?: string | null;
  readonly items: readonly SentItem[];
}

export interface SentState {
  readonly state: 'data' | 'sent' | 'failed' | 'deferred' | 'uncertain' | 'posted';
  readonly at: Instant;
  readonly messageId: string;
}

export type SentLine = SentIntent | SentState;

const flush = promisify(fdatasync);

/** Appends a line, and returns once it is on the disk. */
export function appendSentLine(file: string, line: SentLine): void {
  const handle = openForLines(file);
  try {
    writeSync(handle, textOf(line));
    // The content and the length: when it was written is of no use to anybody.
    fdatasyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The file held open while messages leave. */
export class SentLog {
  readonly #handle: number;
  /** The last flush begun, and the one that begins after it. */
  #flushing: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  #failure: { readonly error: unknown } | null = null;

  constructor(file: string) {
    this.#handle = openForLines(file);
  }

  /** Appends a line, and resolves once it is on the disk; lines that come together share it. */
  append(line: SentLine): Promise<void> {
    this.#write(line);
    // A flush under way may have begun before this line.
    this.#next ??= this.#flushing.then(() => {
      this.#next = null;
      this.#flushing = flush(this.#handle).catch((error: unknown) => {
        this.#failure = { error };
        throw error;
      });
      return this.#flushing;
    });
    return this.#next;
  }

  async close(): Promise<void> {
    await (this.#next ?? this.#flushing).catch(() => undefined);
    closeSync(this.#handle);
  }

  #write(line: SentLine): void {
    // After a flush that failed nobody knows what is on the disk, whatever a later one says.
    if (this.#failure !== null) throw this.#failure.error;
    writeSync(this.#handle, textOf(line));
  }
}

/** Opened to append. A line that a crash cut is ended first, so that it takes no other with it. */
function openForLines(file: string): number {
  const handle = openSync(file, 'a+', 0o600);
  const { size } = fstatSync(handle);
  const last = new Uint8Array(1);
  if (size > 0) readSync(handle, last, 0, 1, size - 1);
  if (size > 0 && last[0] !== LINE_END) writeSync(handle, '\n');
  return handle;
}

const LINE_END = 10;

function textOf(line: SentLine): string {
  return `${JSON.stringify(line)}\n`;
}

/** What is known of one message. */
export interface SentMessage {
  /** Null when the line that says so is older than this file. */
  readonly intent: SentIntent | null;
  /** How often it was about to be handed over: a ledger that knows of fewer is an older copy. */
  readonly intentCount: number;
  readonly last: SentLine['state'];
  /** Moment of the last line. */
  readonly lastAt: Instant;
}

/** What the file says of every message, by Message-ID, in the order of their first lines. */
export function readSentLog(file: string): ReadonlyMap<string, SentMessage> {
  const messages = new Map<string, SentMessage>();
  if (!existsSync(file)) return messages;
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    const line = lineOf(text);
    if (line === null) continue;
    const known = messages.get(line.messageId);
    const isIntent = line.state === 'intent';
    messages.set(line.messageId, {
      intent: isIntent ? line : (known?.intent ?? null),
      intentCount: (known?.intentCount ?? 0) + (isIntent ? 1 : 0),
      last: line.state,
      lastAt: line.at,
    });
  }
  return messages;
}

function lineOf(text: string): SentLine | null {
  try {
    const value: unknown = JSON.parse(text);
    const isLine =
      typeof value === 'object' && value !== null && 'state' in value && 'messageId' in value;
    return isLine ? (value as SentLine) : null;
  } catch {
    return null;
  }
}
