/**
 * What became of one attempt to hand a message to the mail server.
 *
 *     not_sent   nothing was given to the server that it could deliver
 *     refused    the server answered no, and will not deliver
 *     accepted   the server answered yes to the whole message
 *     uncertain  the whole message went, no answer came: only a person can tell
 *
 * A connection that breaks before the last byte of the message is `not_sent`: a server must then
 * drop what it received (RFC 5321, 3.8).
 */

/** At which command the server refused. `message` is the answer to the message itself. */
export type MailPhase = 'connection' | 'authentication' | 'sender' | 'recipient' | 'message';

/** A reply of the server, as it was. */
export interface ServerReply {
  /** Three digits, for instance 550; 0 when the refusal is ours (a size the server announced). */
  readonly smtpCode: number;
  /** RFC 3463, for instance `5.1.1`; empty where the server gives none. */
  readonly enhancedCode: string;
  readonly text: string;
}

/** One address that the server refused. */
export interface RefusedRecipient extends ServerReply {
  readonly address: string;
  readonly isPermanent: boolean;
  readonly isMailboxUnknown: boolean;
}

/** Why nothing left, or why no answer came. */
export const SEND_FAULTS = [
  'dns',
  'connection_refused',
  'unreachable',
  'connect_timeout',
  'greeting_timeout',
  'timeout',
  'connection_lost',
  'protocol',
  'starttls_missing',
  'plaintext_forbidden',
  'certificate_expired',
  'certificate_not_yet_valid',
  'certificate_name',
  'certificate_untrusted',
  'tls',
  'auth_not_offered',
  'secret_missing',
  'consent_needed',
  'token_unreachable',
  'address_invalid',
  'folder_unwritable',
  'aborted',
] as const;
export type SendFault = (typeof SEND_FAULTS)[number];

export interface Accepted {
  readonly kind: 'accepted';
  /** `folder` where the message was written as a file. */
  readonly via: 'smtp' | 'folder';
  /** The server's last answer, or the name of the file. */
  readonly response: string;
  /** The Message-ID that the server put in place of ours, when it said so (Microsoft 365). */
  readonly serverMessageId: string | null;
  /** Copies that the server refused; the addressees themselves were accepted. */
  readonly refusedRecipients: readonly RefusedRecipient[];
}

export interface Refused extends ServerReply {
  readonly kind: 'refused';
  readonly phase: MailPhase;
  readonly isPermanent: boolean;
  readonly isMailboxUnknown: boolean;
  readonly refusedRecipients: readonly RefusedRecipient[];
}

export interface Uncertain {
  readonly kind: 'uncertain';
  readonly fault: SendFault;
  readonly text: string;
}

export interface NotSent {
  readonly kind: 'not_sent';
  readonly fault: SendFault;
  /** True when some of the message, but not its end, was given to the server. */
  readonly hasDataBegun: boolean;
  readonly text: string;
}

export type SendOutcome = Accepted | Refused | Uncertain | NotSent;
