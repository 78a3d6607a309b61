/**
 * An account in use: messages go one after the other over one connection, which is opened at the
 * first and renewed when the server has ended it.
 */
import type { NotSent, Refused, SendOutcome } from '../../../shared/domain/mail/send-outcome.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { MailSession, SendRequest, SmtpAccount } from '../../ports/mailer.ts';
import type { Secrets } from '../../ports/secrets.ts';
import type { AccessTokens } from './access-tokens.ts';
import {
  ask,
  type ConnectionNeeds,
  connect,
  isLoopbackHost,
  type LiveConnection,
  makeConnection,
  quit,
} from './live-connection.ts';
import { isStaleConnection, notSent, outcomeOfError, outcomeOfSignIn } from './outcome.ts';
import { type Credentials, readCredentials, signIn } from './sign-in.ts';
import { transfer } from './transfer.ts';

const QUIT_PATIENCE_MS = 1000;

export interface SessionNeeds extends ConnectionNeeds {
  readonly secrets: Secrets;
  readonly tokens: AccessTokens;
}

/** A session on an SMTP account; nothing is connected before the first message. */
export function smtpSession(account: SmtpAccount, needs: SessionNeeds): MailSession {
  let held: LiveConnection | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const next = async (signal?: AbortSignal): Promise<Ready> => {
    const kept = held;
    held = null;
    if (kept !== null && !kept.isEnded()) {
      const reset = await ask(kept, (callback) => kept.client.reset(callback));
      if (reset.isDone) return done({ live: kept, isKept: true });
      kept.client.close();
    }
    const opened = await openSession(account, needs, signal);
    return opened.isDone ? done({ live: opened.value, isKept: false }) : opened;
  };

  const attempt = async (request: SendRequest): Promise<SendOutcome> => {
    if (isAborted(request.signal)) return notSent('aborted');
    const ready = await next(request.signal);
    if (!ready.isDone) return isAborted(request.signal) ? notSent('aborted') : ready.refusal;
    const { live, isKept } = ready.value;
    const outcome = await transfer(live, request, needs.timeouts);
    if (!live.isEnded()) held = live;
    // The server had ended a connection kept too long for its taste: a fresh one, once.
    return isKept && isStaleConnection(outcome) ? attempt(request) : outcome;
  };

  return {
    send(request) {
      const outcome = queue.then(() => attempt(request));
      queue = outcome.catch(() => undefined);
      return outcome;
    },
    async close() {
      await queue;
      if (held !== null) await quit(held, QUIT_PATIENCE_MS);
      held = null;
    },
  };
}

type Ready = Result<{ readonly live: LiveConnection; readonly isKept: boolean }, Refused | NotSent>;

/** Connects and logs in. */
async function openSession(
  account: SmtpAccount,
  needs: SessionNeeds,
  signal?: AbortSignal,
): Promise<Result<LiveConnection, Refused | NotSent>> {
  if (account.security === 'none' && !isLoopbackHost(account.host)) {
    return refused(notSent('plaintext_forbidden'));
  }
  const credentials = await readCredentials(account.login, needs);
  if (!credentials.isDone) return refused(outcomeOfSignIn(credentials.refusal));
  const live = makeConnection(account, needs);
  const stop = () => live.client.close();
  signal?.addEventListener('abort', stop);
  const refusal = await greetAndSignIn(live, credentials.value);
  signal?.removeEventListener('abort', stop);
  if (refusal === null) return done(live);
  live.client.close();
  return refused(refusal);
}

async function greetAndSignIn(
  live: LiveConnection,
  credentials: Credentials,
): Promise<Refused | NotSent | null> {
  const connected = await connect(live);
  if (!connected.isDone) return outcomeOfError(connected.refusal);
  const signedIn = await signIn(live, credentials);
  return signedIn.isDone ? null : outcomeOfSignIn(signedIn.refusal);
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}
