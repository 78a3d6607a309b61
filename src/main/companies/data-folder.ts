/**
 * Where the data folder is, what stands in it, and whether a ledger may live there.
 *
 *     companies/<key>/   ledger.db, files/, sent.log        backups/<key>/
 *     logs/   tmp/{uploads,out}/   run/   settings.json
 *
 * A network drive is refused: SQLite's WAL needs memory shared by one machine. A folder that a
 * service copies behind the program's back (OneDrive, Dropbox, iCloud, Google Drive) is warned of.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';

/** The parts of the data folder. */
export interface DataFolder {
  readonly path: string;
  readonly companies: string;
  readonly backups: string;
  readonly logs: string;
  readonly uploads: string;
  readonly out: string;
  readonly run: string;
  readonly settings: string;
}

export function partsOfDataFolder(folder: string): DataFolder {
  return {
    path: folder,
    companies: path.join(folder, 'companies'),
    backups: path.join(folder, 'backups'),
    logs: path.join(folder, 'logs'),
    uploads: path.join(folder, 'tmp', 'uploads'),
    out: path.join(folder, 'tmp', 'out'),
    run: path.join(folder, 'run'),
    settings: path.join(folder, 'settings.json'),
  };
}

/** Makes the folders that are missing; only the user may enter `run`. */
export function makeDataFolder(parts: DataFolder): void {
  mkdirSync(parts.run, { recursive: true, mode: 0o700 });
  for (const part of [parts.companies, parts.backups, parts.logs]) {
    mkdirSync(part, { recursive: true });
  }
}

/** Throws away the files on their way in or out of an earlier start; to do under the lock. */
export function emptyTemporaryFolders(parts: DataFolder): void {
  for (const part of [parts.uploads, parts.out]) {
    rmSync(part, { recursive: true, force: true });
    mkdirSync(part, { recursive: true });
  }
}

/** What is known of a folder's place. */
export interface FolderPlace {
  readonly platform: NodeJS.Platform;
  /** Links and mapped drives resolved. */
  readonly realPath: string;
  /** `statfs` type: its numbers mean something on Linux only. */
  readonly fileSystemType: number;
  /** Output of `mount` on macOS, else empty. */
  readonly mounts: string;
}

export type FolderRisk = 'network' | 'synchronised' | null;

// Linux, statfs(2): NFS, SMB, CIFS, SMB2, AFS, Ceph. FUSE and 9p serve local disks as well.
const NETWORK_TYPES = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400]);
const NETWORK_MOUNTS = /\((?:smbfs|nfs|afpfs|webdav|ftp)\b/;
// The folder of each service, alone or with the name of an account after it. iCloud's is
// `Mobile Documents`; recent macOS puts all the others under `CloudStorage`.
const SYNCHRONISED = new RegExp(
  `[\\\\/](?:${[
    'OneDrive(?:[ -][^\\\\/]*)?',
    'Dropbox(?: [^\\\\/]*)?',
    'Google ?Drive',
    'Mobile Documents',
    'CloudStorage',
  ].join('|')})(?:[\\\\/]|$)`,
  'i',
);

/** Whether this place is fit for a ledger. */
export function folderRisk(place: FolderPlace): FolderRisk {
  if (place.platform === 'win32' && /^\\\\(?:\?\\UNC\\|[^?.])/i.test(place.realPath)) {
    return 'network';
  }
  if (place.platform === 'linux' && NETWORK_TYPES.has(place.fileSystemType)) return 'network';
  if (place.platform === 'darwin' && isNetworkMount(place)) return 'network';
  return SYNCHRONISED.test(place.realPath) ? 'synchronised' : null;
}

/** The longest mount point above the path decides. */
function isNetworkMount({ mounts, realPath }: FolderPlace): boolean {
  const above = mounts
    .split('\n')
    .map((line) => ({ line, point: / on (.+?) \(/.exec(line)?.[1] ?? '' }))
    .filter(({ point }) => point === '/' || `${realPath}/`.startsWith(`${point}/`))
    .sort((a, b) => b.point.length - a.point.length);
  return NETWORK_MOUNTS.test(above[0]?.line ?? '');
}

/** Looks at a folder, or at where it would be made: nothing is touched. */
export function placeOfFolder(folder: string): FolderPlace {
  const existing = nearestExisting(folder);
  return {
    platform: process.platform,
    realPath: path.join(realpathSync.native(existing), path.relative(existing, folder)),
    fileSystemType: statfsSync(existing).type >>> 0,
    mounts:
      process.platform === 'darwin'
        ? execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2000 })
        : '',
  };
}

function nearestExisting(folder: string): string {
  const above = path.dirname(folder);
  return existsSync(folder) || above === folder ? folder : nearestExisting(above);
}
