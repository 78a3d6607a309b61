/**
 * An error of the connection, said in our words. The codes are those of Node, of OpenSSL and of
 * nodemailer; none is guessed from a message.
 */
import type { SendFault } from '../../../shared/domain/mail/send-outcome.ts';

/** What is looked at of an error. */
interface ErrorFields {
  readonly code?: unknown;
  /** The system's code, where nodemailer put its own in `code`. */
  readonly originalCode?: unknown;
  readonly timeoutType?: unknown;
  readonly response?: unknown;
  readonly command?: unknown;
}

const BY_SYSTEM_CODE: ReadonlyMap<unknown, SendFault> = new Map<unknown, SendFault>([
  ['ECONNREFUSED', 'connection_refused'],
  ['ENOTFOUND', 'dns'],
  ['EAI_AGAIN', 'dns'],
  ['ENODATA', 'dns'],
  ['ESERVFAIL', 'dns'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['ENETDOWN', 'unreachable'],
  ['EADDRNOTAVAIL', 'unreachable'],
  ['ETIMEDOUT', 'connect_timeout'],
  ['ECONNRESET', 'connection_lost'],
  ['EPIPE', 'connection_lost'],
  ['CERT_HAS_EXPIRED', 'certificate_expired'],
  ['CERT_NOT_YET_VALID', 'certificate_not_yet_valid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate_name'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate_untrusted'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate_untrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate_untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'certificate_untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate_untrusted'],
  ['CERT_UNTRUSTED', 'certificate_untrusted'],
  ['CERT_REVOKED', 'certificate_untrusted'],
  ['CERT_CHAIN_TOO_LONG', 'certificate_untrusted'],
  ['INVALID_CA', 'certificate_untrusted'],
  ['INVALID_PURPOSE', 'certificate_untrusted'],
]);

const BY_TIMEOUT: ReadonlyMap<unknown, SendFault> = new Map<unknown, SendFault>([
  ['CONNECT_TIMEOUT', 'connect_timeout'],
  ['GREETING_TIMEOUT', 'greeting_timeout'],
  ['UPGRADE_TIMEOUT', 'greeting_timeout'],
  ['SOCKET_TIMEOUT', 'timeout'],
]);

const BY_MAILER_CODE: ReadonlyMap<unknown, SendFault> = new Map<unknown, SendFault>([
  ['EDNS', 'dns'],
  ['ETLS', 'tls'],
  ['EPROTOCOL', 'protocol'],
  ['ETIMEDOUT', 'timeout'],
  ['EENVELOPE', 'address_invalid'],
]);

/** The fault behind an error; `connection_lost` where the code says nothing more. */
export function sendFaultOf(error: unknown): SendFault {
  const fields: ErrorFields = typeof error === 'object' && error !== null ? error : {};
  const { code, originalCode, timeoutType, response, command } = fields;
  // Asked to begin encryption, the server answered no.
  if (code === 'ETLS' && command === 'STARTTLS' && response !== undefined)
    return 'starttls_missing';
  return (
    BY_TIMEOUT.get(timeoutType) ??
    BY_SYSTEM_CODE.get(originalCode) ??
    BY_SYSTEM_CODE.get(isMailerTimeout(fields) ? undefined : code) ??
    (isTlsCode(originalCode) || isTlsCode(code) ? 'tls' : undefined) ??
    BY_MAILER_CODE.get(code) ??
    'connection_lost'
  );
}

function isMailerTimeout({ code, command }: ErrorFields): boolean {
  return code === 'ETIMEDOUT' && command !== undefined;
}

function isTlsCode(code: unknown): boolean {
  return typeof code === 'string' && /^(ERR_(SSL|TLS)_|EPROTO$)/.test(code);
}

/** The server's reply that an error carries, or null. */
export function replyOfError(error: unknown): string | null {
  const { response }: ErrorFields = typeof error === 'object' && error !== null ? error : {};
  return typeof response === 'string' && /^[2-5]\d\d/.test(response) ? response : null;
}

/** The command that an error answers; empty where none is known. */
export function commandOfError(error: unknown): string {
  const { command }: ErrorFields = typeof error === 'object' && error !== null ? error : {};
  return typeof command === 'string' ? command : '';
}

/** The words of an error, for the technical detail under a sentence. */
export function wordsOfError(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 300) : '';
}
