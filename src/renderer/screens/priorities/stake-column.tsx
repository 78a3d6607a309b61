/** Beside the list: what is at stake in the ten, what is done, and who is left out and why. */
import { Progress, UnstyledButton } from '@mantine/core';
import { formatCount, formatPercent } from '../../../shared/format/number.ts';
import { prioritiesText } from '../../../shared/text/screens/priorities.ts';
import type { ApiClient } from '../../api/client.ts';
import { Amount } from '../../parts/amount.tsx';
import { OtherTotals } from '../../parts/other-totals.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { ByHand } from '../calls/by-hand.tsx';
import styles from './priorities.module.css';

type Morning = Awaited<ReturnType<ApiClient['overview']['priorities']>>;

export function StakeColumn(props: {
  readonly morning: Morning;
  readonly chosen: string | null;
  readonly onChoose: (verdict: string) => void;
}) {
  const { stakeCents, otherStakes, allOverdueCents, doneCount, ten, excluded } = props.morning;
  const words = useText(prioritiesText);
  const language = useLanguage();
  const count = (value: number) => formatCount(value, { language });
  const share = allOverdueCents > 0 ? stakeCents / allOverdueCents : null;
  const doneOf = words.doneOf(count(doneCount), count(ten.length));
  return (
    <aside className={styles.column} aria-label={words.stakeOfTen}>
      {ten.length > 0 && (
        <dl className={styles.facts}>
          <dt>{words.stakeOfTen}</dt>
          <dd className={styles.big}>
            <Amount cents={stakeCents} />
            <OtherTotals totals={otherStakes} />
          </dd>
          {share !== null && (
            <>
              <dt>{words.share}</dt>
              <dd>{formatPercent(share, { language, decimals: 0 })}</dd>
            </>
          )}
          <dt>{words.done}</dt>
          <dd>{doneOf}</dd>
        </dl>
      )}
      {ten.length > 0 && (
        <Progress
          size={6}
          color="green"
          value={(doneCount / ten.length) * 100}
          aria-label={`${words.done} : ${doneOf}`}
        />
      )}
      <ByHand />
      {excluded.length > 0 && (
        <>
          <h2 className={styles.columnTitle}>{words.leftOut}</h2>
          <ul className={styles.excluded}>
            {excluded.map((row) => (
              <li key={row.verdict}>
                <UnstyledButton
                  className={styles.excludedRow}
                  aria-pressed={props.chosen === row.verdict}
                  onClick={() => props.onChoose(row.verdict)}
                >
                  <span>{row.sentence}</span>
                  <span className={styles.excludedFigures}>
                    {row.customerCount === 1
                      ? words.leftOutRowOne
                      : words.leftOutRow(count(row.customerCount))}
                    {' · '}
                    <Amount cents={row.amountCents} others={row.otherTotals} />
                  </span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
