/** The steps by which a mail account is tried, and what stops each of them. */
import type { SendFault, ServerReply } from './send-outcome.ts';

/** In the order in which they are tried; those that an account has no use for are left out. */
export type DiagnosisStepKind =
  | 'settings'
  | 'dns'
  | 'port'
  | 'certificate'
  | 'greeting'
  | 'starttls'
  | 'secret'
  | 'auth_methods'
  | 'auth'
  | 'sender'
  | 'recipient'
  | 'folder';

export interface DiagnosisStep {
  readonly step: DiagnosisStepKind;
  readonly isDone: boolean;
  /** What was seen: an address, a certificate's name and last day, a list of methods. */
  readonly seen: string;
  /** Null when done. */
  readonly fault: SendFault | 'refused' | null;
  /** The server's words, where it spoke. */
  readonly reply: ServerReply | null;
}
