/** Why a mailbox could not be read: the faults of any mail connection, and those of reading. */
import type { SendFault } from './send-outcome.ts';

export const MAILBOX_FAULTS = [
  /** The server refuses the user name or the password. */
  'login_refused',
  /** The server has no folder of that name, or does not show it. */
  'mailbox_missing',
  /** The server answered no to something else. */
  'server_refused',
] as const;

export type MailboxFault = SendFault | (typeof MAILBOX_FAULTS)[number];

export interface MailboxProblem {
  readonly fault: MailboxFault;
  /** The server's words, or what was looked for; empty for none. */
  readonly text: string;
}

const OF_THE_NETWORK: ReadonlySet<MailboxFault> = new Set<MailboxFault>([
  'dns',
  'connection_refused',
  'unreachable',
  'connect_timeout',
  'greeting_timeout',
  'timeout',
  'connection_lost',
  'token_unreachable',
]);

/** True where waiting may be enough: no network, a server that is away. */
export function isOffline({ fault }: MailboxProblem): boolean {
  return OF_THE_NETWORK.has(fault);
}
