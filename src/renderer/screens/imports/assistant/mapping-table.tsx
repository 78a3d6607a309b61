/** The columns of the file as they stand, each under the name of what it is. */
import { Select } from '@mantine/core';
import {
  missingFields,
  TABLE_FIELDS,
  type TableField,
} from '../../../../shared/domain/statement/table-mapping.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { tableFieldText } from '../../../../shared/text/table-fields.ts';
import { useText } from '../../../parts/reader.tsx';
import styles from './assistant.module.css';
import { type ColumnsDraft, withField } from './columns-draft.ts';
import type { RecognisedTable } from './recognised.ts';

const IGNORED = '';
const SAMPLES = 4;

export function MappingTable(props: {
  readonly table: RecognisedTable;
  readonly draft: ColumnsDraft;
  readonly onChange: (draft: ColumnsDraft) => void;
}) {
  const { table, draft, onChange } = props;
  const words = useText(importsText);
  const fields = useText(tableFieldText);
  const missing = missingFields(draft.profile.kind, draft.profile.columns);
  const columns = table.columns.map((column, index) => ({
    ...column,
    index,
    shown: column.name.trim() === '' ? words.column(String(index + 1)) : column.name,
  }));
  const fieldAt = (index: number) =>
    draft.profile.columns.find((column) => column.columnIndex === index)?.field ?? null;
  const choose = (column: (typeof columns)[number], field: TableField | null) =>
    onChange(withField(draft, { columnIndex: column.index, columnName: column.name }, field));
  return (
    <>
      {missing.length > 0 && (
        <p className={styles.refusal} role="alert">
          {words.missing(missing.map((field) => fields[field]).join(', '))}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by key. */}
      <section className={styles.wide} tabIndex={0} aria-label={words.mapping}>
        <table className={styles.mapping}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.index} scope="col">
                  {column.shown}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {columns.map((column) => (
                <td key={column.index}>
                  <FieldSelect
                    label={words.columnIs(column.shown)}
                    value={fieldAt(column.index)}
                    onChange={(field) => choose(column, field)}
                  />
                </td>
              ))}
            </tr>
            {Array.from({ length: SAMPLES }, (_, row) => `sample-${row}`).map((key, row) => (
              <tr key={key}>
                {columns.map((column) => (
                  <td key={column.index} data-read={fieldAt(column.index) !== null || undefined}>
                    {column.samples[row] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function FieldSelect(props: {
  readonly label: string;
  readonly value: TableField | null;
  readonly onChange: (field: TableField | null) => void;
}) {
  const words = useText(importsText);
  const fields = useText(tableFieldText);
  return (
    <Select
      w={176}
      searchable
      aria-label={props.label}
      allowDeselect={false}
      value={props.value ?? IGNORED}
      data={[
        { value: IGNORED, label: words.ignored },
        ...TABLE_FIELDS.map((value) => ({ value, label: fields[value] })),
      ]}
      onChange={(value) => props.onChange(TABLE_FIELDS.find((one) => one === value) ?? null)}
    />
  );
}
