/**
 * Reading a mailbox by IMAP, so that nothing in it changes: the folder is opened by EXAMINE, where
 * the server itself forbids any change, and mails are fetched by BODY.PEEK, which marks none as
 * read. Headers come first; only what was asked for is fetched whole.
 */
import type { ImapFlow, ImapFlowOptions } from 'imapflow';
import type { MailboxProblem } from '../../../shared/domain/mail/mailbox-fault.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type {
  ImapAccount,
  MailboxReader,
  MailboxSeen,
  MailboxTrial,
  MailboxVisit,
  MailHead,
} from '../../ports/mailbox.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { makeAccessTokens } from './access-tokens.ts';
import { isLoopbackHost } from './live-connection.ts';
import { HEAD_FIELDS, mailHeadOf } from './mail-head.ts';
import { MAIL_TIMEOUTS, type MailTimeouts } from './mail-timeouts.ts';
import { outcomeOfSignIn } from './outcome.ts';
import { sendFaultOf, wordsOfError } from './send-fault.ts';
import { type Credentials, readCredentials } from './sign-in.ts';
import { providerEndpoints, readingScope, type TokenNeeds } from './token-endpoint.ts';
import { systemAuthorities, type TrustedAuthorities } from './trusted-authorities.ts';

/** Headers asked for in one command. */
const HEADS_AT_ONCE = 200;
/** A mail larger than what a dropped file may be is left where it is. */
const MAIL_BYTES_MAX = 40_000_000;

/** The clock; tests put the rest in the place of what the system gives. */
export interface ImapNeeds {
  readonly clock: Clock;
  readonly timeouts?: MailTimeouts;
  readonly authorities?: TrustedAuthorities;
  readonly endpointsOf?: TokenNeeds['endpointsOf'];
}

export function makeMailboxReader(given: ImapNeeds): MailboxReader {
  const timeouts = given.timeouts ?? MAIL_TIMEOUTS;
  const authorities = given.authorities ?? systemAuthorities();
  const endpoints = given.endpointsOf ?? providerEndpoints;
  const credentialsOf = ({ login }: ImapAccount, secrets: Secrets) => {
    const tokens = makeAccessTokens({
      fetch,
      timeoutMs: timeouts.tokenMs,
      secrets,
      clock: given.clock,
      endpointsOf: (client) => ({ ...endpoints(client), scope: readingScope(client) }),
    });
    return readCredentials(login, { secrets, tokens });
  };

  /** Connects, logs in, does the work, takes leave; whatever breaks is a problem. */
  async function visiting<Seen>(
    account: ImapAccount,
    secrets: Secrets,
    work: (client: ImapFlow) => Promise<Seen>,
  ): Promise<Result<Seen, MailboxProblem>> {
    if (account.security === 'none' && !isLoopbackHost(account.host)) {
      return refused({ fault: 'plaintext_forbidden', text: account.host });
    }
    const credentials = await readCredentialsOrProblem(await credentialsOf(account, secrets));
    if (!credentials.isDone) return credentials;
    // Read with the first mailbox: most companies have none, and the core starts without it.
    const { ImapFlow: Client } = await import('imapflow');
    const client = new Client(optionsOf(account, credentials.value, { timeouts, authorities }));
    // An error that comes between two commands is told by the next one.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const seen = await work(client);
      await client.logout();
      return done(seen);
    } catch (error) {
      client.close();
      return refused(problemOf(error, account));
    }
  }

  return {
    read: (account, secrets, visit) =>
      visiting(account, secrets, (client) => readFolder(client, account.folder, visit)),
    check: (account, secrets) =>
      visiting(account, secrets, (client) => tryFolder(client, account.folder)),
  };
}

async function readCredentialsOrProblem(
  read: Awaited<ReturnType<typeof readCredentials>>,
): Promise<Result<Credentials, MailboxProblem>> {
  if (read.isDone) return read;
  const outcome = outcomeOfSignIn(read.refusal);
  return refused({
    fault: outcome.kind === 'not_sent' ? outcome.fault : 'login_refused',
    text: outcome.text,
  });
}

function optionsOf(
  { host, port, security }: ImapAccount,
  credentials: Credentials,
  { timeouts, authorities }: { timeouts: MailTimeouts; authorities: TrustedAuthorities },
): ImapFlowOptions {
  return {
    host,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    ...(security === 'none' ? {} : { tls: authorities.connectionOptions() }),
    ...(credentials.kind === 'password' && {
      auth: { user: credentials.user, pass: credentials.password },
    }),
    ...(credentials.kind === 'token' && {
      auth: { user: credentials.user, accessToken: credentials.token },
    }),
    logger: false,
    disableAutoIdle: true,
    clientInfo: { name: 'Encours' },
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.replyMs,
    maxLiteralSize: MAIL_BYTES_MAX,
  };
}

async function readFolder(
  client: ImapFlow,
  folder: string,
  visit: MailboxVisit,
): Promise<MailboxSeen> {
  const opened = await client.mailboxOpen(folder, { readOnly: true });
  const uidValidity = String(opened.uidValidity);
  const from = visit.place?.uidValidity === uidValidity ? visit.place.lastUid : null;
  const uids = await newUids(client, from, visit.since);
  for (let at = 0; at < uids.length; at += HEADS_AT_ONCE) {
    for (const head of await readHeads(client, uids.slice(at, at + HEADS_AT_ONCE))) {
      if (head.sizeBytes > MAIL_BYTES_MAX || !visit.isWanted(head)) continue;
      const whole = await client.fetchOne(String(head.uid), { source: true }, { uid: true });
      if (whole !== false && whole.source !== undefined) await visit.take(head, whole.source);
    }
  }
  // With none so far, the next number to come is where to begin.
  const lastUid = uids.at(-1) ?? from ?? Math.max(0, opened.uidNext - 1);
  return { place: { uidValidity, lastUid }, headCount: uids.length };
}

/** Numbers after the last one read; « 12:* » names the last mail even where it is before 12. */
async function newUids(
  client: ImapFlow,
  from: number | null,
  since: CalendarDate,
): Promise<readonly number[]> {
  const asked = from === null ? { since } : { uid: `${from + 1}:*` };
  const found = await client.search(asked, { uid: true });
  return (found === false || found === undefined ? [] : found)
    .filter((uid) => uid > (from ?? 0))
    .sort((a, b) => a - b);
}

async function readHeads(client: ImapFlow, uids: readonly number[]): Promise<readonly MailHead[]> {
  const asked = { uid: true, size: true, headers: HEAD_FIELDS };
  const messages = await client.fetchAll([...uids].join(','), asked, { uid: true });
  return messages
    .map(({ uid, size, headers }) =>
      mailHeadOf({ uid, sizeBytes: size ?? 0 }, headers?.toString('utf8') ?? ''),
    )
    .sort((a, b) => a.uid - b.uid);
}

async function tryFolder(client: ImapFlow, folder: string): Promise<MailboxTrial> {
  const folders = (await client.list()).map(({ path }) => path);
  const known = folders.find((path) => path.toLowerCase() === folder.toLowerCase());
  if (known === undefined) throw new FolderMissing(folders);
  const { exists } = await client.mailboxOpen(known, { readOnly: true });
  return { messageCount: exists, folders };
}

/** The folder is none of those listed. */
class FolderMissing extends Error {
  readonly folders: readonly string[];

  constructor(folders: readonly string[]) {
    super('Folder missing');
    this.name = 'FolderMissing';
    this.folders = folders;
  }
}

/** What is looked at of an error of the library. */
interface ErrorFields {
  readonly code?: unknown;
  readonly authenticationFailed?: unknown;
  readonly mailboxMissing?: unknown;
  readonly responseText?: unknown;
  readonly tlsFailed?: unknown;
}

function problemOf(error: unknown, { folder, security }: ImapAccount): MailboxProblem {
  const fields: ErrorFields = typeof error === 'object' && error !== null ? error : {};
  const said = typeof fields.responseText === 'string' ? fields.responseText : '';
  if (error instanceof FolderMissing) {
    return { fault: 'mailbox_missing', text: error.folders.slice(0, 40).join(', ') };
  }
  if (fields.authenticationFailed === true) return { fault: 'login_refused', text: said };
  if (fields.mailboxMissing === true) return { fault: 'mailbox_missing', text: said || folder };
  if (said !== '') return { fault: 'server_refused', text: said.slice(0, 300) };
  const { code } = fields;
  // Without a code of its own, it is the server that offers no encryption.
  if (fields.tlsFailed === true && security === 'starttls' && code === undefined) {
    return { fault: 'starttls_missing', text: wordsOfError(error) };
  }
  const timeoutType = typeof code === 'string' && /_TIMEOUT$/.test(code) ? code : undefined;
  return { fault: sendFaultOf({ code, timeoutType }), text: wordsOfError(error) };
}
