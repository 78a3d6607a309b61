/** Where a scenario or a template comes from, and whether a newer one ships. */
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { Badge } from '../../parts/badge.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './scenarios.module.css';

const TONES = { shipped: 'neutral', changed: 'amber', own: 'accent' } as const;

export function OriginBadges(props: {
  readonly row: {
    readonly origin: 'shipped' | 'changed' | 'own';
    readonly hasNewerShipped: boolean;
  };
}) {
  const words = useText(scenariosText);
  const { origin, hasNewerShipped } = props.row;
  return (
    <span className={styles.badges}>
      <Badge tone={TONES[origin]}>{words.origins[origin]}</Badge>
      {hasNewerShipped && (
        <Badge tone="accent" title={words.newerHint}>
          {words.newer}
        </Badge>
      )}
    </span>
  );
}
