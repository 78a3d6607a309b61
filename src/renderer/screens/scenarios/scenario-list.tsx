/** Every scenario with who follows it; copied, exported and imported from here. */
import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { ScenarioRow } from '../../../shared/contract/scenarios.ts';
import type { Scenario } from '../../../shared/domain/dunning/scenario.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { Amount } from '../../parts/amount.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../parts/data-table/local-rows.ts';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { useImportDialogs } from './import-dialogs.tsx';
import type { NewDraft } from './new-draft.ts';
import { OriginBadges } from './origin-badges.tsx';
import styles from './scenarios.module.css';
import { keyOf } from './step-draft.ts';
import { useScenarioFile } from './use-scenario-file.ts';

export function ScenarioList(props: {
  readonly onOpen: (key: string) => void;
  readonly onNew: (draft: NewDraft) => void;
}) {
  const { onOpen, onNew } = props;
  const api = useApi();
  const words = useText(scenariosText);
  const shown = useQuery(api.query.scenarios.list.queryOptions());
  const known = shown.data?.rows;
  const rows = useLocalRows(
    known,
    shown.isError ? failureOf(shown.error) : null,
    () => void shown.refetch(),
  );
  const columns = useColumns();
  const state = useTableState('scenarios', columns);
  const file = useScenarioFile();
  const keys = useMemo(() => new Set((known ?? []).map(({ scenarioKey }) => scenarioKey)), [known]);
  const copy = async (row: ScenarioRow) => {
    const { document } = await api.call.scenarios.show({ scenarioKey: row.scenarioKey });
    const name = words.copyOf(row.name);
    const scenario = { ...(document as Scenario), name, scenarioKey: keyOf(name, keys) };
    onNew({ scenario, replaces: false });
  };
  const imports = useImportDialogs({ known: known ?? [], onNew });
  const input = useRef<HTMLInputElement>(null);
  const read = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const found = await file.read(chosen);
    if (found !== null) imports.take(found);
  };
  return (
    <div className={styles.list}>
      <div className={styles.bar} data-print="never">
        <span className={styles.space} />
        <input
          ref={input}
          type="file"
          hidden
          accept="application/json,.json"
          data-testid="scenario-file"
          aria-label={words.importIt}
          onChange={(event) => {
            void read(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <Button
          leftSection={<IconFileImport size={15} stroke={1.6} />}
          loading={file.isReading}
          onClick={() => input.current?.click()}
        >
          {words.importIt}
        </Button>
      </div>
      <DataTable
        id="scenarios"
        label={words.list}
        columns={columns}
        rows={rows}
        state={state}
        rowKey={(row) => row.scenarioKey}
        onOpen={(row) => onOpen(row.scenarioKey)}
        menu={(row) => [
          { label: words.open, run: () => onOpen(row.scenarioKey) },
          { label: words.copy, run: () => void copy(row) },
          { label: words.exportIt, run: () => void file.save(row.scenarioKey) },
        ]}
        empty={<EmptyState sentence={words.noRule} />}
      />
      {imports.dialogs}
    </div>
  );
}

function useColumns(): readonly Column<ScenarioRow>[] {
  const words = useText(scenariosText);
  const language = useLanguage();
  return useMemo(
    () => [
      {
        id: 'name',
        label: words.name,
        width: 190,
        isFixed: true,
        cell: (row) => <strong className={styles.name}>{row.name}</strong>,
      },
      { id: 'origin', label: words.origin, width: 190, cell: (row) => <OriginBadges row={row} /> },
      {
        id: 'description',
        label: words.description,
        width: 220,
        grow: 3,
        cell: (row) => <span title={row.description}>{row.description}</span>,
      },
      {
        id: 'steps',
        label: words.steps,
        width: 76,
        align: 'end',
        cell: (row) => formatCount(row.stepCount, { language }),
      },
      {
        id: 'customers',
        label: words.customers,
        width: 84,
        align: 'end',
        cell: (row) => formatCount(row.customerCount, { language }),
      },
      {
        id: 'overdue',
        label: words.overdue,
        width: 132,
        align: 'end',
        cell: (row) => <Amount cents={row.overdueCents} />,
      },
    ],
    [words, language],
  );
}
