/** The file against the ledger, side by side: green when they are equal to the cent. */
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ImportPreview } from '../../../../shared/contract/imports.ts';
import { formatCents } from '../../../../shared/format/amount.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { Amount } from '../../../parts/amount.tsx';
import { Badge } from '../../../parts/badge.tsx';
import { end, PlainTable } from '../../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { Section } from '../../../parts/screen.tsx';
import { useCount } from '../use-count.ts';
import styles from './assistant.module.css';
import { hasAmounts } from './has-amounts.ts';

export function ControlTotals({ preview }: { readonly preview: ImportPreview }) {
  const words = useText(importsText);
  const count = useCount();
  const { linesRead, linesKept, linesRejected, linesOutOfScope, customersDiffering } = preview;
  return (
    <Section title={words.control}>
      {hasAmounts(preview) && <Balances preview={preview} />}
      <p className={styles.quiet}>
        {words.lineControl} : {count(linesRead)} ={' '}
        {words.lineParts(count(linesKept), count(linesRejected), count(linesOutOfScope))}
      </p>
      {customersDiffering.length > 0 && (
        <>
          <p className={styles.refusal}>
            {words.differing}. {words.differingNote}
          </p>
          <Differing preview={preview} />
        </>
      )}
    </Section>
  );
}

function Balances({ preview }: { readonly preview: ImportPreview }) {
  const words = useText(importsText);
  const language = useLanguage();
  const { fileBalanceCents, ledgerBalanceCents } = preview;
  const gap = ledgerBalanceCents - fileBalanceCents;
  const isEqual = gap === 0;
  return (
    <div className={styles.control} data-equal={isEqual || undefined}>
      <Side label={words.inFile} cents={fileBalanceCents} />
      <Side label={words.inLedger} cents={ledgerBalanceCents} />
      <Badge
        tone={isEqual ? 'green' : 'danger'}
        icon={isEqual ? <IconCircleCheck /> : <IconAlertTriangle />}
      >
        {isEqual ? words.equal : words.differs(formatCents(gap, { language }))}
      </Badge>
    </div>
  );
}

function Side({ label, cents }: { readonly label: string; readonly cents: number }) {
  return (
    <div className={styles.side}>
      <span className={styles.quiet}>{label}</span>
      <strong>
        <Amount cents={cents} />
      </strong>
    </div>
  );
}

function Differing({ preview }: { readonly preview: ImportPreview }) {
  const words = useText(importsText);
  return (
    <PlainTable
      label={words.differing}
      head={[words.code, words.customer, end(words.inFile), end(words.inLedger), end(words.gap)]}
      rows={preview.customersDiffering.map(({ code, name, fileCents, ledgerCents }) => ({
        key: code,
        cells: [
          code,
          name,
          <Amount key="file" cents={fileCents} />,
          <Amount key="ledger" cents={ledgerCents} />,
          <Amount key="gap" cents={ledgerCents - fileCents} tone="danger" />,
        ],
      }))}
    />
  );
}
