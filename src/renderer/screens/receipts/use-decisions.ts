/** What can be decided of a movement, each with its toast and the way back. */
import { formatCents } from '../../../shared/format/amount.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { receiptsText } from '../../../shared/text/screens/receipts.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { showToast } from '../../parts/toast.tsx';
import type { ReceiptRow, Suggestion } from './receipt-row.ts';

type Decided = { readonly decisionId: number };
const takeBack =
  ({ decisionId }: Decided) =>
  (call: ApiClient, commandId: string) =>
    call.receipts.undo({ commandId, decisionIds: [decisionId] });

interface Named {
  readonly commandId: string;
  readonly movementId: number;
  readonly customerId: number;
  readonly allocations: { receivableId: number; amountCents: number }[];
  /** What the toast says. */
  readonly said: string;
}

export interface Decisions {
  /** Confirms a suggestion as it stands. */
  readonly confirm: (row: ReceiptRow, suggestion: Suggestion) => void;
  /** Whose it is and what it settles; true once done. */
  readonly allocate: (
    row: ReceiptRow,
    customer: { readonly customerId: number; readonly name: string },
    allocations: readonly { readonly receivableId: number; readonly amountCents: number }[],
  ) => Promise<boolean>;
  readonly setAside: (row: ReceiptRow, comment: string) => Promise<boolean>;
  readonly confirmReturn: (
    row: ReceiptRow,
    customer: { readonly customerId: number; readonly name: string },
  ) => Promise<boolean>;
  readonly undo: (row: ReceiptRow) => void;
  readonly isRunning: boolean;
}

export function useDecisions(): Decisions {
  const words = useText(receiptsText);
  const language = useLanguage();
  const confirming = useCommand(
    (call) =>
      ({ said, ...input }: Named) =>
        call.receipts.confirm(input).then((answer) => ({ ...answer, said })),
    { said: ({ said }) => said, undo: (answer) => takeBack(answer) },
  );
  const aside = useCommand((call) => call.receipts.setAside, {
    said: () => words.asideDone,
    undo: takeBack,
  });
  const returning = useCommand(
    (call) =>
      ({ said, ...input }: Omit<Named, 'allocations'>) =>
        call.receipts.confirmReturn(input).then((answer) => ({ ...answer, said })),
    { said: ({ said }) => said, undo: (answer) => takeBack(answer) },
  );
  const undoing = useCommand((call) => call.receipts.undo, { said: () => words.undone });
  const allocate: Decisions['allocate'] = async (row, { customerId, name }, allocations) => {
    const { movementId, amountCents, currency } = row;
    const amount = formatCents(amountCents, { language, currency });
    const said =
      allocations.length === 0 ? words.keptOnAccount(name, amount) : words.confirmed(name, amount);
    const input = { movementId, customerId, allocations: [...allocations], said };
    return (await confirming.run(input)).isDone;
  };
  return {
    allocate,
    confirm: (row, { customerId, customerName, allocations }) => {
      const settled = allocations.map(({ receivableId, amountCents }) => ({
        receivableId,
        amountCents,
      }));
      void allocate(row, { customerId, name: customerName }, settled);
    },
    setAside: async ({ movementId }, comment) => (await aside.run({ movementId, comment })).isDone,
    confirmReturn: async ({ movementId }, { customerId, name }) =>
      (await returning.run({ movementId, customerId, said: words.returnDone(name) })).isDone,
    undo: ({ decisionId }) => {
      if (decisionId !== null) void undoing.run({ decisionIds: [decisionId] });
    },
    isRunning: confirming.isRunning || aside.isRunning || returning.isRunning || undoing.isRunning,
  };
}

type Least = Parameters<ApiClient['receipts']['confirmAbove']>[0]['least'];

/** Confirms everything sure enough, part by part; one toast takes all of it back. */
export function useBulk(): {
  readonly run: (least: Least) => Promise<void>;
  readonly isRunning: boolean;
} {
  const api = useApi();
  const words = useText(receiptsText);
  const language = useLanguage();
  const bulk = useCommand((call) => call.receipts.confirmAbove);
  const undoing = useCommand(
    () => (input: { commandId: string; decisionIds: number[] }) => api.call.receipts.undo(input),
    { said: () => words.undone },
  );
  const run = async (least: Least) => {
    const decisionIds: number[] = [];
    for (;;) {
      const outcome = await bulk.run({ least });
      if (!outcome.isDone) break;
      decisionIds.push(...outcome.value.decisionIds);
      const { remainingCount } = outcome.value;
      if (remainingCount === 0 || outcome.value.decisionIds.length === 0) break;
    }
    if (decisionIds.length === 0) return;
    showToast({
      message: words.bulkDone(formatCount(decisionIds.length, { language })),
      undo: { label: words.undo, run: () => void undoing.run({ decisionIds }) },
    });
  };
  return { run, isRunning: bulk.isRunning };
}
