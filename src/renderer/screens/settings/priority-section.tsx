/** The weights of the morning's ranking, all of them, with their original values beside. */
import { weightOutOfRange } from '../../../shared/contract/priority-settings.ts';
import type { PriorityWeights } from '../../../shared/domain/priority/priority-weights.ts';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { BandsField } from './bands-field.tsx';
import { FigureField, type FigureFieldProps, ShareField } from './figure-field.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { type Shown, useSection } from './use-section.ts';

interface Part {
  readonly weights: PriorityWeights;
  readonly origin: PriorityWeights;
  readonly change: (patch: Partial<PriorityWeights>) => void;
}

export function PrioritySection({ shown }: { readonly shown: Shown }) {
  const form = useSection('priority', shown);
  const weights: PriorityWeights = form.value;
  const part: Part = {
    weights,
    origin: form.defaults,
    change: (patch) => form.change({ ...weights, ...patch }),
  };
  return (
    <SectionForm forms={[form]} isValid={weightOutOfRange(weights) === null} hasDefaults>
      <Stake {...part} />
      <Bands {...part} />
      <Risk {...part} />
      <Contact {...part} />
      <LeftOut {...part} />
    </SectionForm>
  );
}

function Stake({ weights, origin, change }: Part) {
  const words = useText(settingsText);
  return (
    <div className={styles.figures}>
      <FigureField
        label={words.seats}
        min={1}
        max={50}
        value={weights.seatCount}
        origin={origin.seatCount}
        onChange={(seatCount) => change({ seatCount })}
      />
      <AmountInput
        w={220}
        label={words.floor}
        description={words.floorHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={weights.floorCents}
        onChange={(floorCents) => {
          if (floorCents !== null && floorCents > 0) change({ floorCents });
        }}
      />
      <ShareField
        label={words.floorShare}
        description={words.floorShareHint}
        basisPoints={weights.floorShareBasisPoints}
        origin={origin.floorShareBasisPoints}
        onChange={(floorShareBasisPoints) => change({ floorShareBasisPoints })}
      />
    </div>
  );
}

function Bands({ weights, origin, change }: Part) {
  const words = useText(settingsText);
  const { chance } = weights;
  const day = (
    key: 'paymentDay' | 'paymentDayWithinBusinessDays' | 'paymentDayBeyondHabitDays',
    field: Pick<FigureFieldProps, 'label' | 'max' | 'decimals' | 'suffix'>,
  ) => (
    <FigureField
      {...field}
      value={chance[key]}
      origin={origin.chance[key]}
      onChange={(value) => change({ chance: { ...chance, [key]: value } })}
    />
  );
  return (
    <>
      <Section title={words.lateness} note={words.latenessHint}>
        <BandsField
          name={words.lateness}
          bands={weights.lateness}
          onChange={(lateness) => change({ lateness })}
        />
      </Section>
      <Section title={words.chance} note={words.chanceHint}>
        <BandsField
          name={words.chance}
          bands={chance.beyondHabit}
          valueMax={1}
          onChange={(beyondHabit) => change({ chance: { ...chance, beyondHabit } })}
        />
        <div className={styles.figures}>
          {day('paymentDay', { label: words.paymentDay, max: 1, decimals: 2 })}
          {day('paymentDayWithinBusinessDays', {
            label: words.paymentDayWithin,
            max: 30,
            suffix: words.businessDays,
          })}
          {day('paymentDayBeyondHabitDays', {
            label: words.paymentDayBeyond,
            max: 90,
            suffix: words.days,
          })}
        </div>
      </Section>
      <Section title={words.time} note={words.timeHint}>
        <BandsField name={words.time} bands={weights.time} onChange={(time) => change({ time })} />
        <FigureField
          label={words.timeAfter}
          max={10}
          decimals={2}
          value={weights.timeAfterNewEvent}
          origin={origin.timeAfterNewEvent}
          onChange={(timeAfterNewEvent) => change({ timeAfterNewEvent })}
        />
      </Section>
    </>
  );
}

function Risk({ weights, origin, change }: Part) {
  const words = useText(settingsText);
  const { risk } = weights;
  const field = (
    key: keyof PriorityWeights['risk'],
    shape: Pick<FigureFieldProps, 'label' | 'min' | 'max' | 'decimals' | 'suffix'>,
  ) => (
    <FigureField
      {...shape}
      value={risk[key]}
      origin={origin.risk[key]}
      onChange={(value) => change({ risk: { ...risk, [key]: value } })}
    />
  );
  const weight = { max: 5, decimals: 2 };
  return (
    <Section title={words.risk}>
      <div className={styles.figures}>
        {field('brokenPromise', { label: words.brokenPromise, ...weight })}
        {field('brokenPromisesMax', { label: words.brokenPromisesMax, max: 20 })}
        {field('exposureExceeded', { label: words.exposureExceeded, ...weight })}
        {field('orderWaiting', { label: words.orderWaiting, ...weight })}
        {field('goodPayerLate', { label: words.goodPayerLate, ...weight })}
        {field('goodPayerHabitBelowDays', { label: words.goodPayerHabit, suffix: words.days })}
        {field('goodPayerBeyondHabitDays', { label: words.goodPayerBeyond, suffix: words.days })}
        {field('max', { label: words.riskMax, min: 1, max: 10, decimals: 2 })}
      </div>
    </Section>
  );
}

function Contact({ weights, origin, change }: Part) {
  const words = useText(settingsText);
  const { contact } = weights;
  const labels = {
    directPhone: words.directPhone,
    indirect: words.indirect,
    unanswered: words.unanswered,
    none: words.noContact,
  } as const;
  const keys = ['directPhone', 'indirect', 'unanswered', 'none'] as const;
  return (
    <Section title={words.contact}>
      <div className={styles.figures}>
        {keys.map((key) => (
          <FigureField
            key={key}
            label={labels[key]}
            max={5}
            decimals={2}
            value={contact[key]}
            origin={origin.contact[key]}
            onChange={(value) => change({ contact: { ...contact, [key]: value } })}
          />
        ))}
        <FigureField
          label={words.unansweredTries}
          suffix={words.calls}
          min={1}
          max={20}
          value={contact.unansweredTries}
          origin={origin.contact.unansweredTries}
          onChange={(unansweredTries) => change({ contact: { ...contact, unansweredTries } })}
        />
      </div>
    </Section>
  );
}

function LeftOut({ weights, origin, change }: Part) {
  const words = useText(settingsText);
  const { leftOut, forgotten } = weights;
  const out = (
    key: 'emailUpToDays' | 'decideBeyondDays' | 'decideAfterTries',
    label: string,
    suffix?: string,
  ) => (
    <FigureField
      label={label}
      {...(suffix !== undefined && { suffix })}
      value={leftOut[key]}
      origin={origin.leftOut[key]}
      onChange={(value) => change({ leftOut: { ...leftOut, [key]: value } })}
    />
  );
  const silent = (key: 'lateBeyondDays' | 'silentDays', label: string) => (
    <FigureField
      label={label}
      suffix={words.days}
      value={forgotten[key]}
      origin={origin.forgotten[key]}
      onChange={(value) => change({ forgotten: { ...forgotten, [key]: value } })}
    />
  );
  return (
    <>
      <Section title={words.leftOut}>
        <div className={styles.figures}>
          <AmountInput
            w={220}
            label={words.emailBelow}
            value={leftOut.emailBelowCents}
            onChange={(emailBelowCents) => {
              if (emailBelowCents !== null && emailBelowCents >= 0) {
                change({ leftOut: { ...leftOut, emailBelowCents } });
              }
            }}
          />
          {out('emailUpToDays', words.emailUpTo, words.days)}
          {out('decideBeyondDays', words.decideBeyond, words.days)}
          {out('decideAfterTries', words.decideTries)}
        </div>
      </Section>
      <Section title={words.forgotten}>
        <div className={styles.figures}>
          {silent('lateBeyondDays', words.forgottenLate)}
          {silent('silentDays', words.forgottenSilent)}
        </div>
      </Section>
    </>
  );
}
