/**
 * Who may call: launch codes, exchanged once for tokens.
 *
 * Neither is kept, only their SHA-256, and nothing is compared but those, in constant time. A code
 * presented again after its use means that somebody else read it: every session is closed. All of
 * it dies with the process.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Result } from '../../../shared/kernel/result.ts';
import { done, refused } from '../../../shared/kernel/result.ts';

export const CODE_LIFE_MS = 60_000;
/** Where a person has to copy the address. */
export const COPIED_CODE_LIFE_MS = 300_000;
const SESSIONS_MAX = 64;
const CODES_MAX = 1000;

export interface Sessions {
  /** A new code, good for one use within `lifeMs`. */
  newCode(lifeMs: number): string;
  /** True while a code waits for its use. */
  isExpected(): boolean;
  exchange(code: string): Result<{ readonly token: string }, 'code_unknown' | 'code_replayed'>;
  isOpen(token: string): boolean;
}

interface Code {
  readonly digest: Buffer;
  readonly endsAtMs: number;
  isUsed: boolean;
}

/** `elapsedMs` is a clock that only goes forward; `onReplay` is told after all are closed. */
export function makeSessions(onReplay: () => void, elapsedMs: () => number): Sessions {
  const codes: Code[] = [];
  const sessions: Buffer[] = [];

  return {
    newCode(lifeMs) {
      const code = randomBytes(32).toString('base64url');
      if (codes.length >= CODES_MAX) codes.shift();
      codes.push({ digest: digestOf(code), endsAtMs: elapsedMs() + lifeMs, isUsed: false });
      return code;
    },
    isExpected: () => codes.some((code) => !code.isUsed && elapsedMs() <= code.endsAtMs),
    exchange(text) {
      const known = codes.find((code) => isSame(code.digest, digestOf(text)));
      if (known?.isUsed) {
        sessions.length = 0;
        onReplay();
        return refused('code_replayed');
      }
      if (known === undefined || elapsedMs() > known.endsAtMs) return refused('code_unknown');
      known.isUsed = true;
      const token = randomBytes(32).toString('base64url');
      if (sessions.length >= SESSIONS_MAX) sessions.shift();
      sessions.push(digestOf(token));
      return done({ token });
    },
    isOpen(token) {
      const digest = digestOf(token);
      return sessions.reduce((isFound, session) => isSame(session, digest) || isFound, false);
    },
  };
}

/** True when two secrets are equal; their lengths and contents take the same time. */
export function isSameSecret(a: string, b: string): boolean {
  return isSame(digestOf(a), digestOf(b));
}

function digestOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

function isSame(a: Buffer, b: Buffer): boolean {
  return timingSafeEqual(a, b);
}
