/** Confirming at once what is sure enough, with the threshold in sight. */
import { Button, Select } from '@mantine/core';
import { formatCount } from '../../../shared/format/number.ts';
import { receiptsText } from '../../../shared/text/screens/receipts.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './receipts.module.css';
import { useBulk } from './use-decisions.ts';

const CLASSES = ['certain', 'strong', 'likely'] as const;
export type Least = (typeof CLASSES)[number];

export function BulkBar(props: {
  readonly counts: Readonly<Record<string, number>> | null;
  readonly isReady: boolean;
  readonly least: Least;
  readonly onLeast: (least: Least) => void;
}) {
  const { counts, isReady, least, onLeast } = props;
  const words = useText(receiptsText);
  const language = useLanguage();
  const bulk = useBulk();
  const count = counts?.[least] ?? 0;
  const written = formatCount(count, { language });
  const label =
    count === 0 ? words.bulkNone : count === 1 ? words.bulkOne : words.bulkVerb(written);
  return (
    <>
      <Select
        w={190}
        aria-label={words.least}
        allowDeselect={false}
        value={least}
        data={CLASSES.map((value) => ({ value, label: words.leastOf[value] ?? value }))}
        onChange={(value) => onLeast(CLASSES.find((one) => one === value) ?? 'certain')}
      />
      <Button
        variant="filled"
        disabled={count === 0}
        loading={bulk.isRunning}
        onClick={() => void bulk.run(least)}
      >
        {label}
      </Button>
      {!isReady && (
        <span className={styles.quiet} role="status">
          {words.making}
        </span>
      )}
    </>
  );
}
