/** The figures of what changes, on one line. */
import type { ImportPreview } from '../../../../shared/contract/imports.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { Amount } from '../../../parts/amount.tsx';
import { Figure, FigureLine } from '../../../parts/figure.tsx';
import { useText } from '../../../parts/reader.tsx';
import { useCount } from '../use-count.ts';

export function ChangeFigures({ preview }: { readonly preview: ImportPreview }) {
  const words = useText(importsText);
  const count = useCount();
  const parts = [
    { label: words.newItems, totals: preview.newItems },
    { label: words.changedItems, totals: preview.changedItems },
    { label: words.settledItems, totals: preview.settledItems, tone: 'green' as const },
    ...(preview.meaning === 'open_items'
      ? [{ label: words.leftItems, totals: preview.leftItems, tone: 'amber' as const }]
      : []),
    { label: words.unchangedItems, totals: preview.unchangedItems },
  ];
  return (
    <FigureLine>
      <Figure label={words.newCustomers} value={count(preview.newCustomers)} />
      {parts.map(({ label, totals, tone }) => (
        <Figure
          key={label}
          label={label}
          value={count(totals.lineCount)}
          note={<Amount cents={totals.amountCents} />}
          {...(tone !== undefined && totals.lineCount > 0 && { tone })}
        />
      ))}
    </FigureLine>
  );
}
