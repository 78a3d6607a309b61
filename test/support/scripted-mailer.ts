/**
 * A mailer that answers as a test says: what a server, a network or a crash would do to each
 * message, one after the other. Messages are written by the real writer.
 */
import { writeMail } from '../../src/main/channels/email/write-mail.ts';
import type { Mailer, SendRequest } from '../../src/main/ports/mailer.ts';
import type { SendOutcome } from '../../src/shared/domain/mail/send-outcome.ts';

/** What happens to a message; `crash` ends the program in the middle of it. */
export type Happening =
  | 'accepted'
  | 'mailbox_unknown'
  | 'not_now'
  | 'no_network'
  | 'no_answer'
  | 'crash_before_data'
  | 'crash_after_data';

/** Stands for the end of the program: nothing after it runs. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

export class ScriptedMailer implements Mailer {
  /** The bytes that a server took, in order. */
  readonly taken: SendRequest[] = [];
  /** How often a sending was begun. */
  attempts = 0;
  readonly #script: Happening[];

  /** Each message gets the next happening; beyond the last one all are accepted. */
  constructor(script: readonly Happening[] = []) {
    this.#script = [...script];
  }

  write: Mailer['write'] = (mail, form) =>
    writeMail(mail, form, { next: () => `test-${String(this.attempts)}` });

  open: Mailer['open'] = () => ({
    send: async (request) => {
      this.attempts += 1;
      return this.#happen(this.#script.shift() ?? 'accepted', request);
    },
    close: async () => undefined,
  });

  check: Mailer['check'] = async () => [];

  #happen(happening: Happening, request: SendRequest): SendOutcome {
    const refused = { kind: 'refused', phase: 'recipient', refusedRecipients: [] } as const;
    switch (happening) {
      case 'mailbox_unknown':
        return {
          ...refused,
          smtpCode: 550,
          enhancedCode: '5.1.1',
          isPermanent: true,
          isMailboxUnknown: true,
          text: 'no such user',
        };
      case 'not_now':
        return {
          ...refused,
          smtpCode: 451,
          enhancedCode: '4.7.1',
          isPermanent: false,
          isMailboxUnknown: false,
          text: 'greylisted',
        };
      case 'no_network':
        return { kind: 'not_sent', fault: 'dns', hasDataBegun: false, text: 'ENOTFOUND' };
      case 'crash_before_data':
        throw new Crash();
      case 'crash_after_data':
        request.onDataBegins();
        this.taken.push(request);
        throw new Crash();
      case 'no_answer':
        request.onDataBegins();
        this.taken.push(request);
        return { kind: 'uncertain', fault: 'connection_lost', text: '' };
      default:
        request.onDataBegins();
        this.taken.push(request);
        return {
          kind: 'accepted',
          via: 'smtp',
          response: '250 2.0.0 OK',
          serverMessageId: null,
          refusedRecipients: [],
        };
    }
  }
}
