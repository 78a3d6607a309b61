/** The rows of the receipts screen, in words, with the proposals that still hold. */
import type { ReceiptRow } from '../../../shared/contract/receipts.ts';
import type { MatchSuggestion } from '../../../shared/domain/matching/match-suggestion.ts';
import type { Language } from '../../../shared/format/language.ts';
import { matchReasonText } from '../../../shared/text/match-reason.ts';
import { rejectCodeText } from '../../../shared/text/reject-code.ts';
import type { Reader } from '../../ledger/session.ts';
import { loadAllocations } from '../../ledger/stores/movement-decisions.ts';
import {
  readCustomerNames,
  readItemsNow,
  type readMovements,
} from '../../ledger/views/bank-receipts.ts';

type Movement = ReturnType<typeof readMovements>[number];
type Items = ReturnType<typeof readItemsNow>;

/** Makes the rows of one window. */
export function receiptRows(
  reader: Reader,
  movements: readonly Movement[],
  language: Language,
): ReceiptRow[] {
  const allocated = loadAllocations(
    reader,
    movements.map(({ movementId }) => movementId),
  );
  const proposed = movements.map(({ suggestions }) => suggestionsIn(suggestions));
  const items = readItemsNow(reader, [
    ...allocated.map(({ receivableId }) => receivableId),
    ...proposed.flatMap((list) => list.flatMap(receivablesOf)),
  ]);
  const names = readCustomerNames(
    reader,
    proposed.flatMap((list) => list.map(({ customerId }) => customerId)),
  );
  return movements.map((movement, at) => {
    const own = allocated.filter(({ movementId }) => movementId === movement.movementId);
    const holding = (proposed[at] ?? []).filter((one) => doesHold(one, items));
    const first = proposed[at]?.[0];
    const { currency } = movement;
    return {
      ...headOf(movement, language),
      restCents: movement.restCents ?? 0,
      allocations: own.map((one) => shownOf(one, items)),
      suggestions: holding.map((one) => ({
        ...one,
        customerName: names.get(one.customerId) ?? '',
        reason: matchReasonText(one, { language, currency }),
        allocations: one.allocations.map((allocation) => shownOf(allocation, items)),
      })),
      isAutomatic: movement.isAutomatic === true && holding[0] === first,
    };
  });
}

function headOf(movement: Movement, language: Language) {
  const { movementId, bookedOn, amountCents, currency, text, payer, payerIban } = movement;
  const { account, decisionId, customerId, customerName, isInBooks } = movement;
  const comment = movement.kind === 'returned' ? '' : (movement.comment ?? '');
  const isReturn = amountCents < 0;
  return {
    movementId,
    bookedOn,
    amountCents,
    currency,
    text,
    payer,
    payerIban,
    account,
    state: stateOf(movement),
    decisionId,
    customerId,
    customerName,
    isInBooks: isInBooks || movement.isAccounted === true,
    comment,
    rejectCode: isReturn ? movement.rejectCode : null,
    rejectMeaning:
      isReturn && movement.rejectCode !== null
        ? rejectCodeText(movement.rejectCode, language)
        : null,
  };
}

function stateOf({ kind, isAccounted }: Movement): ReceiptRow['state'] {
  if (kind !== null) return kind;
  return isAccounted === true ? 'accounted' : 'waiting';
}

/** The suggestions that the ledger keeps of a movement. */
export function suggestionsIn(kept: string | null): readonly MatchSuggestion[] {
  return kept === null ? [] : (JSON.parse(kept) as MatchSuggestion[]);
}

/** Whether the items of a suggestion are still as open as it takes them for. */
export function doesHold({ allocations }: MatchSuggestion, items: Items): boolean {
  return allocations.every(({ receivableId, amountCents }) => {
    const open = items.get(receivableId)?.outstandingCents ?? 0;
    return amountCents > 0 ? amountCents <= open : amountCents >= open;
  });
}

export function receivablesOf({ allocations }: MatchSuggestion): number[] {
  return allocations.map(({ receivableId }) => receivableId);
}

function shownOf(
  { receivableId, amountCents }: { readonly receivableId: number; readonly amountCents: number },
  items: Items,
) {
  const item = items.get(receivableId);
  const { documentNumber = '', dueDate = null } = item ?? {};
  return { receivableId, documentNumber, dueDate, amountCents };
}
