/**
 * The aged balance as one bar: what is not due, then what is late, darker as it grows older. The
 * amount stands in each part, which opens its items; credits stand beside, since they are no part
 * of a whole.
 */
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { dashboardText } from '../../../shared/text/screens/dashboard.ts';
import { useGo } from '../../frame/navigation.ts';
import { Amount } from '../../parts/amount.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import styles from './aged-bar.module.css';
import type { Dashboard } from './answer.ts';

type Bucket = Dashboard['buckets'][number];

const LAST_AGE = 4;

export function AgedBar({ buckets }: { buckets: readonly Bucket[] }) {
  const words = useText(dashboardText);
  const language = useLanguage();
  const go = useGo();
  const parts = buckets.filter((bucket) => bucket.key !== 'credits' && bucket.amountCents > 0);
  const credits = buckets.find((bucket) => bucket.key === 'credits');
  const late = buckets.filter((bucket) => bucket.key.startsWith('late_'));
  const open = (bucket: Bucket) => () => go('/aged-balance', { bucket: bucket.key });
  return (
    <Section
      title={words.aged}
      actions={
        <Button
          size="compact-xs"
          variant="subtle"
          color="neutral"
          data-print="never"
          leftSection={<IconPrinter size={15} stroke={1.6} />}
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
      }
    >
      <div className={styles.ground}>
        <ul className={styles.bar}>
          {parts.map((bucket) => (
            <li key={bucket.key} style={{ flexGrow: bucket.amountCents }}>
              <button
                type="button"
                className={styles.part}
                data-age={ageOf(bucket, late)}
                title={`${words.items(formatCount(bucket.itemCount, { language }))}`}
                onClick={open(bucket)}
              >
                <span className={styles.label}>{bucket.label}</span>
                <span className={styles.amount}>
                  {formatCents(bucket.amountCents, { language })}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {credits !== undefined && credits.amountCents !== 0 && (
          <button type="button" className={styles.credits} onClick={open(credits)}>
            <span className={styles.label}>{credits.label}</span>
            <span className={styles.amount}>
              <Amount cents={credits.amountCents} />
            </span>
          </button>
        )}
      </div>
    </Section>
  );
}

/** Shade of a part: 0 not due, 1 to 4 as it grows older, `none` without a due date. */
function ageOf(bucket: Bucket, late: readonly Bucket[]): number | 'none' {
  if (bucket.key === 'not_due') return 0;
  const at = late.indexOf(bucket);
  if (at === -1) return 'none';
  return at === late.length - 1 ? LAST_AGE : Math.min(at + 1, LAST_AGE);
}
