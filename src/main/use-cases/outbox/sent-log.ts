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
import { closeSync, existsSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
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

/** Appends a line, and returns once it is on the disk. */
export function appendSentLine(file: string, line: SentLine): void {
  const handle = openSync(file, 'a', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(line)}\n`);
    // The content and the length: when it was written is of no use to anybody.
    fdatasyncSync(handle);
  } finally {
    closeSync(handle);
  }
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
