/** What waits to be done by hand, each line leading to its list; nothing when nothing waits. */
import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../../shared/format/number.ts';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import { useApi } from '../../api/connection.tsx';
import { useGo } from '../../frame/navigation.ts';
import { type Fact, FactList } from '../../parts/fact-list.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';

export function ByHand() {
  const api = useApi();
  const words = useText(callsScreenText).attention;
  const language = useLanguage();
  const go = useGo();
  const { data } = useQuery(api.query.calls.attention.queryOptions());
  if (data === undefined) return null;
  const lines: readonly (readonly [string, number, Record<string, string>, Fact['tone']?])[] = [
    [words.vip, data.vipUntreatedCount, { tab: 'vip' }, 'danger'],
    [words.toRelease, data.toReleaseCount, { tab: 'blocks', block: 'to_release' }, 'green'],
    [words.toBlock, data.toBlockCount, { tab: 'blocks', block: 'to_block' }, 'amber'],
    [words.reps, data.repCount, { tab: 'reps' }],
  ];
  const facts = lines
    .filter(([, count]) => count > 0)
    .map(([label, count, search, tone]) => ({
      label,
      value: formatCount(count, { language }),
      onOpen: () => go('/calls', search),
      ...(tone !== undefined && { tone }),
    }));
  if (facts.length === 0) return null;
  return (
    <Section title={words.title}>
      <FactList facts={facts} />
    </Section>
  );
}
