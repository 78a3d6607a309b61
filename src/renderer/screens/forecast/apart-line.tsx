/** What the weeks bring, and what has no week; each figure opens its items. */

import { formatCents } from '../../../shared/format/amount.ts';
import { forecastText } from '../../../shared/text/screens/forecast.ts';
import { Amount } from '../../parts/amount.tsx';
import { Figure, FigureLine } from '../../parts/figure.tsx';
import { OtherTotals, othersOf } from '../../parts/other-totals.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import {
  expectedOf,
  type Forecast,
  type OpenSlot,
  type WrittenMethod,
} from './forecast-question.ts';

export function ApartLine(props: {
  readonly forecast: Forecast;
  readonly method: WrittenMethod;
  readonly onOpen: OpenSlot;
}) {
  const { forecast, method, onOpen } = props;
  const words = useText(forecastText);
  const language = useLanguage();
  const expected = forecast.weeks.reduce((sum, week) => sum + expectedOf(week, method), 0);
  const promised = forecast.weeks.reduce((sum, week) => sum + week.promisedCents, 0);
  const apart = [
    { slot: 'overdue', cents: forecast.overdueCents, tone: 'danger' },
    { slot: 'later', cents: forecast.laterCents },
    { slot: 'undated', cents: forecast.undatedCents },
    { slot: 'disputed', cents: forecast.disputedCents },
    { slot: 'credits', cents: forecast.creditsCents },
  ] as const;
  return (
    <>
      <FigureLine>
        <Figure
          label={words.inWeeks}
          value={<Amount cents={expected} />}
          note={
            method === 'promise'
              ? words.ofWhichPromised(formatCents(promised, { language }))
              : words.byDueDate
          }
        />
        {apart.map(({ slot, cents, ...rest }) => (
          <Figure
            key={slot}
            label={words.slots[slot]}
            value={<Amount cents={cents} />}
            note={words.slotNotes[slot]}
            {...(cents !== 0 && { onOpen: () => onOpen(slot), ...rest })}
          />
        ))}
      </FigureLine>
      <OtherTotals totals={othersOf(forecast.otherCurrencies, 'totalCents')} />
    </>
  );
}
