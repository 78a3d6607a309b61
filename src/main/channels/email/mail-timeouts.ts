/** How long each moment of a sending may last, in milliseconds. Tests give shorter ones. */
export interface MailTimeouts {
  readonly dnsMs: number;
  /** From the DNS to the end of the TLS handshake. */
  readonly connectMs: number;
  readonly greetingMs: number;
  /** Silence of the server between two commands. */
  readonly replyMs: number;
  /**
   * Silence once the message is wholly given. Ten minutes as RFC 5321, 4.5.3.2.6 asks: giving up
   * earlier would leave in doubt what the server is about to accept.
   */
  readonly lastReplyMs: number;
  /** The provider's answer about a token. */
  readonly tokenMs: number;
}

export const MAIL_TIMEOUTS: MailTimeouts = {
  dnsMs: 10_000,
  connectMs: 30_000,
  greetingMs: 60_000,
  replyMs: 120_000,
  lastReplyMs: 600_000,
  tokenMs: 20_000,
};
