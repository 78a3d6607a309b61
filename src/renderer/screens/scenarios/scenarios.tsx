/**
 * Scenarios and templates: what is written to whom, when, and in which words. Three tabs: the
 * scenarios with their editor, who follows which, the templates with theirs.
 */
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useScreenSearch } from '../../frame/navigation.ts';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ScreenTabs } from '../../parts/tabs.tsx';
import { AssignmentTab } from './assignment-tab.tsx';
import { scenariosSearch } from './scenarios-search.ts';
import { ScenariosTab } from './scenarios-tab.tsx';
import { TemplatesTab } from './templates-tab.tsx';

const TABS = ['scenarios', 'assignment', 'templates'] as const;

export default function ScenariosScreen() {
  const words = useText(scenariosText);
  const [{ tab, scenario, template, language }, setSearch] = useScreenSearch(scenariosSearch);
  return (
    <Screen title={words.title} isFixed>
      <ScreenTabs
        label={words.title}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: words.tabs[value] }))}
        onChange={(value) => setSearch({ tab: value, scenario: null, template: null })}
      >
        {tab === 'scenarios' && (
          <ScenariosTab openKey={scenario} onOpen={(key) => setSearch({ scenario: key })} />
        )}
        {tab === 'assignment' && <AssignmentTab />}
        {tab === 'templates' && (
          <TemplatesTab
            openName={template}
            language={language}
            onOpen={(name) => setSearch({ template: name })}
            onLanguage={(chosen) => setSearch({ language: chosen })}
          />
        )}
      </ScreenTabs>
    </Screen>
  );
}
