/** The state of an item as screens and lists show it. */
import type { Item } from '../../../shared/contract/customers.ts';
import type { Verdict } from '../../../shared/domain/receivable/verdict.ts';
import type { Language } from '../../../shared/format/language.ts';
import { itemStateSentence, itemStateText } from '../../../shared/text/item-state.ts';
import type { ItemStateRecord } from '../../ledger/views/item-states.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';

/** The verdicts that a state may be the reason of. */
const BY_STATE: ReadonlySet<string> = new Set<Verdict>([
  'bill',
  'retention',
  'factored',
  'handed_over',
  'blocked_at_customer',
]);

/** The state a person put the item in; null for none. */
export function stateOf(
  { states }: Pick<CustomerAccount, 'states'>,
  receivableId: number | null,
): ItemStateRecord | null {
  return states.find((state) => state.receivableId === receivableId) ?? null;
}

/** The state with its words, for the customer file. */
export function shownState(state: ItemStateRecord | null, language: Language): Item['state'] {
  if (state === null) return null;
  const { customerId: _customer, receivableId: _receivable, ...said } = state;
  const label = itemStateText[language].kinds[state.kind];
  return { ...said, label, sentence: itemStateSentence(state, language) };
}

/** The sentence of a state where it is why an item is not chased; null for another reason. */
export function stateReason(
  account: Pick<CustomerAccount, 'states'> | undefined,
  of: { readonly receivableId: number | null; readonly verdict: string },
  language: Language,
): string | null {
  if (account === undefined || !BY_STATE.has(of.verdict)) return null;
  const state = stateOf(account, of.receivableId);
  return state === null ? null : itemStateSentence(state, language);
}
