/** The states an item may be put in; what each means stands in `item-state.ts`. */
export const ITEM_STATE_KINDS = [
  'factored',
  'factored_mandate',
  'factored_back',
  'handed_over',
  'bill_to_accept',
  'bill_accepted',
  'bill_discounted',
  'bill_unpaid',
  'retention',
  'blocked_at_customer',
] as const;
export type ItemStateKind = (typeof ITEM_STATE_KINDS)[number];
