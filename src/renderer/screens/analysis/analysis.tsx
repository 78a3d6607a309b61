/** What the books say as a whole: five ways of looking at them, one screen. */
import { lazy, Suspense } from 'react';
import { analysisText } from '../../../shared/text/screens/analysis.ts';
import { ANALYSIS_TABS, analysisSearch } from '../../frame/addresses.ts';
import { useScreenSearch } from '../../frame/navigation.ts';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { ScreenTabs } from '../../parts/tabs.tsx';

const CONTENT = {
  indicators: lazy(() => import('./indicators-tab.tsx')),
  cross: lazy(() => import('./cross-tab.tsx')),
  alerts: lazy(() => import('./alerts-tab.tsx')),
  lists: lazy(() => import('./lists-tab.tsx')),
  timeline: lazy(() => import('./timeline-tab.tsx')),
  simulator: lazy(() => import('./simulator-tab.tsx')),
};

export default function AnalysisScreen() {
  const words = useText(analysisText);
  const [{ tab }, setSearch] = useScreenSearch(analysisSearch);
  const Content = CONTENT[tab];
  return (
    <Screen title={words.title} isFixed>
      <ScreenTabs
        label={words.title}
        value={tab}
        tabs={ANALYSIS_TABS.map((value) => ({ value, label: words.tabs[value] }))}
        onChange={(value) => setSearch({ tab: value })}
      >
        <Suspense fallback={<Skeleton lines={10} height={22} />}>
          <Content />
        </Suspense>
      </ScreenTabs>
    </Screen>
  );
}
