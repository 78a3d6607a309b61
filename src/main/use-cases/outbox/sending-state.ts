/**
 * Whether this computer, with this ledger, may send: kept among the settings, apart from those a
 * form shows.
 *
 * A ledger that was restored from a copy, or opens on another computer, does not know what left
 * since; nothing leaves from it before a person has looked and said so.
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader, Writer } from '../../ledger/session.ts';
import { loadSetting, recordSetting } from '../../ledger/stores/settings.ts';

const NAME = 'sending';

export interface SendingState {
  readonly isPaused: boolean;
  /** The computer and folder from which this ledger sends; null before it ever did. */
  readonly place: string | null;
  /** Why a person must confirm before anything leaves; null for no reason. */
  readonly toConfirm: 'restored' | null;
  /** Conditions of go-live that a person answers for. */
  readonly isLetteringAccepted: boolean;
  readonly testReceivedOn: CalendarDate | null;
  /** Day for which a person typed why stale books may do, and the reason. */
  readonly staleAllowed: { readonly on: CalendarDate; readonly reason: string } | null;
}

const NOTHING_SAID: SendingState = {
  isPaused: false,
  place: null,
  toConfirm: null,
  isLetteringAccepted: false,
  testReceivedOn: null,
  staleAllowed: null,
};

/** What is said of sending; defaults where nothing was. */
export function sendingState(reader: Reader): SendingState {
  const stored = loadSetting(reader, NAME);
  return typeof stored === 'object' && stored !== null
    ? { ...NOTHING_SAID, ...stored }
    : NOTHING_SAID;
}

/** Changes some of it, under an entry of the journal. */
export function recordSendingState(
  writer: Writer,
  entryId: number,
  change: Partial<SendingState>,
): void {
  recordSetting(writer, entryId, {
    name: NAME,
    value: { ...sendingState(writer), ...change },
    topic: 'notices',
  });
}
