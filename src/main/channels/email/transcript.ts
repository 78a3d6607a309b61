/**
 * What was said to a mail server and what it answered, in order.
 *
 * Taken from the connection's own log: the one public place where the reply to each RCPT is known
 * before the message begins. Nothing of it is kept after the next message, nothing is written.
 */

import { refusalKindOf } from '../../../shared/domain/mail/refusal-kind.ts';
import type { RefusedRecipient, ServerReply } from '../../../shared/domain/mail/send-outcome.ts';
import { isPermanentReply, parseServerReply } from '../../../shared/domain/mail/server-reply.ts';

const RECIPIENT = /^RCPT TO:<([^>]*)>/i;

export class Transcript {
  /** The first words of the server; empty before. */
  greeting = '';
  /** Its last answer to EHLO; after STARTTLS, the one that counts. */
  ehlo = '';
  /** The last reply, whatever it answered. */
  lastReply = '';
  readonly #unanswered: string[] = [];
  readonly #accepted = new Set<string>();
  readonly #refused: RefusedRecipient[] = [];

  /** The logger to give to the connection. */
  readonly logger = {
    trace: ignore,
    debug: (entry: { readonly tnx?: unknown }, line: unknown) => {
      if (entry.tnx === 'client') this.#said(String(line));
      else if (entry.tnx === 'server') this.#heard(String(line));
    },
    info: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  };

  /** Addresses that the server took for the message under way. */
  get accepted(): ReadonlySet<string> {
    return this.#accepted;
  }

  /** Addresses that it refused, with its words. */
  get refused(): readonly RefusedRecipient[] {
    return this.#refused;
  }

  #said(line: string): void {
    if (/^MAIL FROM:/i.test(line)) {
      this.#accepted.clear();
      this.#refused.length = 0;
    }
    this.#unanswered.push(line);
  }

  #heard(reply: string): void {
    this.lastReply = reply;
    const command = this.#unanswered.shift();
    if (command === undefined) {
      if (this.greeting === '') this.greeting = reply;
      return;
    }
    if (/^EHLO /i.test(command)) this.ehlo = reply;
    const [, address] = RECIPIENT.exec(command) ?? [];
    if (address !== undefined) this.#judgeRecipient(address, parseServerReply(reply));
  }

  #judgeRecipient(address: string, reply: ServerReply): void {
    if (reply.smtpCode >= 200 && reply.smtpCode < 300) this.#accepted.add(address);
    else this.#refused.push({ address, ...judgedReply(reply) });
  }
}

/** A recipient's refusal, with what it means for the address. */
export function judgedReply(reply: ServerReply): Omit<RefusedRecipient, 'address'> {
  const isPermanent = isPermanentReply(reply);
  const kind = refusalKindOf({ phase: 'recipient', ...reply });
  return { ...reply, isPermanent, isMailboxUnknown: isPermanent && kind === 'mailbox_unknown' };
}

function ignore(): void {
  // Only the dialogue is of interest.
}
