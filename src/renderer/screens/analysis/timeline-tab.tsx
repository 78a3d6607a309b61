/**
 * The time line (frise) of the watched customers: one lane each, what is expected above its line
 * and what happened below. Arrows move from lane to lane, Enter opens the customer.
 */
import { Button, SegmentedControl } from '@mantine/core';
import { IconEye, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { watchText } from '../../../shared/text/screens/watch.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { watchSearch } from '../../frame/addresses.ts';
import { useScreenSearch } from '../../frame/navigation.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { MarkForm } from '../customer-file/mark-form.tsx';
import { CustomerPicker } from '../scenarios/customer-picker.tsx';
import { Lanes } from './timeline/lanes.tsx';
import { LegendLine } from './timeline/legend-line.tsx';
import { MarksTable } from './timeline/marks-table.tsx';
import styles from './timeline/timeline.module.css';

const ZOOMS = ['month', 'quarter', 'half'] as const;
const VIEWS = ['line', 'table'] as const;

export default function TimelineTab() {
  const api = useApi();
  const words = useText(watchText);
  const language = useLanguage();
  const [{ zoom, view }, setSearch] = useScreenSearch(watchSearch);
  const { data, error, refetch } = useQuery(api.query.watch.lanes.queryOptions());
  return (
    <div className={styles.tab}>
      <div className={styles.bar} data-print="never">
        <WatchPicker />
        <span className={styles.space} />
        <SegmentedControl
          aria-label={words.zoom}
          value={zoom}
          data={ZOOMS.map((value) => ({ value, label: words.zooms[value] }))}
          onChange={(value) => setSearch({ zoom: ZOOMS.find((one) => one === value) ?? 'half' })}
        />
        <SegmentedControl
          aria-label={words.view}
          value={view}
          data={VIEWS.map((value) => ({ value, label: words.views[value] }))}
          onChange={(value) => setSearch({ view: value === 'table' ? 'table' : 'line' })}
        />
        <Button leftSection={<IconPrinter size={15} stroke={1.6} />} onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      {data === undefined && error !== null && (
        <ErrorState failure={failureOf(error)} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <Skeleton lines={6} height={44} />}
      {data?.lanes.length === 0 && (
        <EmptyState icon={<IconEye size={28} stroke={1.4} />} sentence={words.empty} />
      )}
      {data !== undefined && data.lanes.length > 0 && (
        <>
          <p className={styles.note}>{words.explained}</p>
          {view === 'line' ? (
            <Lanes answer={data} zoom={zoom} />
          ) : (
            <MarksTable answer={data} zoom={zoom} />
          )}
          {data.moreCount > 0 && (
            <p className={styles.note}>{words.more(formatCount(data.moreCount, { language }))}</p>
          )}
          {view === 'line' && <LegendLine />}
        </>
      )}
    </div>
  );
}

/** Adds a customer to those who are watched, with the reason and the day to look again. */
function WatchPicker() {
  const words = useText(watchText);
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <>
      <CustomerPicker
        key={String(chosen)}
        label={words.add}
        placeholder={words.addHint}
        value={null}
        onChange={(customer) => setChosen(customer?.customerId ?? null)}
      />
      {chosen !== null && (
        <MarkForm only="watch" customerId={chosen} onClose={() => setChosen(null)} />
      )}
    </>
  );
}
