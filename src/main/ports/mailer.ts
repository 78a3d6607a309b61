/**
 * Mail, as the use cases see it: writing a message, handing it to a server or to a folder, and
 * finding out why an account does not work.
 *
 * Nothing is sent twice by a mailer on its own: it never retries a message, it says what happened.
 */
import type { DiagnosisStep } from '../../shared/domain/mail/diagnosis.ts';
import type { MailProblem } from '../../shared/domain/mail/mail-problem.ts';
import type { SendOutcome } from '../../shared/domain/mail/send-outcome.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Secrets } from './secrets.ts';

/** `none` is for a server on this very computer. */
export type MailSecurity = 'tls' | 'starttls' | 'none';

export type OAuthProvider = 'microsoft' | 'google';

/** An application registered with the provider by the user or his IT department. */
export interface OAuthClient {
  readonly provider: OAuthProvider;
  readonly clientId: string;
  /** Microsoft's tenant, `organizations` for any; unused with Google. */
  readonly tenant: string;
  /** Name in `Secrets` of the client secret that Google gives even to desktop programs; or null. */
  readonly clientSecretName: string | null;
  /** The consent asked for covers reading replies too. */
  readonly alsoReads?: boolean;
}

/** Who the server knows. Secrets are named here and lie in `Secrets`. */
export type MailLogin =
  | { readonly kind: 'none' }
  | { readonly kind: 'password'; readonly user: string; readonly secretName: string }
  | {
      readonly kind: 'oauth';
      readonly user: string;
      readonly client: OAuthClient;
      /** Name in `Secrets` of the refresh token. */
      readonly secretName: string;
    };

export interface SmtpAccount {
  readonly kind: 'smtp';
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly login: MailLogin;
}

/** No server: messages are written as files, for the sample company and for trying out. */
export interface FolderAccount {
  readonly kind: 'folder';
  /** Made when the first message is written. */
  readonly folder: string;
}

export type MailAccount = SmtpAccount | FolderAccount;

export interface MailAddress {
  /** Empty for none. */
  readonly name: string;
  readonly address: string;
}

export interface MailAttachment {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** A picture shown inside the HTML, as `<img src="cid:…">`. */
export interface InlinePicture extends MailAttachment {
  readonly contentId: string;
}

/** A message to be written. */
export interface Mail {
  readonly from: MailAddress;
  readonly replyTo: MailAddress | null;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  /** In the envelope only; a draft, which has no envelope, carries them in its headers. */
  readonly bcc: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly pictures: readonly InlinePicture[];
  readonly attachments: readonly MailAttachment[];
  readonly sentAt: Instant;
  /** Our Message-ID without brackets; null makes one. */
  readonly messageId: string | null;
}

export interface MailForm {
  /** A draft carries `X-Unsent: 1`: Outlook opens it ready to send. */
  readonly isDraft: boolean;
  /** Size of the written message, in bytes, over which it is refused. */
  readonly bytesMax: number;
}

export interface MailEnvelope {
  readonly from: string;
  /** Addressees: unless one of them is accepted by the server, nothing leaves. */
  readonly to: readonly string[];
  /** Copies, hidden ones included. */
  readonly copies: readonly string[];
}

export interface WrittenMail {
  /** Without brackets. */
  readonly messageId: string;
  readonly envelope: MailEnvelope;
  /** The very bytes that leave, and are filed. */
  readonly bytes: Uint8Array;
}

export interface SendRequest {
  readonly envelope: MailEnvelope;
  readonly bytes: Uint8Array;
  /**
   * Called once, when the server waits for the message; its first byte leaves when what this gives
   * is settled. What it throws stops the sending, and is thrown by `send`.
   */
  readonly onDataBegins: () => unknown;
  /** Stops the sending as long as the message has not begun; later it runs to its answer. */
  readonly signal?: AbortSignal;
}

/** One account in use: its connection is opened when needed and kept for the next message. */
export interface MailSession {
  /** One message at a time; calls wait for each other. */
  send(request: SendRequest): Promise<SendOutcome>;
  /** Takes leave of the server, after the message under way. */
  close(): Promise<void>;
}

export interface ConnectionCheck {
  /** The address that will write: it is offered to the server as sender and as addressee. */
  readonly from: string;
  /** Told of each step as it ends. */
  readonly onStep?: (step: DiagnosisStep) => void;
  readonly signal?: AbortSignal;
}

export interface Mailer {
  /** Writes a message as the bytes that will leave. */
  write(mail: Mail, form: MailForm): Promise<Result<WrittenMail, MailProblem>>;
  open(account: MailAccount, secrets: Secrets): MailSession;
  /** Tries the account step by step, without sending anything; stops at the first failure. */
  check(
    account: MailAccount,
    secrets: Secrets,
    check: ConnectionCheck,
  ): Promise<readonly DiagnosisStep[]>;
}
