/**
 * The customer file (fiche client): what he owes and how to reach him on the left, what was said
 * with him on the right, and the form of the moment on top. Everything is reached by key.
 */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { failureOf } from '../../failure/failure.ts';
import {
  type CustomerFileProps,
  type FileAction,
  useMarkDone,
} from '../../frame/open-customer.tsx';
import { useCustomerActions } from '../../keys/customer-actions.tsx';
import type { RowKey } from '../../parts/data-table/table-types.ts';
import { Screen } from '../../parts/screen.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { ActionBar, type FormKind } from './action-bar.tsx';
import { ActionForm } from './action-form.tsx';
import { ChargesDialog } from './charges-dialog.tsx';
import styles from './customer-file.module.css';
import { CustomerHead } from './customer-head.tsx';
import { ItemsList } from './items-list.tsx';
import { CallNotes, StandingNotes } from './side-notes.tsx';
import { StatementDialog } from './statement-dialog.tsx';
import { TimelineList } from './timeline-list.tsx';
import { type CustomerFileData, type ItemRow, lateItems, useCustomer } from './use-customer.ts';
import { useMailDrop } from './use-mail-drop.ts';

const FORM_OF: Readonly<Record<Exclude<FileAction, 'done'>, FormKind>> = {
  call: 'call',
  promise: 'promise',
  dispute: 'dispute',
  note: 'note',
  stop: 'stop',
  announced: 'announced',
  duplicates: 'duplicates',
};

export default function CustomerFile(props: CustomerFileProps) {
  const { file, items } = useCustomer(props.customerId);
  if (file.data !== undefined && items.data !== undefined) {
    return <OpenFile {...props} file={file.data} items={items.data.rows} />;
  }
  const failed = file.error ?? items.error;
  return (
    <Screen title="">
      {failed === null ? (
        <Skeleton lines={12} height={18} />
      ) : (
        <ErrorState failure={failureOf(failed)} onRetry={() => void file.refetch()} />
      )}
    </Screen>
  );
}

function OpenFile(
  props: CustomerFileProps & {
    readonly file: CustomerFileData;
    readonly items: readonly ItemRow[];
  },
) {
  const { file, items, isPanel, action, onActionTaken, onNext } = props;
  const late = useMemo(() => lateItems(items), [items]);
  const [chosen, setChosen] = useState<ReadonlySet<number> | null>(null);
  const ticked = useMemo(() => chosen ?? new Set(late), [chosen, late]);
  const [form, setForm] = useState<FormKind | null>(null);
  const [isCharges, setCharges] = useState(false);
  const [isStatement, setStatement] = useState(false);
  const markDone = useMarkDone();
  const drop = useMailDrop(() => setForm('reply'));
  const act = useCallback(
    (wanted: FileAction) => {
      if (wanted === 'done') markDone(file.customerId);
      else setForm(FORM_OF[wanted]);
    },
    [file.customerId, markDone],
  );
  useCustomerActions({ isEnabled: form === null, run: act });
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address acts once.
  useEffect(() => {
    if (action === null) return;
    act(action);
    onActionTaken();
  }, [action]);
  const tick = (keys: ReadonlySet<RowKey>) =>
    setChosen(new Set([...keys].filter((key) => typeof key === 'number')));
  return (
    <Screen title={file.name} isFixed>
      <div
        className={styles.file}
        data-print="scroll"
        data-over={drop.isOver || undefined}
        {...drop.handlers}
      >
        <CustomerHead {...props} />
        <ActionBar
          onForm={setForm}
          onDone={() => markDone(file.customerId)}
          onCharges={() => setCharges(true)}
          onStatement={() => setStatement(true)}
          file={file}
        />
        {isCharges && (
          <ChargesDialog
            customerId={file.customerId}
            name={file.name}
            receivableIds={[...ticked]}
            onClose={() => setCharges(false)}
          />
        )}
        {isStatement && (
          <StatementDialog
            customerId={file.customerId}
            name={file.name}
            onClose={() => setStatement(false)}
          />
        )}
        {form !== null && (
          <ActionForm
            key={form}
            kind={form}
            file={file}
            items={items}
            ticked={ticked}
            dropped={drop.dropped}
            onForm={setForm}
            onClose={() => setForm(null)}
            onNext={onNext}
          />
        )}
        <div className={styles.columns} data-panel={isPanel || undefined}>
          <div className={styles.column}>
            <ItemsList customerId={file.customerId} items={items} ticked={ticked} onTick={tick} />
            <CallNotes file={file} />
            {!isPanel && <StandingNotes file={file} />}
          </div>
          <div className={styles.column}>
            <TimelineList customerId={file.customerId} />
            {isPanel && <StandingNotes file={file} />}
          </div>
        </div>
      </div>
    </Screen>
  );
}
