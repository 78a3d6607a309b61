/** Sending in a test: servers and sessions that are closed after it, and requests that count. */
import { randomBytes } from 'node:crypto';
import { afterEach } from 'vitest';
import type { Mailer, SendRequest, SmtpAccount } from '../../src/main/ports/mailer.ts';
import type { SendOutcome } from '../../src/shared/domain/mail/send-outcome.ts';
import { startMailServer, startScriptedServer, testMailer, testSecrets } from './mail-servers.ts';

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of cleanUp.splice(0).reverse()) await close();
});

export async function mailServer(...args: Parameters<typeof startMailServer>) {
  const server = await startMailServer(...args);
  cleanUp.push(server.close);
  return server;
}

export async function scripted(...args: Parameters<typeof startScriptedServer>) {
  const server = await startScriptedServer(...args);
  cleanUp.push(server.close);
  return server;
}

export function sessionOn(
  account: SmtpAccount,
  secrets = testSecrets(),
  mailer: Mailer = testMailer(),
) {
  const session = mailer.open(account, secrets);
  cleanUp.push(() => session.close());
  return session;
}

export const ENVELOPE = { from: 'alice@fournisseur.test', to: ['compta@client.test'], copies: [] };
export const SMALL = Buffer.from('Subject: essai\r\n\r\nBonjour\r\n');
/** More than the buffers between two sockets of this computer hold. */
export const LARGE = Buffer.concat([
  Buffer.from('Subject: essai\r\n\r\n'),
  Buffer.from(randomBytes(9_000_000).toString('base64').replace(/.{76}/g, '$&\r\n')),
]);

/** A request that counts how often the message was said to be leaving. */
export function counted(changes: Partial<SendRequest> = {}) {
  const counter = { begun: 0 };
  const request: SendRequest = {
    envelope: ENVELOPE,
    bytes: SMALL,
    onDataBegins: () => {
      counter.begun += 1;
    },
    ...changes,
  };
  return { counter, request };
}

export async function sendOn(
  account: SmtpAccount,
  changes: Partial<SendRequest> = {},
  mailer: Mailer = testMailer(),
): Promise<{ outcome: SendOutcome; begun: number }> {
  const { counter, request } = counted(changes);
  const outcome = await sessionOn(account, testSecrets(), mailer).send(request);
  return { outcome, begun: counter.begun };
}
