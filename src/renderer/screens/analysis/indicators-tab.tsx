/**
 * The indicators of collection: result, objective and change of each, on any day, for the company
 * or cut by a dimension. Each opens on its calculation and its months.
 */
import { Button } from '@mantine/core';
import { IconClockDollar, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { indicatorsText } from '../../../shared/text/screens/indicators.ts';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { useText } from '../../parts/reader.tsx';
import { EffortsDialog } from './indicators/efforts-dialog.tsx';
import { GroupsTable, useGroupsTable } from './indicators/groups-table.tsx';
import { IndicatorFilters } from './indicators/indicator-filters.tsx';
import { IndicatorPanel } from './indicators/indicator-panel.tsx';
import { IndicatorTable, useIndicatorTable } from './indicators/indicator-table.tsx';
import styles from './indicators/indicators.module.css';
import {
  type IndicatorsSearch,
  type SetIndicators,
  useIndicatorsSearch,
} from './indicators/indicators-question.ts';

export default function IndicatorsTab() {
  const [search, setSearch] = useIndicatorsSearch();
  const { cut, opened } = search;
  return (
    <div className={styles.tab} data-print="scroll">
      {cut === 'none' ? (
        <WholeView search={search} setSearch={setSearch} />
      ) : (
        <GroupsView search={{ ...search, cut }} setSearch={setSearch} />
      )}
      {opened !== null && (
        <IndicatorPanel
          search={{ ...search, opened }}
          setSearch={setSearch}
          onClose={() => setSearch({ opened: null })}
        />
      )}
    </div>
  );
}

interface ViewProps {
  readonly search: IndicatorsSearch;
  readonly setSearch: SetIndicators;
}

function WholeView({ search, setSearch }: ViewProps) {
  const table = useIndicatorTable(search, setSearch);
  const words = useText(indicatorsText);
  const [isTyping, setTyping] = useState(false);
  return (
    <>
      <div className={styles.bar} data-print="never">
        <IndicatorFilters
          search={search}
          partLabel={table.answer?.partLabel ?? null}
          onChange={setSearch}
        />
        <Button
          leftSection={<IconClockDollar size={15} stroke={1.6} />}
          onClick={() => setTyping(true)}
        >
          {words.efforts}
        </Button>
        <PrintButton />
        <TableTools
          columns={table.columns}
          state={table.state}
          isExporting={table.isExporting}
          onExport={table.exportAll}
        />
      </div>
      <IndicatorTable table={table} />
      {isTyping && <EffortsDialog onClose={() => setTyping(false)} />}
    </>
  );
}

function GroupsView(props: {
  readonly search: IndicatorsSearch & { readonly cut: Exclude<IndicatorsSearch['cut'], 'none'> };
  readonly setSearch: SetIndicators;
}) {
  const { search, setSearch } = props;
  const table = useGroupsTable(search, setSearch);
  return (
    <>
      <div className={styles.bar} data-print="never">
        <IndicatorFilters search={search} partLabel={table.partLabel} onChange={setSearch} />
        <PrintButton />
        <TableTools
          columns={table.columns}
          state={table.state}
          isExporting={table.isExporting}
          onExport={table.exportAll}
        />
      </div>
      <GroupsTable table={table} />
    </>
  );
}

function PrintButton() {
  const words = useText(indicatorsText);
  return (
    <Button leftSection={<IconPrinter size={15} stroke={1.6} />} onClick={() => window.print()}>
      {words.print}
    </Button>
  );
}
