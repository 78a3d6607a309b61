/**
 * What people do by hand: the calls of the day, one sheet after the other; tasks, calls made, VIP,
 * sales reps to tell, orders to block and to release.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import { useApi } from '../../api/connection.tsx';
import { callsSearch } from '../../frame/addresses.ts';
import { useScreenSearch } from '../../frame/navigation.ts';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ScreenTabs } from '../../parts/tabs.tsx';
import { BlocksTab } from './blocks-tab.tsx';
import { CallSheet } from './call-sheet.tsx';
import { MadeCallsTab } from './made-calls-tab.tsx';
import { RepsTab } from './reps-tab.tsx';
import { TasksTab } from './tasks-tab.tsx';
import { TodayTab } from './today-tab.tsx';
import { VipTab } from './vip-tab.tsx';

const TABS = ['today', 'tasks', 'calls', 'vip', 'reps', 'blocks'] as const;

export default function CallsScreen() {
  const words = useText(followUpText);
  const tabs = useText(callsScreenText).tabs;
  const [{ tab, sheet, rep, block }, setSearch] = useScreenSearch(callsSearch);
  const [frozen, setFrozen] = useState<readonly number[] | null>(null);
  const sequence = useSequence(frozen, sheet !== null);
  if (sheet !== null) {
    return (
      <Screen title={words.callsTitle} isFixed>
        <CallSheet
          key={sheet}
          payerId={sheet}
          sequence={sequence}
          onGo={(payerId) => {
            if (frozen === null) setFrozen(sequence);
            setSearch({ sheet: payerId });
          }}
        />
      </Screen>
    );
  }
  return (
    <Screen title={words.callsTitle} isFixed>
      <ScreenTabs
        label={words.callsTitle}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: tabs[value] }))}
        onChange={(value) => setSearch({ tab: value })}
      >
        {tab === 'today' && (
          <TodayTab
            onSheet={(payerId, order) => {
              setFrozen(order);
              setSearch({ sheet: payerId });
            }}
          />
        )}
        {tab === 'tasks' && <TasksTab />}
        {tab === 'calls' && <MadeCallsTab />}
        {tab === 'vip' && <VipTab />}
        {tab === 'reps' && (
          <RepsTab chosen={rep} onChoose={(chosen) => setSearch({ rep: chosen })} />
        )}
        {tab === 'blocks' && (
          <BlocksTab state={block} onState={(state) => setSearch({ block: state })} />
        )}
      </ScreenTabs>
    </Screen>
  );
}

/** The order of the list as it was when the calls began: what is done does not move the rest. */
function useSequence(frozen: readonly number[] | null, isWanted: boolean): readonly number[] {
  const api = useApi();
  const today = useQuery({
    ...api.query.calls.today.queryOptions({ input: { offset: 0, limit: 1 } }),
    enabled: isWanted && frozen === null,
  });
  return frozen ?? today.data?.sequence ?? [];
}
