/**
 * The mail as the world outside does it: servers that take, refuse, hesitate and are slow, networks
 * that go, answers that get lost, and programs that end in the middle; all from one seed.
 *
 * It knows what really reached a customer, which the application cannot always know. What is said
 * of a message before its first byte leaves is judged at that moment (`onLeaving`).
 */
import { writeMail } from '../../src/main/channels/email/write-mail.ts';
import type { Mailer, SendRequest } from '../../src/main/ports/mailer.ts';
import { type Random, randomOf } from '../../src/main/sample/random.ts';
import type { SendOutcome } from '../../src/shared/domain/mail/send-outcome.ts';
import { Crash } from '../support/scripted-mailer.ts';
import type { DayClock } from './day-clock.ts';

/** One attempt at a message, and what really became of it. */
export interface Attempt {
  readonly messageId: string;
  readonly day: string;
  /** Minutes since midnight UTC. */
  readonly minute: number;
  readonly to: readonly string[];
  readonly bytes: Uint8Array;
  /** The customer has it, whoever knows. */
  hasArrived: boolean;
  /** Nobody told the application whether he has. */
  isDoubtful: boolean;
}

type Fate =
  | 'accepted'
  | 'not_now'
  | 'mailbox_unknown'
  | 'no_network'
  | 'cut_before_data'
  | 'no_answer_arrived'
  | 'no_answer_lost'
  | 'crash_before_data'
  | 'crash_arrived'
  | 'crash_lost';

/** In parts of a hundred; the rest is accepted. */
const FATES: readonly (readonly [Fate, number])[] = [
  ['not_now', 7],
  ['mailbox_unknown', 2],
  ['no_network', 4],
  ['cut_before_data', 2],
  ['no_answer_arrived', 3],
  ['no_answer_lost', 2],
  ['crash_before_data', 2],
  ['crash_arrived', 2],
  ['crash_lost', 1],
];
const SLOW_CHANCE = 0.15;
const SLOW_MINUTES = 25;

export interface MailWorldNeeds {
  readonly seed: number;
  readonly clock: DayClock;
  /** Judges a message that is about to leave. */
  readonly onLeaving: (attempt: Attempt) => void;
}

export class MailWorld implements Mailer {
  readonly attempts: Attempt[] = [];
  /** What somebody does while a slow server keeps a message waiting; null for nothing. */
  meanwhile: (() => Promise<void>) | null = null;
  /** The program has ended: nothing of it goes on before it starts again. */
  isDead = false;
  readonly #random: Random;
  readonly #needs: MailWorldNeeds;
  #written = 0;

  constructor(needs: MailWorldNeeds) {
    this.#needs = needs;
    this.#random = randomOf(needs.seed ^ 0x5eed);
  }

  /** What reached customers, in order. */
  get arrived(): readonly Attempt[] {
    return this.attempts.filter(({ hasArrived }) => hasArrived);
  }

  write: Mailer['write'] = (mail, form) => {
    this.#written += 1;
    const next = () => `written-${this.#written}`;
    return writeMail(mail, form, { next });
  };

  check: Mailer['check'] = async () => [];

  open: Mailer['open'] = () => ({
    send: (request) => this.#send(request),
    close: async () => undefined,
  });

  /** Whether somebody who asks the customer, or looks into the mailbox, finds the message. */
  hasArrived(messageId: string): boolean {
    return this.attempts.some((one) => one.messageId === messageId && one.hasArrived);
  }

  async #send(request: SendRequest): Promise<SendOutcome> {
    if (this.isDead) throw new Crash();
    const { clock, onLeaving } = this.#needs;
    const attempt: Attempt = {
      messageId: messageIdOf(request.bytes),
      day: clock.day,
      minute: clock.minute,
      to: request.envelope.to,
      bytes: request.bytes,
      hasArrived: false,
      isDoubtful: false,
    };
    onLeaving(attempt);
    this.attempts.push(attempt);
    if (this.#random.chance(SLOW_CHANCE)) {
      clock.pass(this.#random.whole(1, SLOW_MINUTES));
      const meanwhile = this.meanwhile;
      this.meanwhile = null;
      await meanwhile?.();
    }
    return this.#become(attempt, request);
  }

  #become(attempt: Attempt, { onDataBegins }: SendRequest): SendOutcome {
    const fate = this.#draw();
    switch (fate) {
      case 'not_now':
        return refusal(451, '4.7.1', 'greylisted');
      case 'mailbox_unknown':
        return refusal(550, '5.1.1', 'no such user');
      case 'no_network':
        return { kind: 'not_sent', fault: 'dns', hasDataBegun: false, text: 'ENOTFOUND' };
      case 'cut_before_data':
        return { kind: 'not_sent', fault: 'connection_lost', hasDataBegun: false, text: '' };
      case 'no_answer_arrived':
      case 'no_answer_lost':
        onDataBegins();
        attempt.hasArrived = fate === 'no_answer_arrived';
        attempt.isDoubtful = true;
        return { kind: 'uncertain', fault: 'connection_lost', text: '' };
      case 'crash_before_data':
        return this.#die();
      case 'crash_arrived':
      case 'crash_lost':
        onDataBegins();
        attempt.hasArrived = fate === 'crash_arrived';
        attempt.isDoubtful = true;
        return this.#die();
      default:
        onDataBegins();
        attempt.hasArrived = true;
        return {
          kind: 'accepted',
          via: 'smtp',
          response: '250 2.0.0 OK',
          serverMessageId: null,
          refusedRecipients: [],
        };
    }
  }

  #die(): never {
    this.isDead = true;
    throw new Crash();
  }

  #draw(): Fate {
    let left = this.#random.whole(0, 99);
    for (const [fate, parts] of FATES) {
      if (left < parts) return fate;
      left -= parts;
    }
    return 'accepted';
  }
}

function refusal(smtpCode: number, enhancedCode: string, text: string): SendOutcome {
  const isPermanent = smtpCode >= 500;
  return {
    kind: 'refused',
    phase: 'recipient',
    refusedRecipients: [],
    smtpCode,
    enhancedCode,
    isPermanent,
    isMailboxUnknown: isPermanent,
    text,
  };
}

/** The Message-ID of the bytes themselves, without brackets. */
export function messageIdOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  const head = text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const [, found] = /^message-id:\s*<([^>]+)>/im.exec(head) ?? [];
  if (found === undefined) throw new Error('A message left without a Message-ID.');
  return found;
}
