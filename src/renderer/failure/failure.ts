/**
 * What a call that did not succeed says, in three kinds: refused (a rule said no, with its code),
 * unreachable (the application does not answer), incident (it broke, with a number to quote).
 */
import { ORPCError } from '@orpc/client';

export type Failure =
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string | null }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'incident'; readonly incident: string | null };

/** Reads whatever a call threw; codes of ours are in lower case, those of oRPC in capitals. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ORPCError)) return { kind: 'unreachable' };
  if (/^[a-z_]+$/.test(error.code)) {
    return { kind: 'refused', code: error.code, detail: fieldOf(error.data, 'detail') };
  }
  if (error.code === 'BAD_REQUEST') return { kind: 'refused', code: 'input_invalid', detail: null };
  if (error.code === 'UNAUTHORIZED') return { kind: 'refused', code: 'session_lost', detail: null };
  return { kind: 'incident', incident: fieldOf(error.data, 'incident') };
}

function fieldOf(data: unknown, name: string): string | null {
  if (typeof data !== 'object' || data === null || !(name in data)) return null;
  const value: unknown = Reflect.get(data, name);
  return typeof value === 'string' ? value : null;
}
