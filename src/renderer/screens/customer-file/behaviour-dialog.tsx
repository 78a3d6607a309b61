/**
 * « Comment c'est calculé » : every formula of a payer's behaviour with his own figures, and behind
 * each term the items, promises, calls or payments that it counts.
 */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatMonth } from '../../../shared/format/date.ts';
import { formatCount, formatDays, formatDecimal } from '../../../shared/format/number.ts';
import { payerBehaviourText } from '../../../shared/text/payer-behaviour.ts';
import { payerText } from '../../../shared/text/screens/payer.ts';
import { Chart } from '../../parts/chart.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Score, SegmentBadge } from '../../parts/payer-signs.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './behaviour.module.css';
import { BehaviourSources, type SourceTerm } from './behaviour-sources.tsx';
import { delayBars } from './delay-bars.ts';
import type { BehaviourData } from './use-behaviour.ts';

const WIDTH = 860;
const CHART_HEIGHT = 130;

interface Part {
  readonly behaviour: BehaviourData;
  readonly onTerm: (term: SourceTerm) => void;
}

export function BehaviourDialog(props: {
  readonly customerId: number;
  readonly behaviour: BehaviourData;
  readonly onClose: () => void;
}) {
  const { customerId, behaviour, onClose } = props;
  const words = useText(payerText);
  const names = useText(payerBehaviourText).termNames;
  const [term, setTerm] = useState<SourceTerm | null>(null);
  const title = term === null ? words.explain : term === 'segment' ? words.segment : names[term];
  return (
    <Dialog isOpen title={title} size={WIDTH} onClose={onClose}>
      <div className={styles.dialog}>
        {term === null ? (
          <>
            <SegmentPart behaviour={behaviour} onTerm={setTerm} />
            <ScorePart behaviour={behaviour} onTerm={setTerm} />
            <RiskPart behaviour={behaviour} />
          </>
        ) : (
          <BehaviourSources customerId={customerId} term={term} onBack={() => setTerm(null)} />
        )}
      </div>
    </Dialog>
  );
}

function SegmentPart({ behaviour, onTerm }: Part) {
  const words = useText(payerText);
  return (
    <section className={styles.part}>
      <h3>{words.segment}</h3>
      <span className={styles.signs}>
        <SegmentBadge segment={behaviour.segment} />
      </span>
      <p>{behaviour.segmentSentence}</p>
      {behaviour.changeSentence !== '' && <p>{behaviour.changeSentence}</p>}
      <p className={styles.quiet}>{words.segmentHow}</p>
      <div>
        <Button variant="subtle" onClick={() => onTerm('segment')}>
          {words.open(words.segment)}
        </Button>
      </div>
      <History behaviour={behaviour} />
    </section>
  );
}

function History({ behaviour }: { readonly behaviour: BehaviourData }) {
  const words = useText(payerText);
  const names = useText(payerBehaviourText).segments;
  const language = useLanguage();
  const { history } = behaviour;
  const known = history.filter(({ segment }) => segment !== null);
  const days = (count: number | null) => (count === null ? '' : formatDays(count, { language }));
  const last = known.at(-1);
  if (last === undefined) return <p className={styles.quiet}>{words.noHistory}</p>;
  return (
    <Chart
      label={words.history}
      summary={words.historySummary(
        `${formatMonth(last.asOf, { language })}, ${days(last.delayDays)}`,
      )}
      height={CHART_HEIGHT}
      option={delayBars(
        history.map(({ asOf }) => formatMonth(asOf, { language, isShort: true })),
        history.map(({ delayDays }) => delayDays),
      )}
      table={
        <PlainTable
          label={words.history}
          head={[words.month, end(words.delay), words.segment]}
          rows={[...known].reverse().map(({ asOf, delayDays, segment }) => ({
            key: asOf,
            cells: [
              formatMonth(asOf, { language }),
              days(delayDays),
              segment === null ? '' : names[segment],
            ],
          }))}
        />
      }
    />
  );
}

function ScorePart({ behaviour, onTerm }: Part) {
  const words = useText(payerText);
  const language = useLanguage();
  const { terms } = behaviour;
  const points = (tenths: number) => formatDecimal(tenths / 10, { language, decimals: 1 });
  const lost = terms.reduce((sum, { tenths }) => sum + tenths, 0);
  return (
    <section className={styles.part}>
      <h3>{words.scoreHead}</h3>
      <span className={styles.score}>
        <Score score={behaviour.score} trend={behaviour.trend} />
      </span>
      <p>{behaviour.scoreSentence}</p>
      <p>{behaviour.trendSentence}</p>
      <p className={styles.quiet}>{words.scoreHow}</p>
      {terms.length > 0 && (
        <PlainTable
          label={words.scoreHead}
          head={[words.term, words.figure, words.formula, end(words.points), words.see]}
          rows={terms.map((term) => ({
            key: term.code,
            cells: [
              term.name,
              term.sentence,
              <span key="formula" className={styles.quiet}>
                {term.formula}
              </span>,
              words.pointsOf(points(term.tenths), formatCount(term.weight, { language })),
              term.hasSources ? (
                <Button
                  key="see"
                  variant="subtle"
                  size="compact-xs"
                  aria-label={words.open(term.name)}
                  onClick={() => onTerm(term.code)}
                >
                  {words.see}
                </Button>
              ) : (
                ''
              ),
            ],
          }))}
          foot={[words.total, '', '', points(lost), '']}
        />
      )}
    </section>
  );
}

function RiskPart({ behaviour }: { readonly behaviour: BehaviourData }) {
  const words = useText(payerText);
  const risks = useText(payerBehaviourText).risks;
  return (
    <section className={styles.part}>
      <h3>
        {words.risk}
        {behaviour.risk === null ? '' : ` : ${risks[behaviour.risk]}`}
      </h3>
      <p>{behaviour.riskSentence}</p>
      {behaviour.recommended.length > 0 && (
        <p>
          {words.recommended} : {behaviour.recommended.join(', ')}
        </p>
      )}
      <p>{behaviour.exposureSentence}</p>
      <p>{behaviour.promiseSentence}</p>
    </section>
  );
}
