/**
 * Refuses a Node that is too old, before anything else is read: the SQLite driver would end it by
 * a segmentation fault, without a word.
 */
import { hostText } from '../../shared/text/host.ts';

const NODE_MAJOR_MIN = 24;

/** The sentence to print and leave with, or null when this Node will do. */
export function nodeRefusal(version: string): string | null {
  const major = Number.parseInt(version, 10);
  return major >= NODE_MAJOR_MIN ? null : hostText.fr.nodeTooOld(version);
}
