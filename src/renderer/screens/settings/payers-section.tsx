/** How payers are judged: thresholds of the segments, weights of the score, risk. */
import {
  type PayerSettings,
  payerSettingsProblem,
  SCORE_TERMS,
  type ScoreSettings,
  type SegmentSettings,
} from '../../../shared/domain/payer/payer-settings.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { payerBehaviourText } from '../../../shared/text/payer-behaviour.ts';
import { settingsPayersText } from '../../../shared/text/screens/settings-payers.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { FigureField, ShareField } from './figure-field.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { type Shown, useSection } from './use-section.ts';

interface Part {
  readonly value: PayerSettings;
  readonly origin: PayerSettings;
  readonly change: (patch: Partial<PayerSettings>) => void;
}

export function PayersSection({ shown }: { readonly shown: Shown }) {
  const words = useText(settingsPayersText);
  const form = useSection('payers', shown);
  const value: PayerSettings = form.value;
  const part: Part = { value, origin: form.defaults, change: (patch) => form.change(patch) };
  const problem = payerSettingsProblem(value);
  const told = problem !== null && (
    <p className={styles.refusal} role="alert">
      {words.problems[problem]}
    </p>
  );
  return (
    <SectionForm forms={[form]} isValid={problem === null} hasDefaults>
      <Segments {...part} />
      {problem === 'segments_reversed' && told}
      <Weights {...part} />
      {problem === 'score_weights_wrong' && told}
      <Measures {...part} />
      <Risk {...part} />
      {problem === 'risk_scores_reversed' && told}
    </SectionForm>
  );
}

function Segments({ value, origin, change }: Part) {
  const words = useText(settingsPayersText);
  const { segment } = value;
  const set = (patch: Partial<SegmentSettings>) => change({ segment: { ...segment, ...patch } });
  const days = (
    key: 'goodBelowDays' | 'chronicAboveDays' | 'bandDays' | 'newLateBeyondDays',
    label: string,
    description?: string,
  ) => (
    <FigureField
      label={label}
      {...(description !== undefined && { description })}
      suffix={words.days}
      max={key === 'bandDays' ? 60 : 365}
      value={segment[key]}
      origin={origin.segment[key]}
      onChange={(figure) => set({ [key]: figure })}
    />
  );
  return (
    <Section title={words.segments} note={words.segmentsHint}>
      <div className={styles.figures}>
        {days('goodBelowDays', words.goodBelow)}
        {days('chronicAboveDays', words.chronicAbove)}
        {days('bandDays', words.band, words.bandHint)}
        <FigureField
          label={words.itemsMin}
          suffix={words.invoices}
          min={1}
          max={50}
          value={segment.itemsMin}
          origin={origin.segment.itemsMin}
          onChange={(itemsMin) => set({ itemsMin })}
        />
        {days('newLateBeyondDays', words.newLate)}
        <AmountInput
          w={220}
          label={words.newLateFloor}
          value={segment.newLateFloorCents}
          onChange={(newLateFloorCents) => {
            if (newLateFloorCents !== null && newLateFloorCents > 0) set({ newLateFloorCents });
          }}
        />
      </div>
    </Section>
  );
}

function Weights({ value, origin, change }: Part) {
  const words = useText(settingsPayersText);
  const names = useText(payerBehaviourText).termNames;
  const language = useLanguage();
  const { score } = value;
  const total = SCORE_TERMS.reduce((sum, code) => sum + score.weights[code], 0);
  return (
    <Section title={words.weights} note={words.weightsHint}>
      <div className={styles.figures}>
        {SCORE_TERMS.map((code) => (
          <FigureField
            key={code}
            label={names[code]}
            suffix={words.points}
            max={100}
            value={score.weights[code]}
            origin={origin.score.weights[code]}
            onChange={(weight) =>
              change({ score: { ...score, weights: { ...score.weights, [code]: weight } } })
            }
          />
        ))}
      </div>
      <p>{words.total(formatCount(total, { language }))}</p>
    </Section>
  );
}

type Measure = Exclude<keyof ScoreSettings, 'weights' | 'splitFullBasisPoints'>;

function Measures({ value, origin, change }: Part) {
  const words = useText(settingsPayersText);
  const { score } = value;
  const field = (key: Measure, label: string, shape: { suffix?: string; max: number }) => (
    <FigureField
      label={label}
      {...shape}
      min={key === 'trendToleranceDays' ? 0 : key === 'halfLifeDays' ? 7 : 1}
      value={score[key]}
      origin={origin.score[key]}
      onChange={(figure) => change({ score: { ...score, [key]: figure } })}
    />
  );
  const inDays = { suffix: words.days, max: 365 };
  return (
    <Section title={words.measures}>
      <div className={styles.figures}>
        {field('halfLifeDays', words.halfLife, { suffix: words.days, max: 3650 })}
        {field('averageFullDays', words.averageFull, inDays)}
        {field('dispersionFullDays', words.dispersionFull, inDays)}
        {field('countFull', words.countFull, { max: 50 })}
        {field('callsMin', words.callsMin, { suffix: words.calls, max: 50 })}
        <ShareField
          label={words.splitFull}
          basisPoints={score.splitFullBasisPoints}
          origin={origin.score.splitFullBasisPoints}
          onChange={(splitFullBasisPoints) => change({ score: { ...score, splitFullBasisPoints } })}
        />
        {field('trendToleranceDays', words.tolerance, { suffix: words.days, max: 90 })}
      </div>
    </Section>
  );
}

function Risk({ value, origin, change }: Part) {
  const words = useText(settingsPayersText);
  const { risk } = value;
  return (
    <Section title={words.risk} note={words.riskHint}>
      <div className={styles.figures}>
        <FigureField
          label={words.highBelow}
          max={100}
          value={risk.highBelowScore}
          origin={origin.risk.highBelowScore}
          onChange={(highBelowScore) => change({ risk: { ...risk, highBelowScore } })}
        />
        <FigureField
          label={words.lowFrom}
          max={100}
          value={risk.lowFromScore}
          origin={origin.risk.lowFromScore}
          onChange={(lowFromScore) => change({ risk: { ...risk, lowFromScore } })}
        />
      </div>
    </Section>
  );
}
