/**
 * Reminders (relances): what leaves today, what does not and why, what is on its way, what the
 * days to come would bring, and what must be settled before the first message.
 */
import { useQuery } from '@tanstack/react-query';
import { goLiveText } from '../../../shared/text/screens/go-live.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useApi } from '../../api/connection.tsx';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ScreenTabs } from '../../parts/tabs.tsx';
import { BatchTab } from './batch-tab.tsx';
import { DryRunTab } from './dry-run-tab.tsx';
import { LeftOutTab } from './left-out-tab.tsx';
import { OutboxTab } from './outbox-tab.tsx';
import { TABS, useRemindersSearch } from './reminders-search.ts';
import { RepliesTab } from './replies-tab.tsx';
import { StartTab } from './start-tab.tsx';
import { useWritten } from './use-written.ts';

export default function RemindersScreen() {
  const words = useText(remindersText);
  const [{ tab }, setSearch] = useRemindersSearch();
  const { labelOf, isStarted } = useTabs();
  const tabs = TABS.filter((value) => value !== 'start' || !isStarted || tab === 'start');
  return (
    <Screen title={words.title} isFixed>
      <ScreenTabs
        label={words.title}
        value={tab}
        tabs={tabs.map((value) => ({ value, label: labelOf(value) }))}
        onChange={(value) => setSearch({ tab: value, open: null, notice: null, text: '' })}
      >
        {tab === 'today' && <BatchTab />}
        {tab === 'left_out' && <LeftOutTab />}
        {tab === 'outbox' && <OutboxTab />}
        {tab === 'replies' && <RepliesTab />}
        {tab === 'dry_run' && <DryRunTab />}
        {tab === 'start' && <StartTab />}
      </ScreenTabs>
    </Screen>
  );
}

const ONE = { offset: 0, limit: 1 } as const;

/** Names of the tabs with what waits behind them; the go-live goes once all of it is settled. */
function useTabs() {
  const api = useApi();
  const words = useText(remindersText);
  const start = useText(goLiveText);
  const { count } = useWritten();
  const readiness = useQuery(api.query.outbox.readiness.queryOptions());
  const levels = useQuery(api.query.dunning.previewStart.queryOptions());
  const outbox = useQuery(
    api.query.outbox.list.queryOptions({ input: { box: 'attention', text: '', ...ONE } }),
  );
  const waiting = useQuery(api.query.overview.waiting.queryOptions());
  const isReady = readiness.data?.conditions.every(({ isMet }) => isMet) ?? true;
  const open = (outbox.data?.boxes ?? [])
    .filter(({ box }) => box === 'waiting' || box === 'letters' || box === 'attention')
    .reduce((sum, box) => sum + box.count, 0);
  const replies = waiting.data?.replyCount ?? 0;
  const labelOf = (value: (typeof TABS)[number]) => {
    if (value === 'start') return start.tab;
    const label = words.tabs[value];
    const counted = value === 'outbox' ? open : value === 'replies' ? replies : 0;
    return counted > 0 ? `${label} (${count(counted)})` : label;
  };
  return { labelOf, isStarted: isReady && (levels.data?.isDone ?? true) };
}
