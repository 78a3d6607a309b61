/** A figure of an indicator, its change in words beside the arrow, its objective reached or not. */
import { IconArrowDown, IconArrowUp, IconCheck, IconEqual, IconX } from '@tabler/icons-react';
import {
  changeSense,
  INDICATOR_KINDS,
  type Indicator,
  isReached,
} from '../../../../shared/domain/metrics/indicator.ts';
import { indicatorDifference, indicatorValue } from '../../../../shared/text/indicators.ts';
import { indicatorsText } from '../../../../shared/text/screens/indicators.ts';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import styles from './indicators.module.css';

interface FigureOf {
  readonly indicator: Indicator;
  readonly value: number | null;
}

export function FigureValue(
  props: FigureOf & { readonly isFloor?: boolean; readonly why?: string },
) {
  const { indicator, value, isFloor = false, why } = props;
  const words = useText(indicatorsText);
  const language = useLanguage();
  if (value === null) {
    return (
      <span className={styles.none} title={why}>
        {words.none}
      </span>
    );
  }
  const { unit } = INDICATOR_KINDS[indicator];
  return (
    <span className={styles.figure}>
      {isFloor && `${words.floor} `}
      {indicatorValue(unit, value, { language })}
    </span>
  );
}

const ICON = { size: 13, stroke: 2, 'aria-hidden': true } as const;

/** From a former figure to this one: the difference, and whether it is for the better. */
export function FigureChange(props: FigureOf & { readonly from: number | null }) {
  const { indicator, value, from } = props;
  const words = useText(indicatorsText);
  const language = useLanguage();
  if (value === null || from === null) return <span className={styles.none}>–</span>;
  const sense = changeSense(indicator, from, value);
  const { unit } = INDICATOR_KINDS[indicator];
  const difference = value - from;
  return (
    <span className={styles.change} data-sense={sense}>
      {sense === 'same' ? (
        <IconEqual {...ICON} />
      ) : difference > 0 ? (
        <IconArrowUp {...ICON} />
      ) : (
        <IconArrowDown {...ICON} />
      )}
      {sense !== 'same' && `${indicatorDifference(unit, difference, { language })} `}
      {words.senses[sense]}
    </span>
  );
}

/** The objective, and whether the figure is there. */
export function FigureTarget(props: FigureOf & { readonly target: number | null }) {
  const { indicator, value, target } = props;
  const words = useText(indicatorsText);
  const language = useLanguage();
  if (target === null) return <span className={styles.none}>–</span>;
  const reached = value === null ? null : isReached(indicator, value, target);
  const { unit } = INDICATOR_KINDS[indicator];
  return (
    <span className={styles.target} data-reached={reached ?? undefined}>
      {indicatorValue(unit, target, { language })}
      {reached === true && <IconCheck {...ICON} aria-label={words.reached} aria-hidden={false} />}
      {reached === false && <IconX {...ICON} aria-label={words.notReached} aria-hidden={false} />}
    </span>
  );
}
