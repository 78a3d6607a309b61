/**
 * Mail servers on this computer: a real one that takes what it is told to take, and one that plays
 * a scripted part, for what no real server does on purpose.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { MAIL_TIMEOUTS, type MailTimeouts } from '../../src/main/channels/email/mail-timeouts.ts';
import { type MailerNeeds, makeMailer } from '../../src/main/channels/email/mailer.ts';
import {
  systemAuthorities,
  type TrustedAuthorities,
} from '../../src/main/channels/email/trusted-authorities.ts';
import type { Mailer, MailLogin, SmtpAccount } from '../../src/main/ports/mailer.ts';
import type { Secrets } from '../../src/main/ports/secrets.ts';
import { countingIds } from './mail.ts';
import { TestClock } from './test-clock.ts';

const CERTIFICATES = path.join(import.meta.dirname, 'mail-certificates');

/** A certificate and its key. `server` is right; the others are wrong as their name says. */
export function certificate(name: 'server' | 'expired' | 'other-name'): {
  readonly key: string;
  readonly cert: string;
} {
  const pem = readFileSync(path.join(CERTIFICATES, `${name}.pem`), 'utf8');
  return { key: pem, cert: pem };
}

/** Trusts the authority that signed the test certificates, and no other. */
export function testAuthorities(): TrustedAuthorities {
  const authority = readFileSync(path.join(CERTIFICATES, 'authority.pem'), 'utf8');
  return systemAuthorities(() => [authority]);
}

/** A patience of seconds where the real one is of minutes. */
export const SHORT_TIMEOUTS: MailTimeouts = {
  ...MAIL_TIMEOUTS,
  connectMs: 2000,
  greetingMs: 200,
  replyMs: 400,
  lastReplyMs: 600,
  tokenMs: 300,
};

export function testMailer(changes: Partial<MailerNeeds> = {}): Mailer {
  return makeMailer({
    clock: new TestClock(),
    ids: countingIds(),
    authorities: testAuthorities(),
    timeouts: MAIL_TIMEOUTS,
    ...changes,
  });
}

/** Secrets in memory, with what they hold at the beginning. */
export function testSecrets(held: Readonly<Record<string, string>> = {}): Secrets & {
  readonly held: Map<string, string>;
} {
  const kept = new Map(Object.entries(held));
  return {
    held: kept,
    store: async () => 'memory',
    read: async (name) => kept.get(name) ?? null,
    write: async (name, secret) => void kept.set(name, secret),
    remove: async (name) => void kept.delete(name),
  };
}

export function accountAt(
  port: number,
  security: SmtpAccount['security'] = 'none',
  login: MailLogin = { kind: 'none' },
): SmtpAccount {
  return { kind: 'smtp', host: 'localhost', port, security, login };
}

export interface ReceivedMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
}

/** An error that smtp-server answers with this code. */
export function replyError(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

/** A real server, without encryption or login unless the options say otherwise. */
export async function startMailServer(options: SMTPServerOptions = {}) {
  const messages: ReceivedMessage[] = [];
  const seen = { connections: 0 };
  const server = new SMTPServer({
    ...certificate('server'),
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onConnect(_session, callback) {
      seen.connections += 1;
      callback();
    },
    onData(stream, { envelope }, callback) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        messages.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          bytes: Buffer.concat(pieces),
        });
        callback(null, `Taken as ${messages.length}`);
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    port,
    messages,
    seen,
    server,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** What a scripted server does when it hears a line; `null` keeps it silent. */
export type Part = (line: string, socket: Socket) => string | null;

/** The lines of a polite server that takes everything; a part begins with it and spoils one. */
export function politeReply(line: string): string {
  if (/^EHLO/i.test(line)) return '250-loopback\r\n250 SIZE 50000000';
  if (/^DATA/i.test(line)) return '354 Go on';
  return /^QUIT/i.test(line) ? '221 Bye' : '250 OK';
}

/**
 * A server that answers line by line. During a message it hears only its end, as `.`;
 * `onMessageBytes` is told of every piece of it.
 */
export async function startScriptedServer(
  part: Part,
  more: {
    readonly greeting?: string | null;
    readonly onMessageBytes?: (count: number, socket: Socket) => void;
  } = {},
) {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    const { greeting = '220 loopback' } = more;
    if (greeting !== null) socket.write(`${greeting}\r\n`);
    let [rest, isMessage, count] = ['', false, 0];
    const answer = (line: string) => {
      heard.push(line);
      const reply = part(line, socket);
      if (reply === null || socket.destroyed) return;
      isMessage = reply.startsWith('354');
      socket.write(`${reply}\r\n`);
      if (reply.startsWith('221')) socket.end();
    };
    socket.on('data', (piece) => {
      rest += piece.toString('latin1');
      if (isMessage) {
        count += piece.length;
        more.onMessageBytes?.(count, socket);
        const end = rest.indexOf('\r\n.\r\n');
        if (end < 0) return;
        rest = rest.slice(end + 5);
        isMessage = false;
        answer('.');
        return;
      }
      for (let end = rest.indexOf('\r\n'); end >= 0 && !isMessage; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        answer(line);
      }
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    port,
    heard,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}
