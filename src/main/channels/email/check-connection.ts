/**
 * Trying an account step by step, over the very connection that would send, without sending.
 *
 * The certificate is judged here rather than by the handshake, so that a wrong one can be shown
 * with its name and its last day; nothing secret is said before it is found right.
 */
import { lookup } from 'node:dns/promises';
import tls from 'node:tls';
import type { DiagnosisStep, DiagnosisStepKind } from '../../../shared/domain/mail/diagnosis.ts';
import type {
  NotSent,
  Refused,
  SendFault,
  ServerReply,
} from '../../../shared/domain/mail/send-outcome.ts';
import { authMethodsOf, parseServerReply } from '../../../shared/domain/mail/server-reply.ts';
import type { ConnectionCheck, SmtpAccount } from '../../ports/mailer.ts';
import {
  ask,
  connect,
  isLoopbackHost,
  type LiveConnection,
  makeConnection,
  quit,
} from './live-connection.ts';
import { outcomeOfError, outcomeOfSignIn } from './outcome.ts';
import { sendFaultOf } from './send-fault.ts';
import {
  type Credentials,
  isOffered,
  readCredentials,
  type SignInProblem,
  signIn,
} from './sign-in.ts';
import type { SessionNeeds } from './smtp-session.ts';
import { machineAddress } from './write-mail.ts';

const QUIT_PATIENCE_MS = 1000;

/** Faults of the way to the server; what else breaks the opening has a step of its own. */
const PORT_FAULTS: ReadonlySet<SendFault> = new Set<SendFault>([
  'dns',
  'connection_refused',
  'unreachable',
  'connect_timeout',
]);

/** What a step found: its words when done, a fault or the server's refusal when not. */
type Finding =
  | { readonly seen: string }
  | { readonly fault: SendFault | 'refused'; readonly seen?: string; readonly reply?: ServerReply };

interface Visit extends ConnectionCheck {
  readonly account: SmtpAccount;
  readonly needs: SessionNeeds;
  readonly live: LiveConnection;
  /** What stopped the opening of the connection, told by the step it belongs to. */
  broken: { readonly error: unknown } | null;
  credentials: Credentials;
}

type Step = readonly [DiagnosisStepKind, (visit: Visit) => Finding | Promise<Finding>];

/** Tries the account; the last step is the one that failed, or the last of all. */
export async function checkConnection(
  account: SmtpAccount,
  needs: SessionNeeds,
  check: ConnectionCheck,
): Promise<readonly DiagnosisStep[]> {
  const { authorities } = needs;
  const judgedHere = {
    certificates: authorities.certificates,
    connectionOptions: () => ({ ...authorities.connectionOptions(), rejectUnauthorized: false }),
  };
  const live = makeConnection(account, { ...needs, authorities: judgedHere });
  const nobody: Credentials = { kind: 'none' };
  const visit: Visit = { ...check, account, needs, live, broken: null, credentials: nobody };
  const stop = () => live.client.close();
  check.signal?.addEventListener('abort', stop);
  const steps: DiagnosisStep[] = [];
  for (const [step, find] of stepsOf(account)) {
    const tried = stepOf(step, await find(visit));
    steps.push(tried);
    check.onStep?.(tried);
    if (!tried.isDone) break;
  }
  check.signal?.removeEventListener('abort', stop);
  if (live.client.stage === 'connected') await quit(live, QUIT_PATIENCE_MS);
  else live.client.close();
  return steps;
}

/** What this account has to pass, in order. */
function stepsOf({ security, login }: SmtpAccount): readonly Step[] {
  return [
    ['settings', judgeSettings],
    ['dns', findServer],
    ['port', reachServer],
    ...(security === 'tls' ? TLS_STEPS : []),
    ['greeting', seeGreeting],
    ...(security === 'starttls' ? STARTTLS_STEPS : []),
    ...(login.kind === 'none' ? [] : LOGIN_STEPS),
    ['sender', ({ live, from }) => offer(live, 'MAIL FROM', from)],
    ['recipient', ({ live, from }) => offer(live, 'RCPT TO', from)],
  ];
}

const TLS_STEPS: readonly Step[] = [['certificate', judgeCertificate]];
const STARTTLS_STEPS: readonly Step[] = [
  ['starttls', seeStartTls],
  ['certificate', judgeCertificate],
];
const LOGIN_STEPS: readonly Step[] = [
  ['secret', findSecret],
  ['auth_methods', seeMethods],
  ['auth', logIn],
];

function judgeSettings({ account, from }: Visit): Finding {
  const { host, port, security } = account;
  if (security === 'none' && !isLoopbackHost(host)) return { fault: 'plaintext_forbidden' };
  if (machineAddress(from) === null) return { fault: 'address_invalid', seen: from };
  return { seen: `${host}:${port}` };
}

async function findServer({ account }: Visit): Promise<Finding> {
  try {
    const addresses = await lookup(account.host, { all: true });
    return { seen: addresses.map(({ address }) => address).join(', ') };
  } catch {
    return { fault: 'dns', seen: account.host };
  }
}

async function reachServer(visit: Visit): Promise<Finding> {
  const { account, live } = visit;
  const seen = `${account.host}:${account.port}`;
  const connected = await connect(live);
  if (connected.isDone) return { seen };
  visit.broken = { error: connected.refusal };
  const fault = sendFaultOf(connected.refusal);
  return PORT_FAULTS.has(fault) ? { fault, seen } : { seen };
}

function seeGreeting(visit: Visit): Finding {
  const { live, account } = visit;
  const { greeting } = live.transcript;
  // With STARTTLS, what broke after a right greeting is told by the next step.
  const isGreeted = greeting.startsWith('220') && account.security === 'starttls';
  if (visit.broken !== null && !isGreeted) return findingOfError(visit.broken.error);
  return { seen: parseServerReply(greeting).text };
}

function seeStartTls({ broken }: Visit): Finding {
  return broken === null ? { seen: 'STARTTLS' } : findingOfError(broken.error);
}

function judgeCertificate({ live, broken }: Visit): Finding {
  const socket = live.client._socket;
  if (!(socket instanceof tls.TLSSocket) || (broken !== null && isTlsFault(broken.error))) {
    return findingOfError(broken?.error);
  }
  const certificate = socket.getPeerX509Certificate();
  const until = certificate?.validToDate.toISOString().slice(0, 10) ?? '';
  const parts = [certificate?.subjectAltName, certificate?.issuer.replace(/\n/g, ' '), until];
  const seen = parts.filter((part) => part !== undefined && part !== '').join(' · ');
  if (socket.authorized) return { seen };
  return { fault: sendFaultOf({ code: socket.authorizationError }), seen };
}

function isTlsFault(error: unknown): boolean {
  return sendFaultOf(error) === 'tls';
}

async function findSecret(visit: Visit): Promise<Finding> {
  const { account, needs } = visit;
  const credentials = await readCredentials(account.login, needs);
  if (!credentials.isDone) return findingOfSignIn(credentials.refusal);
  visit.credentials = credentials.value;
  return { seen: account.login.kind === 'none' ? '' : account.login.user };
}

function seeMethods({ live, credentials }: Visit): Finding {
  const seen = authMethodsOf(live.transcript.ehlo).join(', ');
  return isOffered(credentials, live.transcript.ehlo)
    ? { seen }
    : { fault: 'auth_not_offered', seen };
}

async function logIn({ live, credentials }: Visit): Promise<Finding> {
  const answer = await signIn(live, credentials);
  return answer.isDone
    ? { seen: parseServerReply(live.transcript.lastReply).text }
    : findingOfSignIn(answer.refusal);
}

/** Names the address to the server, as the beginning of a message that is never given. */
async function offer(live: LiveConnection, command: string, from: string): Promise<Finding> {
  const address = machineAddress(from) ?? '';
  let reply = '';
  // The one public way to say a command of one's own: a mechanism that is no mechanism.
  live.client.customAuth.set('OFFER', async ({ sendCommand }) => {
    reply = (await sendCommand(`${command}:<${address}>`)).response;
  });
  const answer = await ask(live, (callback) =>
    live.client.login({ method: 'OFFER', user: address }, callback),
  );
  if (reply === '') return findingOfError(answer.isDone ? null : answer.refusal);
  return reply.startsWith('2')
    ? { seen: parseServerReply(reply).text }
    : { fault: 'refused', reply: parseServerReply(reply) };
}

function findingOfSignIn(problem: SignInProblem): Finding {
  return findingOfOutcome(outcomeOfSignIn(problem));
}

function findingOfError(error: unknown): Finding {
  return findingOfOutcome(outcomeOfError(error));
}

function findingOfOutcome(outcome: Refused | NotSent): Finding {
  if (outcome.kind === 'not_sent') return { fault: outcome.fault, seen: outcome.text };
  const { smtpCode, enhancedCode, text } = outcome;
  return { fault: 'refused', reply: { smtpCode, enhancedCode, text } };
}

function stepOf(step: DiagnosisStepKind, finding: Finding): DiagnosisStep {
  if (!('fault' in finding)) {
    return { step, isDone: true, seen: finding.seen, fault: null, reply: null };
  }
  const { fault, seen = '', reply = null } = finding;
  return { step, isDone: false, seen, fault, reply };
}
