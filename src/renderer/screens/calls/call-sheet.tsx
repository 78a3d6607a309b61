/**
 * The call sheet: one payer, all that is needed beside the telephone, and the form that logs the
 * call and goes to the next. No mouse is needed from the first to the last.
 */
import { Button } from '@mantine/core';
import { IconArrowLeft, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { CallOutcome } from '../../../shared/contract/actions.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { useOpenCustomer } from '../../frame/open-customer.tsx';
import { KeyLayer, useKeys } from '../../keys/keys.tsx';
import { Amount } from '../../parts/amount.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { showToast } from '../../parts/toast.tsx';
import { CallForm } from '../customer-file/call-form.tsx';
import { ContactList } from '../customer-file/contact-list.tsx';
import { DisputeForm } from '../customer-file/dispute-form.tsx';
import { TimelineList } from '../customer-file/timeline-list.tsx';
import { type CustomerFileData, type ItemRow, lateItems } from '../customer-file/use-customer.ts';
import { CallItems } from './call-items.tsx';
import styles from './calls.module.css';
import type { Sheet } from './sheet.ts';
import { SheetNotes } from './sheet-notes.tsx';
import { ShortMessageDialog } from './short-message-dialog.tsx';

/** Open items of one account: the core serves as many in one window. */
const ITEMS_MAX = 200;

interface CallSheetProps {
  readonly payerId: number;
  /** The payers in the order of the list. */
  readonly sequence: readonly number[];
  /** To another sheet, or back to the list. */
  readonly onGo: (payerId: number | null) => void;
}

export function CallSheet(props: CallSheetProps) {
  const { payerId } = props;
  const api = useApi();
  const sheet = useQuery(api.query.calls.sheet.queryOptions({ input: { payerId } }));
  const file = useQuery(api.query.customers.file.queryOptions({ input: { customerId: payerId } }));
  const accounts = sheet.data?.accounts ?? [];
  const items = useQueries({
    queries: accounts.map(({ customerId }) => ({
      ...api.query.customers.items.queryOptions({
        input: { customerId, state: 'open', offset: 0, limit: ITEMS_MAX },
      }),
    })),
  });
  const failed = sheet.error ?? file.error ?? items.find(({ error }) => error !== null)?.error;
  const isReady = items.every(({ data }) => data !== undefined);
  if (sheet.data !== undefined && file.data !== undefined && isReady) {
    const rows = items.flatMap(({ data }) => data?.rows ?? []);
    return <OpenSheet {...props} sheet={sheet.data} file={file.data} items={rows} />;
  }
  return failed === undefined || failed === null ? (
    <Skeleton lines={12} height={18} />
  ) : (
    <ErrorState failure={failureOf(failed)} onRetry={() => void sheet.refetch()} />
  );
}

function OpenSheet(
  props: CallSheetProps & {
    readonly sheet: Sheet;
    readonly file: CustomerFileData;
    readonly items: readonly ItemRow[];
  },
) {
  const { sheet, file, items, payerId } = props;
  const late = useMemo(() => new Set(lateItems(items)), [items]);
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const ticked = chosen ?? late;
  const [isWriting, setWriting] = useState(false);
  return (
    <div className={styles.sheet} data-print="scroll">
      <SheetBar {...props} onWrite={() => setWriting(true)} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <SheetForm {...props} ticked={ticked} />
          <CallItems accounts={sheet.accounts} items={items} ticked={ticked} onTick={setChosen} />
        </div>
        <div className={styles.column}>
          <SheetNotes sheet={sheet} />
          <ContactList file={file} />
          <TimelineList customerId={payerId} />
        </div>
      </div>
      {isWriting && (
        // Above the form, whose own keys it silences.
        <KeyLayer>
          <ShortMessageDialog payerId={payerId} onClose={() => setWriting(false)} />
        </KeyLayer>
      )}
    </div>
  );
}

/** Neighbours in the list as it was when the calls began. */
function neighboursOf(sequence: readonly number[], payerId: number) {
  const at = sequence.indexOf(payerId);
  return {
    at,
    next: at === -1 ? null : (sequence[at + 1] ?? null),
    previous: at === -1 ? null : (sequence[at - 1] ?? null),
  };
}

function SheetBar(
  props: CallSheetProps & {
    readonly sheet: Sheet;
    readonly onWrite: () => void;
  },
) {
  const { sheet, sequence, payerId, onGo, onWrite } = props;
  const { row } = sheet;
  const words = useText(callsScreenText);
  const language = useLanguage();
  const openCustomer = useOpenCustomer();
  const { at, next, previous } = neighboursOf(sequence, payerId);
  const count = (value: number) => formatCount(value, { language });
  const go = (to: number | null) => {
    if (to !== null) onGo(to);
  };
  useKeys(
    words.sheet,
    [
      { keys: 'pagedown', label: words.skip, run: () => go(next), whenTyping: true },
      { keys: 'pageup', label: words.previous, run: () => go(previous), whenTyping: true },
      { keys: 'ctrl+m', label: words.shortMessage, run: onWrite, whenTyping: true },
    ],
    { isEverywhere: true },
  );
  return (
    <div className={styles.bar} data-print="never">
      <Button
        variant="subtle"
        leftSection={<IconArrowLeft size={15} stroke={1.6} />}
        onClick={() => onGo(null)}
      >
        {words.back}
      </Button>
      <span className={styles.names}>
        <h2>{row.name}</h2>
        <span className={styles.quiet}>
          {[row.code, row.person ?? ''].filter((part) => part !== '').join(' · ')}
        </span>
        <Amount
          cents={row.overdueCents}
          daysPastDue={row.oldestDaysPastDue}
          others={row.otherOverdue}
        />
      </span>
      <span className={styles.space} />
      <Button onClick={onWrite} rightSection={<KeyHint keys="ctrl+m" />}>
        {words.shortMessage}
      </Button>
      <Button onClick={() => openCustomer(payerId)}>{words.file}</Button>
      {at !== -1 && (
        <>
          <Button
            aria-label={words.previous}
            disabled={previous === null}
            onClick={() => go(previous)}
          >
            <IconChevronLeft size={15} stroke={1.6} />
          </Button>
          <span className={styles.quiet}>{words.place(count(at + 1), count(sequence.length))}</span>
          <Button aria-label={words.skip} disabled={next === null} onClick={() => go(next)}>
            <IconChevronRight size={15} stroke={1.6} />
          </Button>
        </>
      )}
    </div>
  );
}

/** The form of the call; one that is contested goes on with the form of the dispute. */
function SheetForm(
  props: CallSheetProps & {
    readonly sheet: Sheet;
    readonly file: CustomerFileData;
    readonly items: readonly ItemRow[];
    readonly ticked: ReadonlySet<number>;
  },
) {
  const { sheet, file, items, ticked, sequence, payerId, onGo } = props;
  const words = useText(callsScreenText);
  const [isDisputing, setDisputing] = useState(false);
  const logged = useRef<CallOutcome | null>(null);
  const leaving = useRef<number | undefined>(undefined);
  const { next } = neighboursOf(sequence, payerId);
  const isOn = () => logged.current === 'dispute' && !isDisputing;
  // The form closes, then goes on where it was asked to: the list is not drawn in between.
  const close = () => {
    if (isOn()) setDisputing(true);
    else leaving.current = window.setTimeout(() => onGo(null));
  };
  const goOn = () => {
    if (isOn() || next === null) return;
    window.clearTimeout(leaving.current);
    onGo(next);
  };
  const shared = { items, onClose: close, onNext: next === null ? null : goOn };
  if (isDisputing) {
    const [account = payerId] = items.flatMap(({ receivableId, customerId }) =>
      receivableId !== null && ticked.has(receivableId) ? [customerId] : [],
    );
    const own = items.filter(({ customerId }) => customerId === account);
    return (
      <DisputeForm
        {...shared}
        file={{ ...file, customerId: account }}
        items={own}
        ticked={ticked}
      />
    );
  }
  return (
    <CallForm
      {...shared}
      file={file}
      ticked={ticked}
      direction="out"
      planned={{
        hasStep: sheet.step !== null,
        severityLabel: sheet.step?.severityLabel ?? null,
        taskIds: sheet.taskIds,
        onLogged: (outcome) => {
          logged.current = outcome;
          if (next === null) showToast({ message: words.allDone });
        },
      }}
    />
  );
}
