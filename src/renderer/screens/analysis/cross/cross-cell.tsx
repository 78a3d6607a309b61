/** A figure of the table: an amount, a count or days; nothing is a thin dash. */
import { formatCount, formatDays } from '../../../../shared/format/number.ts';
import { Amount } from '../../../parts/amount.tsx';
import { OpenFigure } from '../../../parts/open-amount.tsx';
import { useLanguage } from '../../../parts/reader.tsx';
import type { CrossAnswer } from './cross-search.ts';

export function CrossCell(props: {
  readonly figure: number | null | undefined;
  readonly unit: CrossAnswer['unit'];
  readonly currency?: string;
  readonly title?: string;
  /** Opens what the figure is made of; read only where absent. */
  readonly onOpen?: (() => void) | undefined;
}) {
  const { figure, unit, currency = 'EUR', title = '', onOpen } = props;
  const language = useLanguage();
  const isNothing = figure === null || figure === undefined || (figure === 0 && unit !== 'days');
  if (isNothing) return <Amount cents={0} />;
  const written =
    unit === 'amount' ? (
      <Amount cents={figure} currency={currency} bare />
    ) : unit === 'days' ? (
      formatDays(figure, { language })
    ) : (
      formatCount(figure, { language })
    );
  if (onOpen === undefined) return written;
  return (
    <OpenFigure title={title} onOpen={onOpen}>
      {written}
    </OpenFigure>
  );
}
