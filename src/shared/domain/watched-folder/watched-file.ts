/**
 * When a file of the watched folder is whole, and which names are none of its business.
 *
 * A file that is still being copied has its name already, and grows. It is taken for whole once two
 * looks in a row found the same size and the same moment, and it is not empty.
 */

/** What one look finds of a file. */
export interface WatchedLook {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** Files of the system, locks and downloads under way. */
const SYSTEM_NAME = /^([.~].*|thumbs\.db|desktop\.ini)$/i;
const UNFINISHED = /\.(tmp|temp|part|partial|crdownload|lock|lnk)$/i;

/** Whether a file of that name can be an intake. */
export function isWatchedName(fileName: string): boolean {
  return !SYSTEM_NAME.test(fileName) && !UNFINISHED.test(fileName);
}

/** Whether it stood still since the look before; null where there was none. */
export function isWhole(before: WatchedLook | null, now: WatchedLook): boolean {
  return (
    before !== null &&
    now.sizeBytes > 0 &&
    before.sizeBytes === now.sizeBytes &&
    before.modifiedMs === now.modifiedMs
  );
}
