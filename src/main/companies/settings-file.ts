/**
 * `settings.json`: the window and how it looks, the language, the last company. Nothing of a
 * company's ledger.
 *
 * Only the core writes it, under the data folder's lock, into a new file that takes the place of
 * the old one. A file that can't be read is as good as none: every value has its default.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { UserSettings, UserSettingsStore } from '../ports/companies.ts';
import { parseWindowState, type WindowState } from '../ports/window-state.ts';
import { isCompanyKey } from './directory.ts';

export interface SettingsFile extends UserSettingsStore {
  window(): WindowState | null;
  recordWindow(state: WindowState): void;
}

interface Contents extends UserSettings {
  readonly window: WindowState | null;
}

/** Opens the settings; read once, then kept in memory. */
export function openSettingsFile(file: string): SettingsFile {
  let contents = parse(readText(file));
  const write = (change: Partial<Contents>) => {
    contents = { ...contents, ...change };
    writeFileSync(`${file}.new`, `${JSON.stringify(contents, null, 2)}\n`);
    renameSync(`${file}.new`, file);
  };
  return {
    read: () => contents,
    record: write,
    window: () => contents.window,
    recordWindow: (window) => write({ window }),
  };
}

function readText(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function parse(value: unknown): Contents {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const { language, colorScheme, isSideBarNarrow, lastCompanyKey } = fields;
  const isKey = typeof lastCompanyKey === 'string' && isCompanyKey(lastCompanyKey);
  return {
    window: parseWindowState(fields.window),
    language: language === 'en' ? 'en' : 'fr',
    colorScheme: colorScheme === 'light' || colorScheme === 'dark' ? colorScheme : 'auto',
    isSideBarNarrow: isSideBarNarrow === true,
    lastCompanyKey: isKey ? lastCompanyKey : null,
    lastOpenedAt: openings(fields.lastOpenedAt),
  };
}

function openings(value: unknown): Record<string, Instant> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([key, at]) => isCompanyKey(key) && typeof at === 'string'),
  );
}
