/**
 * The receipts: what the bank shows, what each movement seems to pay, and what was said of it. A
 * receipt that is confirmed settles its items at once, before the accounting brings it.
 */

import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../../shared/format/number.ts';
import { receiptsText } from '../../../shared/text/screens/receipts.ts';
import { useApi } from '../../api/connection.tsx';
import { RECEIPT_TABS, receiptsSearch } from '../../frame/addresses.ts';
import { useScreenSearch } from '../../frame/navigation.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ScreenTabs } from '../../parts/tabs.tsx';
import { MovementsTab } from './movements-tab.tsx';
import { StatementsTab } from './statements-tab.tsx';

export default function ReceiptsScreen() {
  const api = useApi();
  const words = useText(receiptsText);
  const language = useLanguage();
  const [{ tab }, setSearch] = useScreenSearch(receiptsSearch);
  const input = { tab: 'to_match' as const, text: '', offset: 0, limit: 1 };
  const { data } = useQuery(api.query.receipts.list.queryOptions({ input }));
  const labelOf = (value: (typeof RECEIPT_TABS)[number]) => {
    const count = value === 'statements' ? 0 : (data?.counts[value] ?? 0);
    const label = words.tabs[value] ?? value;
    const isCounted = count > 0 && value !== 'received' && value !== 'set_aside';
    return isCounted ? `${label} (${formatCount(count, { language })})` : label;
  };
  return (
    <Screen title={words.title} isFixed>
      <ScreenTabs
        label={words.title}
        value={tab}
        tabs={RECEIPT_TABS.map((value) => ({ value, label: labelOf(value) }))}
        onChange={(value) => setSearch({ tab: value })}
      >
        {tab === 'statements' ? <StatementsTab /> : <MovementsTab key={tab} tab={tab} />}
      </ScreenTabs>
    </Screen>
  );
}
