/**
 * The obligations and the ten as one list of rows: arrows, j and k go from one to the next, Enter
 * opens the file, the action keys do their work on the row one stands on.
 */
import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { keysText } from '../../../shared/text/screens/keys.ts';
import { prioritiesText } from '../../../shared/text/screens/priorities.ts';
import type { ApiClient } from '../../api/client.ts';
import { useListActions, useOpenCustomer } from '../../frame/open-customer.tsx';
import { useKeys } from '../../keys/keys.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import type { LineHold } from './line-hold.ts';
import { ObligationLine } from './obligation-line.tsx';
import styles from './priorities.module.css';
import { PriorityLine } from './priority-line.tsx';

type Morning = Awaited<ReturnType<ApiClient['overview']['priorities']>>;

/** The ten stay in sight, however many obligations there are. */
const OBLIGATIONS_FIRST = 4;

export function MorningList({ morning }: { morning: Morning }) {
  const words = useText(prioritiesText);
  const language = useLanguage();
  const { ten, bankDate } = morning;
  const [areAllShown, setAllShown] = useState(false);
  const hidden = Math.max(0, morning.obligations.length - OBLIGATIONS_FIRST);
  const obligations = useMemo(
    () => (areAllShown ? morning.obligations : morning.obligations.slice(0, OBLIGATIONS_FIRST)),
    [morning.obligations, areAllShown],
  );
  const sequence = useMemo(
    () => [...new Set([...obligations, ...ten].map((row) => row.customerId))],
    [obligations, ten],
  );
  const customers = [...obligations, ...ten].map((row) => row.customerId);
  const holdOf = useLines(customers, sequence);
  return (
    <>
      {obligations.length > 0 && (
        <Section
          title={words.obligations}
          actions={
            hidden > 0 && (
              <Button size="compact-xs" variant="subtle" onClick={() => setAllShown(!areAllShown)}>
                {areAllShown
                  ? words.fewerObligations
                  : words.moreObligations(formatCount(hidden, { language }))}
              </Button>
            )
          }
        >
          <ul className={styles.list}>
            {obligations.map((row, at) => (
              <ObligationLine
                key={`${row.kind}-${row.customerId}-${row.taskId}-${row.promiseId}-${row.holdId}`}
                row={row}
                line={holdOf(at)}
              />
            ))}
          </ul>
        </Section>
      )}
      {ten.length > 0 && (
        <Section
          title={words.ten}
          note={bankDate === null ? words.noBankNote : words.tenNote(formatDate(bankDate))}
        >
          <ol className={styles.list}>
            {ten.map((row, at) => (
              <PriorityLine
                key={row.customerId}
                row={row}
                place={at + 1}
                line={holdOf(obligations.length + at)}
              />
            ))}
          </ol>
        </Section>
      )}
    </>
  );
}

/** The row one stood on, kept while the window is open. */
let lastActive = 0;

function useLines(customers: readonly number[], sequence: readonly number[]) {
  const names = useText(keysText);
  const openCustomer = useOpenCustomer();
  const [active, setActive] = useState(lastActive);
  const buttons = useRef(new Map<number, HTMLButtonElement>());
  const stand = (at: number) => {
    const next = Math.max(0, Math.min(at, customers.length - 1));
    lastActive = next;
    setActive(next);
    buttons.current.get(next)?.focus();
  };
  useKeys(names.list, [
    { keys: 'j', label: names.down, run: () => stand(active + 1) },
    { keys: 'k', label: names.up, run: () => stand(active - 1) },
    { keys: 'arrowdown', label: '', run: () => stand(active + 1) },
    { keys: 'arrowup', label: '', run: () => stand(active - 1) },
  ]);
  useListActions(customers[active] ?? null, sequence);
  return (at: number): LineHold => ({
    isActive: at === active,
    onFocus: () => {
      lastActive = at;
      setActive(at);
    },
    onOpen: (action) => {
      const customerId = customers[at];
      if (customerId === undefined) return;
      openCustomer(customerId, { sequence, ...(action !== undefined && { action }) });
    },
    hold: (element) => {
      if (element === null) buttons.current.delete(at);
      else buttons.current.set(at, element);
    },
  });
}
