/**
 * Copies of a ledger file: made by SQLite's own backup, checked, and the last ten kept.
 *
 * A copy is one file that needs nothing beside it. It gets its name only once it was checked, so
 * that a crash while copying leaves no backup that is none.
 */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { instant } from '../../../shared/kernel/instant.ts';
import type { Connection } from '../sqlite.ts';
import { openCopy, openReader } from '../sqlite.ts';

export const BACKUP_REASONS = [
  'before_import',
  'daily',
  'before_restore',
  'before_migration',
  'asked',
] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

export interface Backup {
  /** Name of its file, which also says when and why it was made. */
  readonly backupId: string;
  readonly path: string;
  readonly madeAt: Instant;
  readonly reason: BackupReason;
  readonly sizeBytes: number;
}

export const BACKUPS_KEPT = 10;

/** Pages copied between two looks at the flag; a few milliseconds. */
const PAGES_AT_A_TIME = 2_000;
const NAME = /^ledger-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z-([a-z_]+)\.db$/;

export class BackupDamaged extends Error {
  override readonly name = 'BackupDamaged';
}

export interface BackupOrder {
  readonly ledgerFile: string;
  readonly backupsPath: string;
  readonly reason: BackupReason;
  readonly madeAt: Instant;
  readonly onProgress?: (pagesDone: number, pagesInAll: number) => void;
}

/** Copies the ledger while it is in use, checks the copy, and drops the oldest beyond ten. */
export async function makeBackup(order: BackupOrder): Promise<Backup> {
  const { backupsPath, reason, madeAt } = order;
  mkdirSync(backupsPath, { recursive: true });
  const backupId = nameOf(madeAt, reason);
  const unchecked = path.join(backupsPath, `${backupId}.part`);
  const connection = openReader(order.ledgerFile);
  try {
    await connection.backup(unchecked, {
      progress: ({ totalPages, remainingPages }) => {
        order.onProgress?.(totalPages - remainingPages, totalPages);
        return PAGES_AT_A_TIME;
      },
    });
    sealCopy(unchecked);
  } catch (error) {
    rmSync(unchecked, { force: true });
    throw error;
  } finally {
    connection.close();
  }
  return keep(backupsPath, backupId, unchecked);
}

/** The copy before a migration: made on the connection that is about to migrate. */
export function makeBackupNow(
  connection: Connection,
  order: Pick<BackupOrder, 'backupsPath' | 'reason' | 'madeAt'>,
): Backup {
  const { backupsPath, reason, madeAt } = order;
  mkdirSync(backupsPath, { recursive: true });
  const backupId = nameOf(madeAt, reason);
  const unchecked = path.join(backupsPath, `${backupId}.part`);
  rmSync(unchecked, { force: true });
  connection.prepare('VACUUM INTO ?').run(unchecked);
  sealCopy(unchecked);
  return keep(backupsPath, backupId, unchecked);
}

/** The backups of a folder, the latest first. */
export function listBackups(backupsPath: string): Backup[] {
  mkdirSync(backupsPath, { recursive: true });
  return readdirSync(backupsPath)
    .flatMap((name) => readName(backupsPath, name))
    .sort((a, b) => (a.backupId < b.backupId ? 1 : -1));
}

/** A backup by its id, or null. */
export function findBackup(backupsPath: string, backupId: string): Backup | null {
  return listBackups(backupsPath).find((one) => one.backupId === backupId) ?? null;
}

function keep(backupsPath: string, backupId: string, unchecked: string): Backup {
  const file = path.join(backupsPath, backupId);
  renameSync(unchecked, file);
  for (const old of listBackups(backupsPath).slice(BACKUPS_KEPT)) rmSync(old.path, { force: true });
  const [made] = readName(backupsPath, backupId);
  if (made === undefined) throw new Error('The backup just made has a name of another form.');
  return made;
}

/** Makes the copy stand alone and reads it through. */
function sealCopy(file: string): void {
  const copy = openCopy(file);
  try {
    const answer = copy.pragma('quick_check(1)', { simple: true });
    if (answer !== 'ok') throw new BackupDamaged(String(answer));
  } finally {
    copy.close();
  }
}

function nameOf(madeAt: Instant, reason: BackupReason): string {
  return `ledger-${madeAt.replace(/[:.]/g, '-')}-${reason}.db`;
}

function readName(backupsPath: string, name: string): Backup[] {
  const match = NAME.exec(name);
  if (match === null) return [];
  const [, day = '', hours = '', minutes = '', seconds = '', ms = '', word = ''] = match;
  const reason = BACKUP_REASONS.find((known) => known === word);
  if (reason === undefined) return [];
  const file = path.join(backupsPath, name);
  const madeAt = instant(`${day}T${hours}:${minutes}:${seconds}.${ms}Z`);
  return [{ backupId: name, path: file, madeAt, reason, sizeBytes: statSync(file).size }];
}
