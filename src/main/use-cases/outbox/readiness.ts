/**
 * The sending lock of go-live (N3): nothing leaves before the books are known to be right and a
 * message was seen. That each due date is confirmed is looked at item by item: nothing automatic
 * leaves on an estimated one.
 */
import type { Reader } from '../../ledger/session.ts';
import { readFoundation, readImportHealth } from '../../ledger/views/import-health.ts';
import type { SendingState } from './sending-state.ts';

export interface Condition {
  readonly key: 'import_equal' | 'lettering_accepted' | 'terms_confirmed' | 'test_received';
  readonly isMet: boolean;
  readonly count: number;
}

/** The conditions in the order in which they are met. */
export function readinessOf(reader: Reader, state: SendingState): readonly Condition[] {
  const health = readImportHealth(reader);
  return [
    {
      key: 'import_equal',
      isMet: health.importCount > 0 && health.differingCustomerCount === 0,
      count: health.differingCustomerCount,
    },
    { key: 'lettering_accepted', isMet: state.isLetteringAccepted, count: 0 },
    {
      key: 'terms_confirmed',
      isMet: health.confirmedCustomerCount > 0,
      count: health.unconfirmedCustomerCount,
    },
    { key: 'test_received', isMet: state.testReceivedOn !== null, count: 0 },
  ];
}

/**
 * Whether sending may begin. Customers whose books differ are held one by one, so that one of them
 * does not keep the others waiting once the first import is in.
 */
export function isReadyToSend(reader: Reader, state: SendingState): boolean {
  if (!state.isLetteringAccepted || state.testReceivedOn === null) return false;
  const { hasImport, hasConfirmed } = readFoundation(reader);
  return hasImport && hasConfirmed;
}
