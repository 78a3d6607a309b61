/**
 * A mailbox on this computer, as much of IMAP4rev1 (RFC 3501) as reading it needs. Whatever would
 * change it is answered no and remembered: a test looks at `changes` and finds none.
 */
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

export interface StoredMail {
  readonly uid: number;
  /** Day it arrived, `YYYY-MM-DD`. */
  readonly day: string;
  readonly bytes: Buffer;
}

export interface ImapServer {
  readonly port: number;
  /** May be added to and taken from at any time. */
  readonly mails: StoredMail[];
  /** Commands that would change something. */
  readonly changes: string[];
  /** Every command, without its tag. */
  readonly commands: string[];
  uidValidity: number;
  close(): Promise<void>;
}

interface ImapOptions {
  readonly user?: string;
  readonly password?: string;
  readonly folder?: string;
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly mails?: readonly StoredMail[];
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Listens on a port of 127.0.0.1. */
export async function startImapServer(options: ImapOptions = {}): Promise<ImapServer> {
  const { user = 'compta', password = 'secret', folder = 'INBOX', tls } = options;
  const sockets = new Set<Socket>();
  const state = { mails: [...(options.mails ?? [])], changes: [], commands: [], uidValidity: 7 };
  const served: Served = { ...state, user, password, folder };
  const serve = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    serveSession(socket, served);
  };
  const server: Server =
    tls === undefined ? createServer(serve) : createTlsServer(tls, (socket) => serve(socket));
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return Object.assign(served, {
    port: address.port,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  });
}

interface Served {
  readonly mails: StoredMail[];
  readonly changes: string[];
  readonly commands: string[];
  uidValidity: number;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
}

function serveSession(socket: Socket, served: Served): void {
  let pending = Buffer.alloc(0);
  const write = (text: string | Buffer) => {
    if (!socket.destroyed) socket.write(text);
  };
  write('* OK [CAPABILITY IMAP4rev1] ready\r\n');
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const end = pending.indexOf('\r\n');
      if (end < 0) return;
      const line = pending.subarray(0, end).toString('utf8');
      pending = pending.subarray(end + 2);
      const [, tag = '', said = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
      served.commands.push(said);
      answer(said, served, write);
      write(`${tag} ${verdictOf(said, served)}\r\n`);
      if (/^LOGOUT/i.test(said)) socket.end();
    }
  });
}

function verdictOf(said: string, served: Served): string {
  const quoted = [...said.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, a, b]) => a ?? b ?? '');
  const [name = ''] = quoted;
  switch (name.toUpperCase()) {
    case 'LOGIN':
      return quoted[1] === served.user && quoted[2] === served.password
        ? 'OK logged in'
        : 'NO [AUTHENTICATIONFAILED] Invalid credentials';
    case 'EXAMINE':
      return quoted[1]?.toUpperCase() === served.folder.toUpperCase()
        ? 'OK [READ-ONLY] done'
        : 'NO [NONEXISTENT] no such folder';
    case 'SELECT':
    case 'STORE':
    case 'EXPUNGE':
    case 'APPEND':
    case 'DELETE':
    case 'CLOSE':
      served.changes.push(said);
      return 'NO [NOPERM] this mailbox is looked at only';
    case 'UID':
      if (/^UID (STORE|EXPUNGE|MOVE|COPY)/i.test(said)) {
        served.changes.push(said);
        return 'NO [NOPERM] this mailbox is looked at only';
      }
      if (/BODY\[/i.test(said)) served.changes.push(said);
      return 'OK done';
    default:
      return 'OK done';
  }
}

function answer(said: string, served: Served, write: (text: string | Buffer) => void): void {
  const upper = said.toUpperCase();
  if (upper.startsWith('CAPABILITY')) write('* CAPABILITY IMAP4rev1\r\n');
  else if (upper.startsWith('LOGOUT')) write('* BYE see you\r\n');
  else if (upper.startsWith('LIST')) listFolders(said, served, write);
  else if (upper.startsWith('EXAMINE')) examine(served, write);
  else if (upper.startsWith('UID SEARCH')) write(`* SEARCH${search(upper, served)}\r\n`);
  else if (upper.startsWith('UID FETCH')) fetch(said, served, write);
}

function listFolders(
  said: string,
  { folder }: Served,
  write: (text: string | Buffer) => void,
): void {
  for (const name of [folder, 'Envoyés']) {
    const isAll = said.includes('*');
    if (isAll || said.includes(name)) write(`* LIST (\\HasNoChildren) "/" "${encode(name)}"\r\n`);
  }
}

/** Modified UTF-7 of the one accent we need. */
function encode(name: string): string {
  return name.replace('é', '&AOk-');
}

function examine({ mails, uidValidity }: Served, write: (text: string | Buffer) => void): void {
  const uidNext = Math.max(0, ...mails.map(({ uid }) => uid)) + 1;
  write(
    [
      '* FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)',
      `* ${mails.length} EXISTS`,
      '* 0 RECENT',
      `* OK [UIDVALIDITY ${uidValidity}] validity`,
      `* OK [UIDNEXT ${uidNext}] next`,
      '* OK [PERMANENTFLAGS ()] none',
      '',
    ].join('\r\n'),
  );
}

/** ` 4 5 9`: the numbers found, each after a space. */
function search(upper: string, { mails }: Served): string {
  const [, from = ''] = /UID (\d+):\*/.exec(upper.slice('UID SEARCH'.length)) ?? [];
  const [, day = '', month = '', year = ''] =
    /SINCE (\d{1,2})-([A-Z]{3})-(\d{4})/.exec(upper) ?? [];
  const uids = mails.map(({ uid }) => uid);
  const last = Math.max(0, ...uids);
  const at = MONTHS.findIndex((name) => name.toUpperCase() === month) + 1;
  const since = `${year}-${String(at).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return mails
    .filter((mail) =>
      from === '' ? mail.day >= since : mail.uid >= Number.parseInt(from, 10) || mail.uid === last,
    )
    .map(({ uid }) => ` ${uid}`)
    .join('');
}

function fetch(said: string, { mails }: Served, write: (text: string | Buffer) => void): void {
  const [, set = ''] = /^UID FETCH (\S+)/i.exec(said) ?? [];
  const isWanted = (uid: number) =>
    set.split(',').some((part) => {
      const [low = '', high = low] = part.split(':');
      return uid >= Number.parseInt(low, 10) && uid <= Number.parseInt(high, 10);
    });
  mails.forEach(({ uid, bytes }, at) => {
    if (!isWanted(uid)) return;
    const isWhole = /BODY(\.PEEK)?\[\]/i.test(said);
    const head = bytes.subarray(0, bytes.indexOf('\r\n\r\n') + 4);
    const part = isWhole ? bytes : head;
    const name = isWhole ? 'BODY[]' : 'BODY[HEADER.FIELDS (FROM)]';
    write(`* ${at + 1} FETCH (UID ${uid} RFC822.SIZE ${bytes.length} ${name} {${part.length}}\r\n`);
    write(part);
    write(')\r\n');
  });
}
