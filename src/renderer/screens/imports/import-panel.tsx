/** One import in detail: what it brought, its rejected lines, and the way back. */
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { importsText } from '../../../shared/text/screens/imports.ts';
import { Amount } from '../../parts/amount.tsx';
import { DateText } from '../../parts/date-text.tsx';
import { FactList } from '../../parts/fact-list.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { writeDayOf, writeMoment } from '../../parts/written-moment.ts';
import { type ImportRow, periodOf } from './import-row.ts';
import styles from './imports.module.css';
import { ProblemList } from './problem-list.tsx';
import { UndoDialog } from './undo-dialog.tsx';
import { useCount } from './use-count.ts';

export function ImportPanel(props: { readonly row: ImportRow; readonly onClose: () => void }) {
  const { row, onClose } = props;
  const words = useText(importsText);
  const count = useCount();
  const [isUndoing, setUndoing] = useState(false);
  const scope = words.scopes[row.scope.split(':')[0] ?? ''] ?? row.scope;
  return (
    <Panel label={row.fileName} width={720} onClose={onClose}>
      <div className={styles.panel}>
        <h2 className={styles.panelTitle}>{row.fileName}</h2>
        <FactList
          facts={[
            { label: words.importedAt, value: writeMoment(row.importedAt) },
            { label: words.meaning, value: words.readers[row.reader] ?? row.reader },
            { label: words.period, value: periodOf(row) },
            { label: words.statedOn, value: <DateText date={row.statedOnDate} /> },
            ...(row.meaning === 'open_items' ? [{ label: words.scope, value: scope }] : []),
            {
              label: words.bankUpTo,
              value: row.bankDate === null ? words.bankUnknown : <DateText date={row.bankDate} />,
            },
            { label: words.lines, value: count(row.lineCount) },
            { label: words.rejected, value: count(row.rejectedCount) },
            { label: words.debit, value: <Amount cents={row.debitCents} /> },
            { label: words.credit, value: <Amount cents={row.creditCents} /> },
          ]}
        />
        <UndoLine row={row} onUndo={() => setUndoing(true)} />
        <Section title={words.problems}>
          <ProblemList of={{ stagingId: null, importId: row.importId }} fileName={row.fileName} />
        </Section>
      </div>
      {isUndoing && <UndoDialog row={row} onClose={() => setUndoing(false)} />}
    </Panel>
  );
}

function UndoLine(props: { readonly row: ImportRow; readonly onUndo: () => void }) {
  const { row, onUndo } = props;
  const words = useText(importsText);
  if (row.undoneAt !== null) {
    return <p className={styles.quiet}>{words.undone(writeDayOf(row.undoneAt))}</p>;
  }
  return (
    <div className={styles.row}>
      <Button
        color="danger"
        disabled={!row.mayUndo}
        leftSection={<IconArrowBackUp size={15} stroke={1.6} />}
        onClick={onUndo}
      >
        {words.undo}
      </Button>
      {!row.mayUndo && <span className={styles.quiet}>{words.undoNotYet}</span>}
    </div>
  );
}
