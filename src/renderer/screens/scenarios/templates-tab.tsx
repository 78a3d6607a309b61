/** The list of templates, or the one that is open in the editor. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TemplateRow } from '../../../shared/contract/scenarios.ts';
import { MESSAGE_KIND_LABELS, TONE_LABELS } from '../../../shared/text/message-kinds.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { Badge } from '../../parts/badge.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../parts/data-table/local-rows.ts';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useText } from '../../parts/reader.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { OriginBadges } from './origin-badges.tsx';
import styles from './scenarios.module.css';
import { TemplateEditor } from './template-editor.tsx';
import { readName, type TemplateName, writtenName } from './template-name.ts';

const LANGUAGES = ['fr', 'en'] as const;
type Chosen = (typeof LANGUAGES)[number] | null;

export function TemplatesTab(props: {
  readonly openName: string | null;
  readonly language: Chosen;
  readonly onOpen: (name: string | null) => void;
  readonly onLanguage: (language: Chosen) => void;
}) {
  const { openName, onOpen } = props;
  const name = openName === null ? null : readName(openName);
  if (name !== null) {
    return (
      <OpenTemplate
        key={writtenName(name)}
        name={name}
        onOpen={(next) => onOpen(next === null ? null : writtenName(next))}
      />
    );
  }
  return <TemplateList {...props} />;
}

function OpenTemplate(props: {
  readonly name: TemplateName;
  readonly onOpen: (name: TemplateName | null) => void;
}) {
  const { name, onOpen } = props;
  const api = useApi();
  const shown = useQuery(api.query.scenarios.showTemplate.queryOptions({ input: name }));
  if (shown.isError) {
    return <ErrorState failure={failureOf(shown.error)} onRetry={() => void shown.refetch()} />;
  }
  if (shown.data === undefined) return <Skeleton lines={10} />;
  return <TemplateEditor shown={shown.data} onOpen={onOpen} />;
}

function TemplateList(props: {
  readonly language: Chosen;
  readonly onOpen: (name: string) => void;
  readonly onLanguage: (language: Chosen) => void;
}) {
  const { language, onOpen, onLanguage } = props;
  const api = useApi();
  const words = useText(scenariosText);
  const shown = useQuery(api.query.scenarios.listTemplates.queryOptions());
  const rows = useMemo(
    () => shown.data?.rows.filter((row) => language === null || row.language === language),
    [shown.data, language],
  );
  const list = useLocalRows(
    rows,
    shown.isError ? failureOf(shown.error) : null,
    () => void shown.refetch(),
  );
  const columns = useColumns();
  const state = useTableState('templates', columns);
  return (
    <div className={styles.list}>
      <div className={styles.bar} data-print="never">
        {LANGUAGES.map((one) => (
          <FilterChip
            key={one}
            label={words.languages[one]}
            isOn={language === one}
            onToggle={() => onLanguage(language === one ? null : one)}
          />
        ))}
      </div>
      <DataTable
        id="templates"
        label={words.templates}
        columns={columns}
        rows={list}
        state={state}
        question={language ?? ''}
        rowKey={writtenName}
        onOpen={(row) => onOpen(writtenName(row))}
        empty={<EmptyState sentence={words.noTemplate} />}
      />
    </div>
  );
}

function useColumns(): readonly Column<TemplateRow>[] {
  const words = useText(scenariosText);
  const kinds = useText(MESSAGE_KIND_LABELS);
  const tones = useText(TONE_LABELS);
  return useMemo(
    () => [
      {
        id: 'kind',
        label: words.message,
        width: 210,
        isFixed: true,
        cell: (row) => (
          <strong className={styles.name}>
            {row.templateKey === row.kind ? kinds[row.kind] : row.name}
          </strong>
        ),
      },
      {
        id: 'language',
        label: words.language,
        width: 92,
        cell: (row) => words.languages[row.language],
      },
      { id: 'tone', label: words.tone, width: 112, cell: (row) => tones[row.tone] },
      { id: 'subject', label: words.subject, width: 260, grow: 3, cell: (row) => row.subject },
      { id: 'origin', label: words.origin, width: 180, cell: (row) => <OriginBadges row={row} /> },
      {
        id: 'problems',
        label: words.problems,
        width: 116,
        cell: (row) =>
          row.problemCount === 0 ? (
            <span className={styles.note}>{words.right}</span>
          ) : (
            <Badge tone="danger">{words.wrong(row.problemCount)}</Badge>
          ),
      },
    ],
    [words, kinds, tones],
  );
}
