/**
 * Reminders of the day: groups on the left, the messages in the middle, the message itself beside
 * them as it will leave; one button sends what is ticked.
 */
import { SegmentedControl } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { PlannedRow } from '../../../shared/contract/dunning.ts';
import { profileName } from '../../../shared/text/screens/profiles.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { FilterText } from '../../parts/filters.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { useBatchChoices } from './batch-choices.ts';
import { BatchFoot } from './batch-foot.tsx';
import { GroupRail } from './group-rail.tsx';
import { GuardBar } from './guard-bar.tsx';
import { HoldBanner } from './hold-banner.tsx';
import { LeftAside, type LeftAsideRow } from './left-aside.tsx';
import { MessageList } from './message-list.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import styles from './reminders.module.css';
import { KINDS, type Kind, useRemindersSearch } from './reminders-search.ts';
import { TaskList } from './task-list.tsx';
import { type Batch, narrowed, type Planned, useBatch } from './use-batch.ts';
import { useWritten } from './use-written.ts';

export function BatchTab() {
  const [search, setSearch] = useRemindersSearch();
  const batches: Readonly<Record<Kind, Batch>> = {
    messages: useBatch('messages'),
    letters: useBatch('letters'),
    tasks: useBatch('tasks'),
  };
  const { head, rows, failure, retry } = batches[search.kind];
  const shown = useShown(batches, search);
  useGroupsThatAre(head);
  const [leftAside, setLeftAside] = useState<readonly LeftAsideRow[]>([]);
  if (head === null) {
    return failure === null ? (
      <Skeleton lines={10} height={18} />
    ) : (
      <ErrorState failure={failure} onRetry={retry} />
    );
  }
  const sendable = [...(shown.messages ?? []), ...(shown.letters ?? [])];
  const list = {
    rows: rows === undefined ? undefined : shown[search.kind],
    failure,
    retry,
    isNarrowed: shown.isNarrowed,
    lead: (
      <KindSwitch
        head={head}
        value={search.kind}
        onChange={(kind) => setSearch({ kind, open: null, scenario: null, profile: null })}
      />
    ),
  };
  return (
    <div className={styles.fill}>
      <GuardBar guards={head.guards} />
      <HoldBanner />
      <LeftAside rows={leftAside} onHide={() => setLeftAside([])} />
      <div className={styles.ground}>
        <Rail head={head} />
        <div className={styles.main}>
          {search.kind === 'tasks' ? (
            <TaskList {...list} />
          ) : (
            <MessageList key={search.kind} kind={search.kind} {...list} />
          )}
          {search.kind !== 'tasks' && (
            <BatchFoot
              rows={sendable}
              guards={head.guards}
              isNarrowed={shown.isNarrowed}
              onLeftAside={setLeftAside}
              isWhole={shown.messages !== undefined && shown.letters !== undefined}
            />
          )}
        </div>
      </div>
      {search.open !== null && <OpenMessage rows={sendable} payerId={search.open} />}
    </div>
  );
}

/** A group that was sent whole is gone: it narrows nothing any more. */
function useGroupsThatAre(head: Planned | null): void {
  const [{ scenario, profile }, setSearch] = useRemindersSearch();
  const isIn = (groups: Planned['byScenario'] | undefined, key: string | null) =>
    key === null || groups === undefined || groups.some((group) => group.key === key);
  const isScenarioGone = !isIn(head?.byScenario, scenario);
  const isProfileGone = !isIn(head?.byProfile, profile);
  useEffect(() => {
    if (isScenarioGone) setSearch({ scenario: null });
    if (isProfileGone) setSearch({ profile: null });
  }, [isScenarioGone, isProfileGone, setSearch]);
}

/** What is chosen beside the list narrows all that is sent, mails and letters alike. */
function useShown(
  { messages, letters, tasks }: Readonly<Record<Kind, Batch>>,
  { scenario, profile, text }: ReturnType<typeof useRemindersSearch>[0],
) {
  const under = (rows: readonly PlannedRow[] | undefined) =>
    rows === undefined ? undefined : narrowed(rows, { scenario, profile, text });
  // biome-ignore-start lint/correctness/useExhaustiveDependencies: the rows and what narrows them.
  return {
    messages: useMemo(() => under(messages.rows), [messages.rows, scenario, profile, text]),
    letters: useMemo(() => under(letters.rows), [letters.rows, scenario, profile, text]),
    tasks: useMemo(() => under(tasks.rows), [tasks.rows, scenario, profile, text]),
    isNarrowed: scenario !== null || profile !== null || text.trim() !== '',
  };
  // biome-ignore-end lint/correctness/useExhaustiveDependencies: see above.
}

function KindSwitch(props: {
  readonly head: Planned;
  readonly value: Kind;
  readonly onChange: (kind: Kind) => void;
}) {
  const words = useText(remindersText);
  const { count } = useWritten();
  const [{ text }, setSearch] = useRemindersSearch();
  const labelOf = (kind: Kind) => {
    const own = props.head.tabs.find(({ tab }) => tab === kind)?.count ?? 0;
    return own === 0 ? words.kinds[kind] : `${words.kinds[kind]} (${count(own)})`;
  };
  return (
    <>
      <SegmentedControl
        aria-label={words.kindsLabel}
        value={props.value}
        data={KINDS.map((value) => ({ value, label: labelOf(value) }))}
        onChange={(chosen) => {
          const kind = KINDS.find((one) => one === chosen);
          if (kind !== undefined) props.onChange(kind);
        }}
      />
      <FilterText
        value={text}
        placeholder={words.filter}
        width={180}
        onChange={(typed) => setSearch({ text: typed })}
      />
    </>
  );
}

function Rail({ head }: { readonly head: Planned }) {
  const words = useText(remindersText);
  const language = useLanguage();
  const { count } = useWritten();
  const [{ scenario, profile }, setSearch] = useRemindersSearch();
  const noteOf = ({ toConfirmCount }: Planned['byScenario'][number]) =>
    toConfirmCount === 0 ? {} : { note: words.toConfirm(count(toConfirmCount)) };
  if (head.byScenario.length === 0) return null;
  return (
    <aside className={styles.rail} aria-label={words.batch} data-print="never">
      <GroupRail
        title={words.byScenario}
        groups={head.byScenario.map((group) => ({ ...group, ...noteOf(group) }))}
        chosen={scenario}
        onChoose={(key) => setSearch({ scenario: key })}
      />
      <GroupRail
        title={words.byProfile}
        groups={head.byProfile.map((group) => ({
          ...group,
          ...noteOf(group),
          label: profileName(group.key === '' ? null : group.key, language),
        }))}
        chosen={profile}
        onChoose={(key) => setSearch({ profile: key })}
      />
    </aside>
  );
}

function OpenMessage(props: { readonly rows: readonly PlannedRow[]; readonly payerId: number }) {
  const { rows, payerId } = props;
  const [{ isEditing, kind }, setSearch] = useRemindersSearch();
  const choices = useBatchChoices();
  const own = rows.filter(({ channel }) => (kind === 'messages') === (channel === 'email'));
  const at = own.findIndex((row) => row.payerId === payerId);
  const row = own[at];
  if (row === undefined) return null;
  const to = (index: number) => {
    const next = own[index];
    return next === undefined ? null : () => setSearch({ open: next.payerId, isEditing: false });
  };
  return (
    <PreviewPanel
      key={payerId}
      row={row}
      choices={choices}
      isEditing={isEditing}
      onEditing={(on) => setSearch({ isEditing: on })}
      onNext={to(at + 1)}
      onPrevious={to(at - 1)}
      onClose={() => setSearch({ open: null, isEditing: false })}
    />
  );
}
