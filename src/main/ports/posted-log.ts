/**
 * The log of a thread that has no file of its own: each line is posted to the thread above,
 * which writes it. One file, one writer, so that it can be rotated.
 */
import type { Log } from './log.ts';

type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** A line on its way between two threads. */
export interface PostedLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly fields: Fields;
  readonly error: {
    readonly name: string;
    readonly message: string;
    readonly stack: string;
  } | null;
}

/** A log that posts its lines. */
export function postedLog(post: (line: PostedLine) => void): Log {
  return {
    info: (event, fields = {}) => post({ level: 'info', event, fields, error: null }),
    warn: (event, fields = {}) => post({ level: 'warn', event, fields, error: null }),
    error: (event, error, fields = {}) =>
      post({ level: 'error', event, fields, error: plainError(error) }),
  };
}

/** Writes a posted line to a log. */
export function replayLine(line: PostedLine, log: Log): void {
  if (line.level === 'error') log.error(line.event, line.error, line.fields);
  else log[line.level](line.event, line.fields);
}

/** Name, message and stack of whatever was thrown; causes included in the stack. */
export function plainError(error: unknown): NonNullable<PostedLine['error']> {
  if (error instanceof Error) {
    const stack = error.stack ?? '';
    const cause = error.cause === undefined ? '' : `\ncaused by ${plainError(error.cause).stack}`;
    return { name: error.name, message: error.message, stack: `${stack}${cause}` };
  }
  if (isPlainError(error)) return error;
  return { name: 'thrown', message: String(error), stack: '' };
}

function isPlainError(value: unknown): value is NonNullable<PostedLine['error']> {
  return typeof value === 'object' && value !== null && 'stack' in value && 'message' in value;
}
