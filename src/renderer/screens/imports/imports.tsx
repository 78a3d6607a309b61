/**
 * Imports: a file is dropped, recognised, shown with what it would change, then goes in as one
 * block that can be undone. Beside the files stands what they leave to be settled by a person:
 * roles of the accounts, payment terms, settlements that the entries do not explain.
 */
import { useQuery } from '@tanstack/react-query';
import { importsText } from '../../../shared/text/screens/imports.ts';
import { useApi } from '../../api/connection.tsx';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ScreenTabs } from '../../parts/tabs.tsx';
import { AccountsTab } from './accounts-tab.tsx';
import { Assistant } from './assistant/assistant.tsx';
import { DiagnosisTab } from './diagnosis-tab.tsx';
import { FilesTab } from './files-tab.tsx';
import { TABS, useImportsSearch } from './imports-search.ts';
import { InvoicesStep } from './invoices/invoices-step.tsx';
import { NaturesTab } from './natures-tab.tsx';
import { TermsTab } from './terms-tab.tsx';

export default function ImportsScreen() {
  const [{ upload, reading, writing, invoices }] = useImportsSearch();
  const isAssisted = upload !== null || reading !== null || writing !== null;
  if (invoices !== null) return <InvoicesStep jobId={invoices} />;
  return isAssisted ? <Assistant key={upload} /> : <Tabs />;
}

function Tabs() {
  const api = useApi();
  const words = useText(importsText);
  const [{ tab }, setSearch] = useImportsSearch();
  const { data } = useQuery(api.query.imports.diagnosis.queryOptions());
  const waiting = { accounts: data?.accountsToConfirm, natures: data?.natureQuestionCount };
  const labelOf = (value: (typeof TABS)[number]) => {
    const count = value === 'accounts' || value === 'natures' ? (waiting[value] ?? 0) : 0;
    return count === 0 ? words.tabs[value] : `${words.tabs[value]} (${count})`;
  };
  return (
    <Screen title={words.title} isFixed>
      <ScreenTabs
        label={words.title}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: labelOf(value) }))}
        onChange={(value) => setSearch({ tab: value })}
      >
        {tab === 'files' && <FilesTab />}
        {tab === 'diagnosis' && <DiagnosisTab />}
        {tab === 'accounts' && <AccountsTab />}
        {tab === 'terms' && <TermsTab />}
        {tab === 'natures' && <NaturesTab />}
      </ScreenTabs>
    </Screen>
  );
}
