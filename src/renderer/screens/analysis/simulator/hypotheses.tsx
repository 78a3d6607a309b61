/** The assumptions: each a field, the ones that are weighed also a slider. */
import { NumberInput, SegmentedControl, Slider } from '@mantine/core';
import { formatCents } from '../../../../shared/format/amount.ts';
import { formatCount } from '../../../../shared/format/number.ts';
import { simulatorText } from '../../../../shared/text/screens/simulator.ts';
import { AmountInput } from '../../../parts/amount-input.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { Section } from '../../../parts/screen.tsx';
import { type Draft, type OwnFigures, ofScope } from './simulation-draft.ts';
import styles from './simulator.module.css';

const DAYS_MAX = 365;
const BASIS_POINTS_IN_PERCENT = 100;
const LOSS_RATE_MAX = 10;
const FINANCING_MAX = 20;

export function Hypotheses(props: {
  readonly draft: Draft;
  readonly own: OwnFigures;
  readonly onChange: (patch: Partial<Draft>) => void;
}) {
  const { draft, own, onChange } = props;
  const words = useText(simulatorText);
  const language = useLanguage();
  const isOwn = draft.origin === 'own';
  return (
    <Section title={words.hypotheses}>
      <div className={styles.fields}>
        <AmountInput
          label={words.turnover}
          description={
            isOwn && draft.scope === 'all' && own.monthCount < 12
              ? words.turnoverNote(formatCount(own.monthCount, { language }))
              : undefined
          }
          value={draft.turnoverCents}
          onChange={(cents) => onChange({ turnoverCents: cents ?? 0 })}
        />
        <div className={styles.pair}>
          <Days
            label={words.dso}
            value={draft.dsoDays}
            max={DAYS_MAX}
            decimals={1}
            onChange={(dsoDays) =>
              onChange({ dsoDays, daysGained: Math.min(draft.daysGained, dsoDays) })
            }
          />
          <div>
            <span className={styles.label}>{words.base}</span>
            <SegmentedControl
              aria-label={words.base}
              value={String(draft.base)}
              data={['360', '365']}
              onChange={(value) => onChange({ base: value === '360' ? 360 : 365 })}
            />
          </div>
        </div>
        {isOwn && <Scope draft={draft} own={own} onChange={onChange} />}
        <Slid
          label={words.daysGained}
          max={Math.max(1, Math.floor(draft.dsoDays))}
          unit={words.days}
          value={draft.daysGained}
          onChange={(daysGained) => onChange({ daysGained })}
        />
        <Slid
          label={words.lossRate}
          max={LOSS_RATE_MAX}
          unit="%"
          step={0.1}
          value={draft.lossRateBasisPoints / BASIS_POINTS_IN_PERCENT}
          onChange={(percent) => onChange({ lossRateBasisPoints: points(percent) })}
        />
        <AmountInput
          label={words.jobCost}
          value={draft.jobCostCents}
          onChange={(cents) => onChange({ jobCostCents: cents ?? 0 })}
        />
        <Slid
          label={words.jobShare}
          max={100}
          unit="%"
          step={5}
          value={draft.jobShareBasisPoints / BASIS_POINTS_IN_PERCENT}
          onChange={(percent) => onChange({ jobShareBasisPoints: points(percent) })}
        />
        <Slid
          label={words.financing}
          max={FINANCING_MAX}
          unit="%"
          step={0.1}
          value={draft.financingRateBasisPoints / BASIS_POINTS_IN_PERCENT}
          onChange={(percent) => onChange({ financingRateBasisPoints: points(percent) })}
        />
      </div>
    </Section>
  );
}

function points(percent: number): number {
  return Math.round(percent * BASIS_POINTS_IN_PERCENT);
}

function Scope(props: {
  readonly draft: Draft;
  readonly own: OwnFigures;
  readonly onChange: (patch: Partial<Draft>) => void;
}) {
  const { draft, own, onChange } = props;
  const words = useText(simulatorText);
  const language = useLanguage();
  const { customerCount, moreThanDays, turnoverCents } = own.late;
  return (
    <div>
      <span className={styles.label}>{words.on}</span>
      <SegmentedControl
        aria-label={words.on}
        value={draft.scope}
        data={(['all', 'late'] as const).map((value) => ({ value, label: words.scopes[value] }))}
        onChange={(value) => {
          const chosen = ofScope(own, value === 'late' ? 'late' : 'all');
          onChange({ ...chosen, daysGained: Math.min(draft.daysGained, chosen.dsoDays) });
        }}
      />
      {draft.scope === 'late' && (
        <p className={styles.note}>
          {words.lateNote(
            formatCount(customerCount, { language }),
            formatCount(moreThanDays, { language }),
            formatCents(turnoverCents, { language }),
          )}
        </p>
      )}
    </div>
  );
}

function Days(props: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly decimals: number;
  readonly onChange: (value: number) => void;
}) {
  const { label, value, max, decimals, onChange } = props;
  const words = useText(simulatorText);
  const language = useLanguage();
  return (
    <NumberInput
      w={140}
      label={label}
      value={value}
      min={0}
      max={max}
      decimalScale={decimals}
      decimalSeparator={language === 'fr' ? ',' : '.'}
      suffix={` ${words.days}`}
      onChange={(typed) => {
        if (typeof typed === 'number') onChange(typed);
      }}
    />
  );
}

/** A slider beside a field of the same figure. */
function Slid(props: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly unit: string;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}) {
  const { label, value, max, unit, step = 1, onChange } = props;
  const language = useLanguage();
  const told = (figure: number) => `${figure} ${unit}`;
  return (
    <div className={styles.slid}>
      <NumberInput
        w={140}
        classNames={{ label: styles.slidLabel }}
        label={label}
        value={value}
        min={0}
        max={max}
        step={step}
        decimalScale={step < 1 ? 2 : 0}
        decimalSeparator={language === 'fr' ? ',' : '.'}
        suffix={` ${unit}`}
        onChange={(typed) => {
          if (typeof typed === 'number') onChange(typed);
        }}
      />
      <Slider
        className={styles.slider}
        value={value}
        min={0}
        max={max}
        step={step}
        label={null}
        thumbLabel={label}
        thumbProps={{ 'aria-valuetext': told(value) }}
        onChange={(moved) => onChange(moved)}
      />
    </div>
  );
}
