/**
 * Opening a customer file over the list one is in.
 *
 *     const openCustomer = useOpenCustomer();
 *     openCustomer(row.customerId);                                the panel
 *     openCustomer(row.customerId, { action: 'call', sequence });  with the call form ready
 *
 *     useListActions(active?.customerId ?? null, sequence);        keys a p l n s f of the list
 *     menu={(row) => customerMenu(row.customerId)}                 same actions, by the mouse
 *
 * `sequence` is the customers of the list in order: the file goes to the next of them. The panel
 * stands in the address (`?customer=12`), so « Back » closes it, on the same row.
 */
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { frameText } from '../../shared/text/screens/frame.ts';
import { keysText } from '../../shared/text/screens/keys.ts';
import { useCommand } from '../commands/use-command.tsx';
import { ACTION_KEYS, type CustomerAction, useCustomerActions } from '../keys/customer-actions.tsx';
import type { MenuEntry } from '../parts/data-table/table-types.ts';
import { useText } from '../parts/reader.tsx';
import type { Search } from './navigation.ts';

/** Forms of the file: those that have a key, and those that a reply leads to. */
export type FileAction = CustomerAction | 'announced' | 'duplicates';

/** What `screens/customer-file` is given. */
export interface CustomerFileProps {
  readonly customerId: number;
  /** In the panel, 720 px wide; else the whole screen. */
  readonly isPanel: boolean;
  /** The form to open at once; told back when it was. */
  readonly action: FileAction | null;
  readonly onActionTaken: () => void;
  readonly onClose: () => void;
  /** The next customer of the list one came from; null at its end. */
  readonly onNext: (() => void) | null;
  readonly onPrevious: (() => void) | null;
}

export interface OpenOptions {
  readonly action?: FileAction;
  readonly sequence?: readonly number[];
}

/** The list one came from; it changes nothing on screen by itself. */
let sequence: readonly number[] = [];

/** Neighbours of a customer in the list one came from. */
export function neighboursOf(customerId: number): { next: number | null; previous: number | null } {
  const at = sequence.indexOf(customerId);
  if (at === -1) return { next: null, previous: null };
  return { next: sequence[at + 1] ?? null, previous: sequence[at - 1] ?? null };
}

export function useOpenCustomer(): (customerId: number, options?: OpenOptions) => void {
  const navigate = useNavigate();
  return useCallback(
    (customerId, options = {}) => {
      if (options.sequence !== undefined) sequence = options.sequence;
      void navigate({
        to: '.',
        search: (current: Search) => ({
          ...current,
          customer: customerId,
          action: options.action,
        }),
        replace: new URLSearchParams(window.location.search).has('customer'),
      });
    },
    [navigate],
  );
}

/** « Fait pour aujourd'hui », with its undo. */
export function useMarkDone(): (customerId: number) => void {
  const words = useText(frameText);
  const { run } = useCommand(
    (call) => (input: { commandId: string; customerId: number }) =>
      call.actions
        .markDoneToday({ ...input, isDone: true })
        .then((answer) => ({ ...answer, customerId: input.customerId })),
    {
      said: () => words.done,
      undo:
        ({ customerId }) =>
        (call, commandId) =>
          call.actions.markDoneToday({ commandId, customerId, isDone: false }),
    },
  );
  return useCallback((customerId: number) => void run({ customerId }), [run]);
}

/** One action on a customer: its form in the file, or done at once. */
function useActOn(): (
  customerId: number,
  action: CustomerAction,
  list?: readonly number[],
) => void {
  const openCustomer = useOpenCustomer();
  const markDone = useMarkDone();
  return (customerId, action, list) => {
    if (action === 'done') markDone(customerId);
    else openCustomer(customerId, { action, ...(list !== undefined && { sequence: list }) });
  };
}

export function useListActions(customerId: number | null, list?: readonly number[]): void {
  const act = useActOn();
  useCustomerActions({
    isEnabled: customerId !== null,
    run: (action) => {
      if (customerId !== null) act(customerId, action, list);
    },
  });
}

export function useCustomerMenu(): (customerId: number, list?: readonly number[]) => MenuEntry[] {
  const words = useText(keysText);
  const act = useActOn();
  const openCustomer = useOpenCustomer();
  const labels: readonly (readonly [CustomerAction, string])[] = [
    ['call', words.call],
    ['promise', words.promise],
    ['dispute', words.dispute],
    ['note', words.note],
    ['stop', words.stop],
    ['state', words.state],
    ['done', words.doneToday],
  ];
  return (customerId, list) => [
    { label: words.open, run: () => openCustomer(customerId) },
    ...labels.map(([action, label]) => ({
      label,
      keys: ACTION_KEYS[action],
      run: () => act(customerId, action, list),
    })),
  ];
}
