/** What a person decides of the charges of invoices: claimed, frozen at a day, given up (K1). */
import type { ChargeDecisionInput } from '../../../shared/contract/charges.ts';
import type { Writer } from '../../ledger/session.ts';
import { loadDecidedCharges, recordChargeDecision } from '../../ledger/stores/charges.ts';
import { CommandRefused } from '../api.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';
import { openItemsNamed } from './checked-items.ts';

/** Letters without which giving something up is not explained. */
const REASON_MIN = 3;

interface Decided {
  readonly count: number;
  /** As it stood, for whoever takes it back. */
  readonly before: ChargeDecisionInput[];
}

/** Records the decisions; an item settled meanwhile is left out. */
export function decideCharges(
  writer: Writer,
  entryId: number,
  made: {
    readonly accountIds: readonly number[];
    readonly decisions: readonly ChargeDecisionInput[];
    readonly reason: string;
  },
): Decided {
  const { accountIds, decisions, reason } = made;
  const givesUp = decisions.some(({ decision }) => decision !== 'claim');
  if (givesUp && reason.length < REASON_MIN) throw new CommandRefused('reason_missing');
  // The last word on an invoice named twice.
  const each = [...new Map(decisions.map((one) => [one.receivableId, one])).values()];
  const ids = each.map(({ receivableId }) => receivableId);
  const open = openItemsNamed(writer, accountIds, ids);
  const isOpen = new Set(open.map(({ receivableId }) => receivableId));
  const kept = each.filter(({ receivableId }) => isOpen.has(receivableId));
  const known = loadDecidedCharges(writer, ids);
  const byDefault = settingsInForce(writer).charges.byDefault;
  const before = kept.map(({ receivableId }): ChargeDecisionInput => {
    const earlier = known.get(receivableId)?.decision ?? { decision: byDefault };
    return { receivableId, ...earlier };
  });
  for (const decision of kept) recordChargeDecision(writer, entryId, { ...decision, reason });
  writer.touch(['charges'], [...new Set(open.map(({ customerId }) => customerId))]);
  return { count: kept.length, before };
}
