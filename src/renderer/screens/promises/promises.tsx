/**
 * What was promised, contested, stopped, or stands in the way of chasing: nine lists, one screen.
 */
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import { promisesSearch } from '../../frame/addresses.ts';
import { useScreenSearch } from '../../frame/navigation.ts';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ScreenTabs } from '../../parts/tabs.tsx';
import { AgreementsTab } from './agreements-tab.tsx';
import { CreditsTab } from './credits-tab.tsx';
import { DisputesTab } from './disputes-tab.tsx';
import { HoldsTab } from './holds-tab.tsx';
import { MissingTab } from './missing-tab.tsx';
import { PdfsTab } from './pdfs-tab.tsx';
import { PromisesTab } from './promises-tab.tsx';
import { RefusedTab } from './refused-tab.tsx';
import { ToMatchTab } from './to-match-tab.tsx';

const TABS = [
  'promises',
  'disputes',
  'agreements',
  'holds',
  'credits',
  'missing',
  'refused',
  'pdfs',
  'to_match',
] as const;

export default function PromisesScreen() {
  const words = useText(followUpText);
  const [{ tab, outcomes, disputes, agreements }, setSearch] = useScreenSearch(promisesSearch);
  return (
    <Screen title={words.title} isFixed>
      <ScreenTabs
        label={words.title}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: words.tabs[value] }))}
        onChange={(value) => setSearch({ tab: value })}
      >
        {tab === 'promises' && (
          <PromisesTab
            outcomes={outcomes}
            onOutcomes={(next) => setSearch({ outcomes: [...next] })}
          />
        )}
        {tab === 'disputes' && (
          <DisputesTab show={disputes} onShow={(next) => setSearch({ disputes: next })} />
        )}
        {tab === 'agreements' && (
          <AgreementsTab show={agreements} onShow={(next) => setSearch({ agreements: next })} />
        )}
        {tab === 'holds' && <HoldsTab />}
        {tab === 'credits' && <CreditsTab />}
        {tab === 'missing' && <MissingTab />}
        {tab === 'refused' && <RefusedTab />}
        {tab === 'pdfs' && <PdfsTab />}
        {tab === 'to_match' && <ToMatchTab />}
      </ScreenTabs>
    </Screen>
  );
}
