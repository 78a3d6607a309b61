/** What the assumptions come to: each gain with its formula and its own figures. */
import { simulate } from '../../../../shared/domain/metrics/simulation.ts';
import { formatCents } from '../../../../shared/format/amount.ts';
import { formatCount, formatRate } from '../../../../shared/format/number.ts';
import { indicatorValue } from '../../../../shared/text/indicators.ts';
import { simulatorText } from '../../../../shared/text/screens/simulator.ts';
import { Amount } from '../../../parts/amount.tsx';
import { end, PlainTable } from '../../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { Section } from '../../../parts/screen.tsx';
import { byOutstanding, type Draft, type OwnFigures } from './simulation-draft.ts';
import styles from './simulator.module.css';

export function Gains({ draft, own }: { readonly draft: Draft; readonly own: OwnFigures }) {
  const words = useText(simulatorText);
  const language = useLanguage();
  const result = simulate(draft);
  const check = byOutstanding(draft, own);
  const euros = (cents: number) => formatCents(cents, { language });
  const days = (count: number) => indicatorValue('days', count, { language });
  const rate = (basisPoints: number) => formatRate(basisPoints, { language });
  const turnover = euros(draft.turnoverCents);
  const gained = days(draft.daysGained);
  const rows = [
    {
      key: 'losses',
      name: words.losses,
      formula: words.lossesFormula(
        turnover,
        rate(draft.lossRateBasisPoints),
        gained,
        days(draft.dsoDays),
      ),
      cents: result.lossCents,
    },
    {
      key: 'time',
      name: words.time,
      formula: words.timeFormula(euros(draft.jobCostCents), rate(draft.jobShareBasisPoints)),
      cents: result.timeCents,
    },
    {
      key: 'financing',
      name: words.financingGain,
      formula: words.financingFormula(
        euros(result.freedCents),
        rate(draft.financingRateBasisPoints),
      ),
      cents: result.financingCents,
    },
  ];
  const after = Math.max(0, draft.dsoDays - draft.daysGained);
  return (
    <Section title={words.results} note={words.newDso(days(draft.dsoDays), days(after))}>
      <div className={styles.freed} aria-live="polite">
        <span className={styles.label}>{words.freed}</span>
        <strong className={styles.freedValue}>{euros(result.freedCents)}</strong>
        <span className={styles.note}>
          {words.freedFormula(turnover, gained, formatCount(draft.base, { language }))}
        </span>
      </div>
      <PlainTable
        label={words.results}
        head={[words.aYear, words.calculation, end('€')]}
        rows={rows.map(({ key, name, formula, cents }) => ({
          key,
          cells: [
            name,
            <span key="formula" className={styles.note}>
              {formula}
            </span>,
            <Amount key="cents" cents={cents} bare />,
          ],
        }))}
        foot={[
          words.yearly,
          <span key="formula" className={styles.note}>
            {words.yearlyFormula}
          </span>,
          <Amount key="cents" cents={result.yearlyCents} bare />,
        ]}
      />
      {check !== null && (
        <div className={styles.check}>
          <span className={styles.label}>{words.check}</span>
          <span>
            {`${words.checkFormula(euros(check.owedCents), gained, days(draft.dsoDays))} = `}
            <strong>{euros(check.freedCents)}</strong>
          </span>
          <span className={styles.note}>{words.checkNote}</span>
        </div>
      )}
    </Section>
  );
}
