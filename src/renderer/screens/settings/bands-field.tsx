/** A weight that goes by bands: each bound, included, and what weighs up to it. */
import type { Band } from '../../../shared/domain/priority/priority-weights.ts';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useText } from '../../parts/reader.tsx';
import { FigureField } from './figure-field.tsx';
import styles from './settings.module.css';

export function BandsField(props: {
  readonly name: string;
  readonly bands: readonly Band[];
  readonly valueMax?: number;
  readonly onChange: (bands: readonly Band[]) => void;
}) {
  const { name, bands, valueMax = 10, onChange } = props;
  const words = useText(settingsText);
  const set = (at: number, patch: Partial<Band>) =>
    onChange(bands.map((band, index) => (index === at ? { ...band, ...patch } : band)));
  const rows = bands.map((band, index) => ({ ...band, index, key: `band-${index}` }));
  return (
    <ul className={styles.bands}>
      {rows.map(({ key, index, upTo, value }) => (
        <li key={key}>
          {upTo === null ? (
            <span className={styles.beyond}>{words.bandBeyond}</span>
          ) : (
            <FigureField
              isBare
              label={words.bandBound(name, index + 1)}
              prefix="≤ "
              max={3650}
              value={upTo}
              onChange={(bound) => set(index, { upTo: bound })}
            />
          )}
          <FigureField
            isBare
            label={words.bandValue(name, index + 1)}
            max={valueMax}
            decimals={2}
            value={value}
            onChange={(weight) => set(index, { value: weight })}
          />
        </li>
      ))}
    </ul>
  );
}
