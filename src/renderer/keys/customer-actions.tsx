/**
 * The action keys of a customer: `a` call, `p` promise, `l` dispute, `n` note, `s` stop,
 * `t` state, `f` done for today. They go to the customer file when one is open, else to the row
 * one stands on.
 *
 *     useCustomerActions({ isEnabled: row !== null, run: (action) => … });
 *
 * In a list, `useListActions(customerId)` of `frame/open-customer.tsx` does it all.
 */
import { keysText } from '../../shared/text/screens/keys.ts';
import { useText } from '../parts/reader.tsx';
import { useKeys } from './keys.tsx';

export type CustomerAction = 'call' | 'promise' | 'dispute' | 'note' | 'stop' | 'state' | 'done';

export const ACTION_KEYS: Readonly<Record<CustomerAction, string>> = {
  call: 'a',
  promise: 'p',
  dispute: 'l',
  note: 'n',
  stop: 's',
  state: 't',
  done: 'f',
};

export function useCustomerActions(options: {
  readonly isEnabled: boolean;
  readonly run: (action: CustomerAction) => void;
}): void {
  const words = useText(keysText);
  const { isEnabled, run } = options;
  const labels: Readonly<Record<CustomerAction, string>> = {
    call: words.call,
    promise: words.promise,
    dispute: words.dispute,
    note: words.note,
    stop: words.stop,
    state: words.state,
    done: words.doneToday,
  };
  const actions = Object.keys(ACTION_KEYS) as CustomerAction[];
  useKeys(
    words.customer,
    actions.map((action) => ({
      keys: ACTION_KEYS[action],
      label: labels[action],
      run: () => run(action),
    })),
    { isEnabled },
  );
}
