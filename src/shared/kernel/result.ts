/**
 * A refusal is a value with a code; a broken invariant is a crash.
 *
 * A rule that may say no returns a `Result`. Exceptions are kept for what should never happen.
 */
export type Result<Value, Refusal> =
  | { readonly isDone: true; readonly value: Value }
  | { readonly isDone: false; readonly refusal: Refusal };

/** The rule said yes. */
export function done<Value>(value: Value): Result<Value, never> {
  return { isDone: true, value };
}

/** The rule said no, and why. */
export function refused<Refusal>(refusal: Refusal): Result<never, Refusal> {
  return { isDone: false, refusal };
}
