/** Six figures on one line, each with what it did in a month and the lines behind it. */
import { formatPercent } from '../../../shared/format/number.ts';
import { dashboardText } from '../../../shared/text/screens/dashboard.ts';
import { useGo } from '../../frame/navigation.ts';
import { Amount } from '../../parts/amount.tsx';
import { Figure, FigureLine } from '../../parts/figure.tsx';
import { OtherTotals, othersOf, writtenAmounts } from '../../parts/other-totals.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import type { Dashboard, Figures } from './answer.ts';

type Name = Exclude<keyof Figures, 'monthAgo'>;

export function HeadFigures(props: {
  readonly figures: Figures;
  readonly otherCurrencies: Dashboard['otherCurrencies'];
}) {
  const { figures, otherCurrencies } = props;
  const words = useText(dashboardText);
  const go = useGo();
  const language = useLanguage();
  const changeOf = useChange(figures);
  const late = othersOf(otherCurrencies, 'overdueCents');
  const shown: readonly {
    readonly name: Name;
    readonly label: string;
    readonly tone?: 'danger';
    readonly open: () => void;
  }[] = [
    {
      name: 'outstandingCents',
      label: words.outstanding,
      open: () => go('/customers', { only: ['open'] }),
    },
    {
      name: 'overdueCents',
      label: words.overdue,
      tone: 'danger',
      open: () => go('/customers', { only: ['overdue'] }),
    },
    {
      name: 'lateOver60Cents',
      label: words.lateOver60,
      tone: 'danger',
      open: () => go('/aged-balance'),
    },
    {
      name: 'notDueCents',
      label: words.notDue,
      open: () => go('/aged-balance', { bucket: 'not_due' }),
    },
    {
      name: 'creditsCents',
      label: words.credits,
      open: () => go('/promises', { tab: 'credits' }),
    },
    {
      name: 'netDueCents',
      label: words.netDue,
      open: () => go('/customers', { only: ['net_due'] }),
    },
  ];
  return (
    <>
      <FigureLine>
        {shown.map(({ name, label, tone, open }) => (
          <Figure
            key={name}
            label={label}
            value={<Amount cents={figures[name]} />}
            note={changeOf(name)}
            onOpen={open}
            {...(tone !== undefined && figures[name] > 0 && { tone })}
          />
        ))}
      </FigureLine>
      <OtherTotals
        totals={othersOf(otherCurrencies, 'outstandingCents')}
        label={words.otherOutstanding}
        {...(late.length > 0 && { more: words.otherOverdue(writtenAmounts(late, language)) })}
      />
    </>
  );
}

/** What a figure did in a month, in percent; in words where it did nothing or nothing is known. */
function useChange(figures: Figures): (name: Name) => string {
  const words = useText(dashboardText);
  const language = useLanguage();
  return (name) => {
    const { monthAgo } = figures;
    if (monthAgo === null) return words.noHistory;
    const before = monthAgo[name];
    const change = figures[name] - before;
    if (change === 0) return words.stable;
    if (before === 0) return words.noHistory;
    const ratio = change / Math.abs(before);
    const written = formatPercent(ratio, { language, decimals: Math.abs(ratio) < 0.1 ? 1 : 0 });
    return words.inAMonth(ratio > 0 ? `+${written}` : written);
  };
}
