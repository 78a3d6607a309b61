/** From an error of the connection, or a refused recipient, to the outcome of a sending. */

import { refusalKindOf } from '../../../shared/domain/mail/refusal-kind.ts';
import type {
  MailPhase,
  NotSent,
  Refused,
  RefusedRecipient,
  SendFault,
  SendOutcome,
} from '../../../shared/domain/mail/send-outcome.ts';
import { isPermanentReply, parseServerReply } from '../../../shared/domain/mail/server-reply.ts';
import { commandOfError, replyOfError, sendFaultOf, wordsOfError } from './send-fault.ts';
import type { SignInProblem } from './sign-in.ts';

const PHASE_OF_COMMAND: readonly (readonly [RegExp, MailPhase])[] = [
  [/^AUTH/i, 'authentication'],
  [/^MAIL/i, 'sender'],
  [/^RCPT/i, 'recipient'],
  [/^DATA/i, 'message'],
];

/** Nothing left, and this is why. */
export function notSent(fault: SendFault, text = '', hasDataBegun = false): NotSent {
  return { kind: 'not_sent', fault, hasDataBegun, text };
}

/** The server's answer that an error carries, or what broke before one came. */
export function outcomeOfError(error: unknown): Refused | NotSent {
  const fault = sendFaultOf(error);
  const reply = replyOfError(error);
  if (reply === null || fault === 'starttls_missing') return notSent(fault, wordsOfError(error));
  const command = commandOfError(error);
  const phase = PHASE_OF_COMMAND.find(([form]) => form.test(command))?.[1] ?? 'connection';
  return refusedBy(reply, phase);
}

/** Why one could not log in, as an outcome. */
export function outcomeOfSignIn(problem: SignInProblem): Refused | NotSent {
  return problem.kind === 'fault'
    ? notSent(problem.fault, problem.text)
    : outcomeOfError(problem.error);
}

/** A refusal in the server's words. */
export function refusedBy(
  text: string,
  phase: MailPhase,
  refusedRecipients: readonly RefusedRecipient[] = [],
): Refused {
  const reply = parseServerReply(text);
  const isPermanent = isPermanentReply(reply);
  const kind = refusalKindOf({ phase, ...reply });
  const isMailboxUnknown = isPermanent && kind === 'mailbox_unknown';
  return { kind: 'refused', phase, ...reply, isPermanent, isMailboxUnknown, refusedRecipients };
}

/**
 * The refusal of a message none of whose addressees was taken. One that may be taken later speaks
 * for all: giving up on it would be giving up on the message.
 */
export function refusedAddressees(
  addressees: readonly string[],
  refusedRecipients: readonly RefusedRecipient[],
): Refused | null {
  const own = refusedRecipients.filter(({ address }) => addressees.includes(address));
  const speaker = own.find(({ isPermanent }) => !isPermanent) ?? own[0];
  if (speaker === undefined) return null;
  const { address: _, ...reply } = speaker;
  return { kind: 'refused', phase: 'recipient', ...reply, refusedRecipients };
}

/** The server announced a size below the message's: nothing was offered to it. */
export function refusedForSize(sizeMax: number): Refused {
  return {
    kind: 'refused',
    phase: 'message',
    smtpCode: 0,
    enhancedCode: '5.3.4',
    text: `SIZE ${sizeMax}`,
    isPermanent: true,
    isMailboxUnknown: false,
    refusedRecipients: [],
  };
}

/** True where a fresh connection may do what this old one could not: nothing was begun on it. */
export function isStaleConnection(outcome: SendOutcome): boolean {
  if (outcome.kind === 'refused') return outcome.smtpCode === 421 && outcome.phase !== 'message';
  return (
    outcome.kind === 'not_sent' &&
    !outcome.hasDataBegun &&
    (outcome.fault === 'connection_lost' || outcome.fault === 'timeout')
  );
}
