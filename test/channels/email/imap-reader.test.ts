/** Reading a mailbox: headers first, nothing changed in it, and what stops it said by its fault. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeMailboxReader } from '../../../src/main/channels/email/imap-reader.ts';
import type { ImapAccount, MailHead } from '../../../src/main/ports/mailbox.ts';
import { calendarDate } from '../../../src/shared/kernel/calendar-date.ts';
import { type ImapServer, startImapServer } from '../../support/imap-server.ts';
import {
  certificate,
  SHORT_TIMEOUTS,
  testAuthorities,
  testSecrets,
} from '../../support/mail-servers.ts';
import { TestClock } from '../../support/test-clock.ts';

const SINCE = calendarDate('2026-11-09');
const secrets = testSecrets({ incoming: 'secret' });

function mail(uid: number, headers: readonly string[], day = '2026-11-20') {
  const bytes = Buffer.from([...headers, '', `Mail ${uid}`].join('\r\n'));
  return { uid, day, bytes };
}

async function server(options: Parameters<typeof startImapServer>[0] = {}): Promise<ImapServer> {
  const started = await startImapServer(options);
  onTestFinished(() => started.close());
  return started;
}

function accountOf({ port }: { port: number }, changes: Partial<ImapAccount> = {}): ImapAccount {
  return {
    host: '127.0.0.1',
    port,
    security: 'none',
    login: { kind: 'password', user: 'compta', secretName: 'incoming' },
    folder: 'INBOX',
    ...changes,
  };
}

const reader = makeMailboxReader({
  clock: new TestClock(),
  timeouts: SHORT_TIMEOUTS,
  authorities: testAuthorities(),
});

async function readAll(
  account: ImapAccount,
  place: { uidValidity: string; lastUid: number } | null,
) {
  const heads: MailHead[] = [];
  const taken: string[] = [];
  const seen = await reader.read(account, secrets, {
    place,
    since: SINCE,
    isWanted: (head) => {
      heads.push(head);
      return head.sender.endsWith('@val.example');
    },
    take: async (_, bytes) => {
      taken.push(Buffer.from(bytes).toString('utf8').split('\r\n\r\n')[1] ?? '');
    },
  });
  return { seen, heads, taken };
}

describe('a mailbox is read', () => {
  test('by its headers, then whole for what is wanted; nothing in it changes', async () => {
    const at = await server({
      mails: [
        mail(3, ['From: old@val.example'], '2026-10-01'),
        mail(4, ['From: "Val, compta" <Compta@VAL.example>', 'Message-ID: <a@val.example>']),
        mail(5, [
          'From: someone@else.example',
          'Subject: Bonjour',
          'In-Reply-To: <n1@us.example>',
          'References: <n0@us.example>',
          ' <n1@us.example>',
        ]),
      ],
    });
    const { seen, heads, taken } = await readAll(accountOf(at), null);
    expect(seen).toEqual({
      isDone: true,
      value: { place: { uidValidity: '7', lastUid: 5 }, headCount: 2 },
    });
    expect(heads.map(({ uid, sender }) => [uid, sender])).toEqual([
      [4, 'compta@val.example'],
      [5, 'someone@else.example'],
    ]);
    expect(heads[1]).toMatchObject({
      answeredIds: ['n1@us.example', 'n0@us.example'],
      subject: 'Bonjour',
      isReport: false,
    });
    expect(taken).toEqual(['Mail 4']);
    expect(at.changes).toEqual([]);
    expect(at.commands.filter((said) => /^SELECT/i.test(said))).toEqual([]);
    expect(at.commands.some((said) => /^EXAMINE/i.test(said))).toBe(true);
    expect(at.commands.filter((said) => /BODY\.PEEK\[\]/i.test(said))).toHaveLength(1);
  });

  test('from where it was left, and again from the day where its numbers changed', async () => {
    const at = await server({ mails: [mail(4, ['From: a@val.example'])] });
    const again = await readAll(accountOf(at), { uidValidity: '7', lastUid: 4 });
    expect(again).toMatchObject({ heads: [], seen: { value: { place: { lastUid: 4 } } } });
    at.mails.push(mail(9, ['From: b@val.example']));
    const next = await readAll(accountOf(at), { uidValidity: '7', lastUid: 4 });
    expect(next.taken).toEqual(['Mail 9']);
    at.uidValidity = 8;
    const anew = await readAll(accountOf(at), { uidValidity: '7', lastUid: 9 });
    expect(anew.taken).toEqual(['Mail 4', 'Mail 9']);
  });

  test('empty, it begins at the next mail', async () => {
    const at = await server();
    const { seen } = await readAll(accountOf(at), null);
    expect(seen).toMatchObject({ value: { place: { lastUid: 0 }, headCount: 0 } });
  });
});

describe('what stops the reading', () => {
  const faultOf = async (account: ImapAccount) => {
    const tried = await reader.check(account, secrets);
    return tried.isDone ? 'none' : tried.refusal.fault;
  };

  test('a password, a folder, a server without encryption', async () => {
    const at = await server({ password: 'another' });
    expect(await faultOf(accountOf(at))).toBe('login_refused');
    const right = await server();
    expect(await faultOf(accountOf(right))).toBe('none');
    const missing = await reader.check(accountOf(right, { folder: 'Relances' }), secrets);
    expect(missing).toEqual({
      isDone: false,
      refusal: { fault: 'mailbox_missing', text: 'INBOX, Envoyés' },
    });
    const read = await readAll(accountOf(right, { folder: 'Relances' }), null);
    expect(read.seen).toMatchObject({ refusal: { fault: 'mailbox_missing' } });
    expect(await faultOf(accountOf(right, { security: 'starttls' }))).toBe('starttls_missing');
    const away = accountOf(right, { host: 'mail.ailleurs.invalid' });
    expect(await faultOf(away)).toBe('plaintext_forbidden');
    const login = { kind: 'password', user: 'compta', secretName: 'none' } as const;
    expect(await faultOf(accountOf(right, { login }))).toBe('secret_missing');
  });

  test('a name, a port, a silence', async () => {
    const nowhere = accountOf({ port: 993 }, { host: 'mail.ailleurs.invalid', security: 'tls' });
    expect(await faultOf(nowhere)).toBe('dns');
    const gone = await startImapServer();
    await gone.close();
    expect(await faultOf(accountOf(gone))).toBe('connection_refused');
  });

  test.each([
    ['server', 'none'],
    ['expired', 'certificate_expired'],
    ['other-name', 'certificate_name'],
  ] as const)('the certificate « %s »: %s', async (name, fault) => {
    const at = await server({ tls: certificate(name) });
    expect(await faultOf(accountOf(at, { security: 'tls' }))).toBe(fault);
  });
});
