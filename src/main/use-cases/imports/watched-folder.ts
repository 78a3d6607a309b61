/**
 * The watched folder (A6): looked at by the scheduler, in small steps, and never imported from.
 *
 * A look lists the folder, and hashes and recognises a few of the files that have stood still since
 * the look before. What was found is kept in memory: the files are the truth, and are looked at
 * again after a restart. One look at a time: a network folder that hangs holds one look and no
 * more, and one that is gone is said to be gone.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { WatchedFile } from '../../../shared/contract/watched-folder.ts';
import {
  isWatchedName,
  isWhole,
  type WatchedLook,
} from '../../../shared/domain/watched-folder/watched-file.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { loadImportProfiles } from '../../ledger/stores/import-profiles.ts';
import { loadFilesAside } from '../../ledger/stores/watched-files.ts';
import { isFileImported } from '../../ledger/views/invoice-files.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';
import { recogniseFileJob } from './file-jobs.ts';

/** Files looked at; a folder of more is cut, and says so. */
const FILES_MAX = 500;
/** Hashed and recognised at one look. */
const RECOGNISED_MAX = 20;

type Recognised = Pick<WatchedFile, 'fileSha256' | 'format' | 'profileName' | 'code'>;

interface Seen extends WatchedLook {
  readonly recognised: Recognised | null;
}

interface Watch {
  folder: string;
  state: 'not_looked' | 'ready' | 'gone';
  lookedAt: Instant | null;
  files: readonly Seen[];
  isCut: boolean;
  looking: Promise<void> | null;
}

const watches = new WeakMap<Ledger, Watch>();

function watchOf(ledger: Ledger): Watch {
  const folder = ledger.read(settingsInForce).intake.watchedFolder.trim();
  const known = watches.get(ledger);
  if (known?.folder === folder) return known;
  const made: Watch = {
    folder,
    state: 'not_looked',
    lookedAt: null,
    files: [],
    isCut: false,
    looking: null,
  };
  watches.set(ledger, made);
  return made;
}

/** Looks at the folder of a company; a look under way is waited for, and none follows it. */
export async function lookAtWatchedFolder(
  context: AppContext,
  company: OpenCompany,
): Promise<void> {
  const watch = watchOf(company.ledger);
  if (watch.folder === '') return;
  watch.looking ??= look(context, company, watch).finally(() => {
    watch.looking = null;
  });
  await watch.looking;
}

async function look(context: AppContext, company: OpenCompany, watch: Watch): Promise<void> {
  const { ledger } = company;
  const before = traceOf(watch);
  const listed = await list(watch.folder);
  if (!ledger.isOpen()) return;
  watch.lookedAt = context.clock.now();
  if (listed === null) {
    watch.state = 'gone';
  } else {
    watch.state = 'ready';
    watch.isCut = listed.isCut;
    watch.files = await recognised(context, company, { watch, found: listed.found });
  }
  if (!ledger.isOpen() || traceOf(watch) === before) return;
  ledger.announce({ topics: ['watched'], customerIds: [] });
}

function traceOf({ state, files }: Watch): string {
  const traces = files.map(
    (one) => `${one.fileName}|${one.sizeBytes}|${one.modifiedMs}|${one.recognised?.fileSha256}`,
  );
  return [state, ...traces].join('\n');
}

/** The files of the folder itself, by name; null where it can't be read. Links are not followed. */
async function list(
  folder: string,
): Promise<{ readonly found: readonly WatchedLook[]; readonly isCut: boolean } | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  const names = entries
    .filter((entry) => entry.isFile() && isWatchedName(entry.name))
    .map(({ name }) => name)
    .sort();
  const found: WatchedLook[] = [];
  for (const fileName of names.slice(0, FILES_MAX)) {
    const state = await lstat(path.join(folder, fileName)).catch(() => null);
    if (state?.isFile() !== true) continue;
    found.push({ fileName, sizeBytes: state.size, modifiedMs: Math.round(state.mtimeMs) });
  }
  return { found, isCut: names.length > FILES_MAX };
}

async function recognised(
  context: AppContext,
  company: OpenCompany,
  { watch, found }: { readonly watch: Watch; readonly found: readonly WatchedLook[] },
): Promise<Seen[]> {
  const known = new Map(watch.files.map((one) => [one.fileName, one]));
  const seen: Seen[] = [];
  let left = RECOGNISED_MAX;
  for (const now of found) {
    const before = known.get(now.fileName) ?? null;
    const isStill = isWhole(before, now);
    let recognition = isStill ? (before?.recognised ?? null) : null;
    if (isStill && recognition === null && left > 0 && company.ledger.isOpen()) {
      left -= 1;
      recognition = await recognise(context, company, { folder: watch.folder, file: now });
    }
    seen.push({ ...now, recognised: recognition });
  }
  return seen;
}

/** Null for a file that could not be read: it is tried again at the next look. */
async function recognise(
  context: AppContext,
  { key, ledger }: OpenCompany,
  { folder, file }: { readonly folder: string; readonly file: WatchedLook },
): Promise<Recognised | null> {
  const place = path.join(folder, file.fileName);
  const fileSha256 = await hashOf(place);
  if (fileSha256 === null || !ledger.isOpen()) return null;
  const savedProfiles = ledger
    .read(loadImportProfiles)
    .map(({ profile }) => profile)
    .toReversed();
  const { fileName, sizeBytes } = file;
  const { outcome } = context.jobs.start(
    recogniseFileJob,
    { path: place, fileName, sizeBytes, savedProfiles, sheetName: null },
    { companyKey: key, subject: fileName, mayCancel: false },
  );
  const ended = await outcome;
  if (ended.state !== 'done') return null;
  const { format, code, table } = ended.output;
  const profileName = table?.profileOrigin === 'saved' ? table.profileName : null;
  return { fileSha256, format, code, profileName };
}

async function hashOf(place: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(place)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

const NOT_RECOGNISED: Recognised = {
  fileSha256: null,
  format: null,
  profileName: null,
  code: null,
};

/** What lies in the folder, with what the ledger knows of it now. */
export function watchedFiles({ ledger }: OpenCompany) {
  const { folder, state, lookedAt, files, isCut } = watchOf(ledger);
  const aside = ledger.read(loadFilesAside);
  const rows = files.map(({ fileName, sizeBytes, recognised: said }): WatchedFile => {
    const { fileSha256, ...what } = said ?? NOT_RECOGNISED;
    const isImported =
      fileSha256 !== null && ledger.read((reader) => isFileImported(reader, fileSha256));
    const isAside = fileSha256 !== null && aside.has(fileSha256);
    return { fileName, sizeBytes, fileSha256, ...what, isImported, isAside };
  });
  return {
    folder,
    state: folder === '' ? ('none' as const) : state,
    lookedAt,
    waitingCount: rows.filter(isWaiting).length,
    files: rows,
    isCut,
  };
}

function isWaiting({ format, isImported, isAside }: WatchedFile): boolean {
  return format !== null && format !== 'refused' && !isImported && !isAside;
}

/** Where a file of the folder lies; null for a name that the last look did not find. */
export function placeOfWatched({ ledger }: OpenCompany, fileName: string): string | null {
  const { folder, files } = watchOf(ledger);
  const isKnown = files.some((one) => one.fileName === fileName);
  return isKnown ? path.join(folder, fileName) : null;
}
