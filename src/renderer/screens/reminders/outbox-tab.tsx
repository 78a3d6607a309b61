/**
 * The outbox: what waits and may be called back, the letters to print and to post, what a person
 * must look at, what left, what was held.
 */
import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { outboxScreenText } from '../../../shared/text/screens/outbox.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { FilterChip } from '../../parts/filters.tsx';
import { useText } from '../../parts/reader.tsx';
import { DraftsBox, HandedOverBox } from './drafts-box.tsx';
import { GuardBar } from './guard-bar.tsx';
import { HoldBanner } from './hold-banner.tsx';
import { LettersBox } from './letters-box.tsx';
import { NoticeList, type OutboxList, rowsOf } from './notice-list.tsx';
import { NoticePanel } from './notice-panel.tsx';
import styles from './reminders.module.css';
import { useRemindersSearch } from './reminders-search.ts';
import { useWritten } from './use-written.ts';

export function OutboxTab() {
  const api = useApi();
  const [{ box, text, notice }, setSearch] = useRemindersSearch();
  const list = useWindows((part) =>
    api.query.outbox.list.queryOptions({ input: { box, text, ...part } }),
  );
  const guards = (list.head?.guards ?? []).filter(({ code }) => code !== 'paused');
  return (
    <div className={styles.fill}>
      <GuardBar guards={guards} />
      <HoldBanner />
      <Boxes list={list} />
      <Box list={list} />
      {notice !== null && (
        <NoticePanel key={notice} noticeId={notice} onClose={() => setSearch({ notice: null })} />
      )}
    </div>
  );
}

/** Letters are printed; mails without a server, and those handed over, are dealt with by hand. */
function Box({ list }: { readonly list: OutboxList }) {
  const [{ box }] = useRemindersSearch();
  const hasNoServer = list.head?.guards.some(({ code }) => code === 'mail_not_set') === true;
  const rows = rowsOf(list);
  if (box === 'letters') return <LettersBox list={list} />;
  if (box === 'waiting' && hasNoServer && rows.length > 0) return <DraftsBox list={list} />;
  if (box === 'attention' && rows.some(({ isExported }) => isExported)) {
    return <HandedOverBox list={list} />;
  }
  return <NoticeList list={list} />;
}

function Boxes({ list }: { readonly list: OutboxList }) {
  const words = useText(outboxScreenText);
  const { count } = useWritten();
  const [{ box }, setSearch] = useRemindersSearch();
  const pause = useCommand((call) => call.outbox.setPaused);
  const { head } = list;
  const isPaused = head?.isPaused ?? false;
  const Icon = isPaused ? IconPlayerPlay : IconPlayerPause;
  return (
    <div className={styles.bar} data-print="never">
      {/* biome-ignore lint/a11y/useSemanticElements: buttons of one choice, no fields. */}
      <div role="group" className={styles.chips} aria-label={words.boxesLabel}>
        {(head?.boxes ?? []).map((own) => (
          <FilterChip
            key={own.box}
            label={words.boxes[own.box]}
            note={count(own.count)}
            isOn={own.box === box}
            onToggle={() => setSearch({ box: own.box, notice: null })}
          />
        ))}
      </div>
      <span className={styles.space} />
      <Button
        leftSection={<Icon size={15} stroke={1.7} />}
        variant={isPaused ? 'filled' : 'default'}
        loading={pause.isRunning}
        disabled={head === null}
        onClick={() => void pause.run({ isPaused: !isPaused })}
      >
        {isPaused ? words.resume : words.pause}
      </Button>
    </div>
  );
}
