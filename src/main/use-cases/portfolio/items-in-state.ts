/** What the states of a customer's items change of his items and of how they are judged. */
import { itemInState } from '../../../shared/domain/item-state/item-state.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { ItemSituation } from '../../../shared/domain/receivable/situation.ts';
import type { ItemStateRecord } from '../../ledger/views/item-states.ts';

interface Stated {
  readonly items: readonly OpenItem[];
  readonly states: readonly ItemStateRecord[];
}

/** The items of a customer, each where its state places it. */
export function itemsInState({ items, states }: Stated): readonly OpenItem[] {
  if (states.length === 0) return items;
  const byItem = new Map(states.map((state) => [state.receivableId, state]));
  return items.map((item) => itemInState(item, byItem.get(item.receivableId ?? 0) ?? null));
}

/** What a state changes of how its item is judged; bills and retentions follow from their role. */
const SITUATIONS: Readonly<Record<ItemStateRecord['kind'], Partial<ItemSituation>>> = {
  factored: { state: 'factored' },
  factored_mandate: {},
  factored_back: { isRejected: true },
  handed_over: { state: 'handed_over' },
  bill_to_accept: { state: 'bill' },
  bill_accepted: { state: 'bill' },
  bill_discounted: { state: 'bill' },
  bill_unpaid: { isRejected: true },
  retention: { state: 'retention' },
  blocked_at_customer: { isBlocked: true },
};

/** What a state of that kind changes of how its item is judged. */
export function stateSituation(kind: ItemStateRecord['kind']): Partial<ItemSituation> {
  return SITUATIONS[kind];
}
