/**
 * Items assigned to a factor who lets us chase them: the message names him and gives his IBAN.
 *
 * Where all its items are his, his account takes the place of ours; where some are, ours stays, and
 * each factor is named with his items, his IBAN and his amount.
 */
import type {
  FactorPart,
  MessageFacts,
  MessageIssuer,
  MessageItem,
} from '../../../shared/domain/message/message.ts';
import type { ItemStateRecord } from '../../ledger/views/item-states.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

type Payable = Pick<MessageFacts, 'factor' | 'issuer' | 'factorParts'>;

/** To whom the items of a message are to be paid. */
export function payableTo(
  items: readonly MessageItem[],
  customerIds: readonly number[],
  { issuer, portfolio }: { readonly issuer: MessageIssuer; readonly portfolio: Portfolio },
): Payable {
  const mandates = new Map(
    customerIds
      .flatMap((id) => portfolio.accounts.get(id)?.states ?? [])
      .filter(({ kind }) => kind === 'factored_mandate')
      .map((state) => [state.receivableId, state]),
  );
  if (mandates.size === 0) return { factor: null, issuer };
  const asked = items
    .filter(({ section }) => section !== 'credit')
    .map((item) => ({ item, mandate: mandates.get(item.receivableId ?? 0) ?? null }));
  const sold = asked.flatMap(({ item, mandate }) => (mandate === null ? [] : [{ item, mandate }]));
  const groups = [...Map.groupBy(sold, ({ mandate }) => mandate.iban).values()];
  const [first] = sold;
  if (first !== undefined && groups.length === 1 && sold.length === asked.length) {
    const { party, iban, reference } = first.mandate;
    const bank = { holder: party, iban, bic: '', bankName: '' };
    return { factor: { name: party, contractNumber: reference }, issuer: { ...issuer, bank } };
  }
  return { factor: null, issuer, factorParts: groups.flatMap(partOf) };
}

function partOf(
  group: readonly { readonly item: MessageItem; readonly mandate: ItemStateRecord }[],
): FactorPart[] {
  const [first] = group;
  if (first === undefined) return [];
  const { party, iban } = first.mandate;
  return [
    {
      name: party,
      iban,
      documentNumbers: group.map(({ item }) => item.documentNumber),
      amountCents: group.reduce((sum, { item }) => sum + item.outstandingCents, 0),
    },
  ];
}
