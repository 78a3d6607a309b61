/** Rows of the contact log as the rules read them. */
import type { CallOutcome } from '../../../shared/domain/contact-log/call-outcome.ts';
import type {
  ContactChannel,
  ContactLogEntry,
} from '../../../shared/domain/contact-log/contact-state.ts';
import type { ContactLogRecord } from '../../ledger/views/people.ts';

export function loggedContacts(calls: readonly ContactLogRecord[]): ContactLogEntry[] {
  return calls.map((call) => ({
    day: call.day,
    channel: call.channel as ContactChannel,
    direction: call.direction,
    outcome: call.outcome as CallOutcome,
    outcomeDate: call.outcomeDate,
  }));
}
