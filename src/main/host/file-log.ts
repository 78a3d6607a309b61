/**
 * The log: JSON lines by pino in `logs/encours.log`, five files of 5 MB, the oldest thrown away.
 *
 * The host thread alone writes it, and at once: a line must be on the disk when the next moment
 * ends the process. Lines are few (incidents, slow statements, refusals by code); what goes in
 * says ids and codes, never a name or an amount.
 */
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import type { Log } from '../ports/log.ts';
import { plainError } from '../ports/posted-log.ts';

const FILE_BYTES_MAX = 5 * 1024 * 1024;
const FILES_MAX = 5;

/** Opens the log of a data folder. A disk that refuses a line costs that line, nothing else. */
export function openFileLog(logsFolder: string, bytesMax: number = FILE_BYTES_MAX): Log {
  const file = path.join(logsFolder, 'encours.log');
  let size: number | null = null;
  const write = (line: string) => {
    try {
      if (size === null) {
        mkdirSync(logsFolder, { recursive: true });
        size = sizeOf(file);
      }
      if (size > 0 && size + Buffer.byteLength(line) > bytesMax) {
        rotate(file);
        size = 0;
      }
      appendFileSync(file, line, { mode: 0o600 });
      size += Buffer.byteLength(line);
    } catch {
      // Nowhere left to say it.
    }
  };
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
  return {
    info: (event, fields = {}) => logger.info(fields, event),
    warn: (event, fields = {}) => logger.warn(fields, event),
    error: (event, error, fields = {}) =>
      logger.error({ ...fields, error: plainError(error) }, event),
  };
}

/** encours.log → encours.1.log → … → encours.4.log → gone. */
function rotate(file: string): void {
  const numbered = (number: number) =>
    number === 0 ? file : file.replace(/\.log$/, `.${number}.log`);
  rmSync(numbered(FILES_MAX - 1), { force: true });
  for (let number = FILES_MAX - 2; number >= 0; number -= 1) {
    if (sizeOf(numbered(number)) > 0) renameSync(numbered(number), numbered(number + 1));
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
