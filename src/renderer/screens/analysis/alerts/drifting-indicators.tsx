/** Indicators of the company that drift, above the alerts of the customers; each opens its sum. */
import { useQuery } from '@tanstack/react-query';
import { driftOf } from '../../../../shared/domain/metrics/drift.ts';
import { INDICATOR_KINDS } from '../../../../shared/domain/metrics/indicator.ts';
import { indicatorText, indicatorValue } from '../../../../shared/text/indicators.ts';
import { alertsText } from '../../../../shared/text/screens/alerts.ts';
import { useApi } from '../../../api/connection.tsx';
import { useGo } from '../../../frame/navigation.ts';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import styles from './alerts.module.css';

export function DriftingIndicators() {
  const api = useApi();
  const words = useText(alertsText);
  const names = useText(indicatorText);
  const language = useLanguage();
  const go = useGo();
  const { data } = useQuery(
    api.query.figures.show.queryOptions({ input: { asOf: null, part: null } }),
  );
  const drifting = (data?.rows ?? []).flatMap(({ indicator, reading, monthBefore, target }) => {
    const { value } = reading;
    const reason = driftOf(indicator, { value, before: monthBefore, target });
    if (value === null || reason === null) return [];
    const { unit } = INDICATOR_KINDS[indicator];
    const written = (figure: number | null) =>
      figure === null ? '' : indicatorValue(unit, figure, { language });
    const against = reason === 'worse' ? written(monthBefore) : written(target);
    return [{ indicator, sentence: words.drifts[reason](written(value), against) }];
  });
  if (drifting.length === 0) return null;
  return (
    <section className={styles.drifts} aria-label={words.drifting}>
      <span className={styles.driftsTitle}>{words.drifting}</span>
      {drifting.map(({ indicator, sentence }) => (
        <button
          key={indicator}
          type="button"
          className={styles.drift}
          onClick={() => go('/analysis', { tab: 'indicators', opened: indicator })}
        >
          <strong>{names[indicator].name}</strong> {sentence}
        </button>
      ))}
    </section>
  );
}
