/** The pace of reminders: floors, intervals, hours, hold, pilot, pauses, starting levels. */
import { Checkbox } from '@mantine/core';
import { settingsDunningText } from '../../../shared/text/screens/settings-dunning.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { arePeriodsRight } from '../../parts/periods-field.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { FigureField, ShareField } from './figure-field.tsx';
import { areLevelsIncreasing, LevelsField } from './levels-field.tsx';
import { PausesField } from './pauses-field.tsx';
import { PilotField } from './pilot-field.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { TimeField } from './time-field.tsx';
import { type SectionDraft, type Shown, useSection } from './use-section.ts';

type Form = SectionDraft<'dunning'>;

export function DunningSection({ shown }: { readonly shown: Shown }) {
  const words = useText(settingsDunningText);
  const form = useSection('dunning', shown);
  const { value, change } = form;
  return (
    <SectionForm forms={[form]} isValid={isRight(form)} hasDefaults>
      <Sending form={form} />
      <Floors form={form} />
      <Pace form={form} />
      <PilotField value={value.pilot} onChange={(pilot) => change({ pilot })} />
      <PausesField value={value.pauses} onChange={(pauses) => change({ pauses })} />
      <Section title={words.starting} note={words.startingHint}>
        <LevelsField
          name={words.startingUsual}
          value={value.startingLevels}
          onChange={(startingLevels) => change({ startingLevels })}
        />
        <LevelsField
          name={words.startingChronic}
          value={value.chronicStartingLevels}
          onChange={(chronicStartingLevels) => change({ chronicStartingLevels })}
        />
      </Section>
    </SectionForm>
  );
}

function isRight({ value }: Form): boolean {
  return (
    value.sendFromMinute < value.sendUntilMinute &&
    arePeriodsRight(value.pauses) &&
    areLevelsIncreasing(value.startingLevels) &&
    areLevelsIncreasing(value.chronicStartingLevels)
  );
}

function Sending({ form }: { readonly form: Form }) {
  const { value, defaults, change } = form;
  const words = useText(settingsDunningText);
  const isReversed = value.sendFromMinute >= value.sendUntilMinute;
  return (
    <Section title={words.sending} note={words.hoursHint}>
      <div className={styles.figures}>
        <TimeField
          label={words.sendFrom}
          value={value.sendFromMinute}
          onChange={(sendFromMinute) => change({ sendFromMinute })}
        />
        <TimeField
          label={words.sendUntil}
          value={value.sendUntilMinute}
          error={isReversed ? words.hoursWrong : undefined}
          onChange={(sendUntilMinute) => change({ sendUntilMinute })}
        />
        <FigureField
          label={words.hold}
          suffix={words.seconds}
          max={3600}
          value={value.holdSeconds}
          origin={defaults.holdSeconds}
          onChange={(holdSeconds) => change({ holdSeconds })}
        />
        <FigureField
          label={words.perHour}
          min={1}
          max={10_000}
          value={value.messagesPerHour}
          origin={defaults.messagesPerHour}
          onChange={(messagesPerHour) => change({ messagesPerHour })}
        />
      </div>
      <div className={styles.ticks}>
        <Checkbox
          label={words.allToConfirm}
          checked={value.isAllToConfirm}
          onChange={(event) => change({ isAllToConfirm: event.currentTarget.checked })}
        />
        <Checkbox
          label={words.latePaymentAcknowledged}
          checked={value.isLatePaymentAcknowledged}
          onChange={(event) => change({ isLatePaymentAcknowledged: event.currentTarget.checked })}
        />
      </div>
    </Section>
  );
}

function Floors({ form }: { readonly form: Form }) {
  const { value, defaults, change } = form;
  const words = useText(settingsDunningText);
  const amount = (
    name: 'floorCents' | 'residueCents' | 'noticeFloorCents',
    label: string,
    hint: string,
  ) => (
    <AmountInput
      w={220}
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value[name]}
      onChange={(cents) => {
        if (cents !== null && cents >= 0) change({ [name]: cents });
      }}
    />
  );
  return (
    <Section title={words.floors}>
      <div className={styles.figures}>
        {amount('floorCents', words.floor, words.floorHint)}
        {amount('residueCents', words.residue, words.residueHint)}
        <ShareField
          label={words.residueShare}
          basisPoints={value.residueShareBasisPoints}
          origin={defaults.residueShareBasisPoints}
          max={50}
          onChange={(residueShareBasisPoints) => change({ residueShareBasisPoints })}
        />
        {amount('noticeFloorCents', words.noticeFloor, words.noticeFloorHint)}
        <FigureField
          label={words.sweepLate}
          suffix={words.days}
          max={720}
          value={value.sweepDaysPastDue}
          origin={defaults.sweepDaysPastDue}
          onChange={(sweepDaysPastDue) => change({ sweepDaysPastDue })}
        />
        <FigureField
          label={words.sweepDays}
          suffix={words.businessDays}
          max={60}
          value={value.sweepBusinessDays}
          origin={defaults.sweepBusinessDays}
          onChange={(sweepBusinessDays) => change({ sweepBusinessDays })}
        />
      </div>
    </Section>
  );
}

const PACES = [
  ['exchangeHoldBusinessDays', 'exchangeHold', 'businessDays', 0, 30],
  ['noticeIntervalDays', 'noticeInterval', 'days', 1, 90],
  ['disputeRefusedDays', 'disputeRefused', 'days', 0, 90],
  ['taskPatienceBusinessDays', 'taskPatience', 'businessDays', 0, 60],
  ['vipPatienceBusinessDays', 'vipPatience', 'businessDays', 0, 60],
] as const;

function Pace({ form }: { readonly form: Form }) {
  const { value, defaults, change } = form;
  const words = useText(settingsDunningText);
  return (
    <Section title={words.pace}>
      <div className={styles.figures}>
        {PACES.map(([key, label, unit, min, max]) => (
          <FigureField
            key={key}
            label={words[label]}
            suffix={words[unit]}
            min={min}
            max={max}
            value={value[key]}
            origin={defaults[key]}
            onChange={(days) => change({ [key]: days })}
          />
        ))}
      </div>
    </Section>
  );
}
