/** The options of the command line, the same for both hosts. */
import path from 'node:path';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { parseCalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { done, refused } from '../../shared/kernel/result.ts';

export interface Arguments {
  readonly sample: boolean;
  /** Opens no browser; prints the address. */
  readonly noOpen: boolean;
  /** Stays when the window is closed. */
  readonly background: boolean;
  /** Absolute; null for the user's own. */
  readonly dataFolder: string | null;
  /** The day to stay on; null for the real one. */
  readonly today: CalendarDate | null;
}

export type ArgumentsRefusal =
  | {
      readonly code: 'option_unknown' | 'option_without_value' | 'option_with_value';
      readonly option: string;
    }
  | { readonly code: 'day_invalid'; readonly text: string }
  | { readonly code: 'today_needs_test' };

const FLAGS = new Set(['--sample', '--no-open', '--background']);
const WITH_VALUE = new Set(['--data-dir', '--today']);

/** Switches of Chromium and Node that Electron leaves among the arguments. */
const OF_ELECTRON = /^--?(?:inspect|remote-debugging|no-sandbox|disable-|enable-|ozone|gtk|lang=)/;

/** Reads the options; relative folders are those of `workingFolder`. */
export function parseArguments(
  argv: readonly string[],
  { workingFolder, isElectron }: { readonly workingFolder: string; readonly isElectron: boolean },
): Result<Arguments, ArgumentsRefusal> {
  const given = new Map<string, string>();
  const words = isElectron ? argv.filter((word) => !OF_ELECTRON.test(word)) : [...argv];
  while (words.length > 0) {
    const word = words.shift() ?? '';
    const equals = word.indexOf('=');
    const option = equals === -1 ? word : word.slice(0, equals);
    if (FLAGS.has(option)) {
      if (equals !== -1) return refused({ code: 'option_with_value', option });
      given.set(option, '');
    } else if (WITH_VALUE.has(option)) {
      const value = equals === -1 ? words.shift() : word.slice(equals + 1);
      if (!value || value.startsWith('--')) {
        return refused({ code: 'option_without_value', option });
      }
      given.set(option, value);
    } else return refused({ code: 'option_unknown', option: word });
  }
  return gather(given, workingFolder);
}

function gather(
  given: ReadonlyMap<string, string>,
  workingFolder: string,
): Result<Arguments, ArgumentsRefusal> {
  const day = given.get('--today');
  const today = day === undefined ? null : parseCalendarDate(day);
  if (day !== undefined && today === null) return refused({ code: 'day_invalid', text: day });
  const folder = given.get('--data-dir');
  const sample = given.has('--sample');
  if (today !== null && !sample && folder === undefined) {
    return refused({ code: 'today_needs_test' });
  }
  return done({
    sample,
    noOpen: given.has('--no-open'),
    background: given.has('--background'),
    dataFolder: folder === undefined ? null : path.resolve(workingFolder, folder),
    today,
  });
}
