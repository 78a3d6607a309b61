/** The likely forecast of each group: its weeks, then what comes later or never. */
import { useMemo } from 'react';
import { outlookText } from '../../../shared/text/screens/outlook.ts';
import { useText } from '../../parts/reader.tsx';
import type { ForecastSearch, OpenCash, Outlook, OutlookGroup } from './forecast-question.ts';
import { WeekGroups } from './week-groups.tsx';

const NOTHING = [] as const;

export function LikelyGroups(props: {
  readonly outlook: Outlook;
  readonly by: ForecastSearch['by'];
  readonly onNarrow: (key: string) => void;
  readonly onOpen: OpenCash;
}) {
  const { outlook, by, onNarrow, onOpen } = props;
  const words = useText(outlookText);
  const after = useMemo(
    () => [
      {
        slot: 'later' as const,
        label: words.slots.later,
        centsOf: ({ laterCents }: OutlookGroup) => laterCents,
      },
      {
        slot: 'never' as const,
        label: words.slots.never,
        width: 118,
        centsOf: ({ neverCents }: OutlookGroup) => neverCents,
      },
    ],
    [words],
  );
  return (
    <WeekGroups
      id={`forecast-likely-${by}`}
      by={by}
      groups={outlook.groups}
      weeks={outlook.weeks}
      before={NOTHING}
      after={after}
      onNarrow={onNarrow}
      onOpen={onOpen}
    />
  );
}
