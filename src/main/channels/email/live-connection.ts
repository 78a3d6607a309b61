/**
 * One connection to a mail server, greeted and encrypted as the account asks.
 *
 * nodemailer reports an end of the connection sometimes by a callback, sometimes by an event; here
 * every question is answered once, whichever comes first.
 */
import net from 'node:net';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { SmtpAccount } from '../../ports/mailer.ts';
import type { MailTimeouts } from './mail-timeouts.ts';
import { Transcript } from './transcript.ts';
import type { TrustedAuthorities } from './trusted-authorities.ts';

/** The name under which we greet: the computer's own is nobody's business. */
const CLIENT_NAME = '[127.0.0.1]';

export interface ConnectionNeeds {
  readonly timeouts: MailTimeouts;
  readonly authorities: TrustedAuthorities;
}

export interface LiveConnection {
  readonly client: SMTPConnection;
  readonly transcript: Transcript;
  /** Resolved when the connection is over, with what ended it; null where nothing went wrong. */
  readonly ended: Promise<unknown>;
  readonly isEnded: () => boolean;
}

type Callback<Value> = (error: unknown, value?: Value) => void;

/** True for a server on this very computer, the only one spoken to without encryption. */
export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare === 'localhost' || bare === '::1') return true;
  return net.isIPv4(bare) && bare.startsWith('127.');
}

/** Connects, greets, encrypts. The refusal is the error as it came, null for none. */
export function connect(live: LiveConnection): Promise<Result<unknown, unknown>> {
  return ask(live, (callback) => live.client.connect((error) => callback(error)));
}

/** Asks something of the connection; answered by its callback or by its end. */
export function ask<Value>(
  live: LiveConnection,
  question: (callback: Callback<Value>) => void,
): Promise<Result<Value | undefined, unknown>> {
  const answer = new Promise<Result<Value | undefined, unknown>>((resolve) => {
    question((error, value) => {
      const isRight = error === null || error === undefined;
      resolve(isRight ? done(value) : refused(error));
    });
  });
  return Promise.race([answer, live.ended.then((error) => refused(error))]);
}

/** Takes leave politely, and hangs up if the server lingers. */
export async function quit(live: LiveConnection, patienceMs: number): Promise<void> {
  if (live.isEnded()) return;
  const timer = setTimeout(() => live.client.close(), patienceMs);
  live.client.quit();
  await live.ended;
  clearTimeout(timer);
}

/** How long the server may stay silent from now on. */
export function allowSilence({ client }: LiveConnection, milliseconds: number): void {
  if (client._socket) client._socket.setTimeout(milliseconds);
}

/** A connection that is still to be opened. */
export function makeConnection(account: SmtpAccount, needs: ConnectionNeeds): LiveConnection {
  const transcript = new Transcript();
  const client = new SMTPConnection(optionsOf(account, needs, transcript));
  let hasEnded = false;
  let cause: unknown = null;
  const ended = new Promise<unknown>((resolve) => {
    client.on('error', (error: unknown) => {
      cause ??= error;
    });
    client.once('end', () => {
      hasEnded = true;
      resolve(cause);
    });
  });
  return { client, transcript, ended, isEnded: () => hasEnded };
}

function optionsOf(
  { host, port, security }: SmtpAccount,
  { timeouts, authorities }: ConnectionNeeds,
  { logger }: Transcript,
): SMTPConnectionOptions {
  return {
    host,
    port,
    name: CLIENT_NAME,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(security === 'none' ? {} : { tls: authorities.connectionOptions() }),
    dnsTimeout: timeouts.dnsMs,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.replyMs,
    socketCloseTimeout: 1000,
    logger,
    transactionLog: true,
  };
}
