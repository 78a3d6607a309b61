/** How a payer behaves, at a glance: segment, score with its trend, risk; words say it all. */
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react';
import type { PayerBrief } from '../../shared/contract/payers.ts';
import { formatCount } from '../../shared/format/number.ts';
import { payerBehaviourText } from '../../shared/text/payer-behaviour.ts';
import { Badge, type Tone } from './badge.tsx';
import styles from './payer-signs.module.css';
import { useLanguage, useText } from './reader.tsx';

const SEGMENT_TONES: Readonly<Record<NonNullable<PayerBrief['segment']>, Tone>> = {
  good: 'green',
  occasional: 'amber',
  chronic: 'danger',
  new_at_risk: 'danger',
};
const RISK_TONES: Readonly<Record<NonNullable<PayerBrief['risk']>, Tone>> = {
  low: 'green',
  moderate: 'amber',
  high: 'danger',
};
const ARROWS = {
  improving: IconArrowUpRight,
  stable: IconArrowRight,
  worsening: IconArrowDownRight,
};

export function SegmentBadge({ segment }: Pick<PayerBrief, 'segment'>) {
  const words = useText(payerBehaviourText);
  if (segment === null) return null;
  return <Badge tone={SEGMENT_TONES[segment]}>{words.segments[segment]}</Badge>;
}

export function RiskBadge({ risk }: Pick<PayerBrief, 'risk'>) {
  const words = useText(payerBehaviourText);
  if (risk === null) return null;
  return <Badge tone={RISK_TONES[risk]}>{words.risks[risk]}</Badge>;
}

/** `64 ↘`; the arrow says in words where the payer is going. */
export function Score({ score, trend }: Pick<PayerBrief, 'score' | 'trend'>) {
  const words = useText(payerBehaviourText);
  const language = useLanguage();
  if (score === null) return null;
  const Arrow = trend === null ? null : ARROWS[trend];
  return (
    <span className={styles.score}>
      {formatCount(score, { language })}
      {Arrow === null && <span className={styles.arrow} />}
      {Arrow !== null && trend !== null && (
        <span
          className={styles.arrow}
          data-trend={trend}
          role="img"
          aria-label={words.trendNames[trend]}
          title={words.trendNames[trend]}
        >
          <Arrow size={14} stroke={2} aria-hidden />
        </span>
      )}
    </span>
  );
}
