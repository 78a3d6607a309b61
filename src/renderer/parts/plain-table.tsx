/**
 * A short table that is only read (a dozen lines): dashboards, sums, figures behind a chart. For
 * a list one works in, use `DataTable`.
 *
 *     <PlainTable label="Plus gros retards" head={['Client', end('Échu')]}
 *       rows={rows.map((row) => ({ key: row.id, cells: [row.name, <Amount … />] }))} />
 */
import type { ReactNode } from 'react';
import styles from './plain-table.module.css';

export interface Head {
  readonly label: string;
  readonly align?: 'end';
}

/** A heading of a column of figures. */
export const end = (label: string): Head => ({ label, align: 'end' });

export function PlainTable(props: {
  readonly label: string;
  readonly head: readonly (string | Head)[];
  readonly rows: readonly { readonly key: string | number; readonly cells: readonly ReactNode[] }[];
  readonly foot?: readonly ReactNode[];
}) {
  const heads = props.head.map((head) => (typeof head === 'string' ? { label: head } : head));
  const place = (index: number) => {
    const head: Head | undefined = heads[index];
    return { key: head?.label ?? String(index), align: head?.align };
  };
  const cells = (values: readonly ReactNode[]) =>
    values.map((value, index) => {
      const { key, align } = place(index);
      return (
        <td key={key} data-align={align}>
          {value}
        </td>
      );
    });
  return (
    <table className={styles.table} aria-label={props.label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head.label} scope="col" data-align={'align' in head ? head.align : undefined}>
              {head.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.key}>{cells(row.cells)}</tr>
        ))}
      </tbody>
      {props.foot !== undefined && (
        <tfoot>
          <tr>{cells(props.foot)}</tr>
        </tfoot>
      )}
    </table>
  );
}
