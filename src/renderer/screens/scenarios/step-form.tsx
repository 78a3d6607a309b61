/** The form of one step: what it is, when, how, in which words, from what amount on. */
import { Button, Checkbox, NumberInput, SegmentedControl, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import {
  DELAY_ORIGINS,
  type ScenarioStep,
  STEP_KINDS,
  STEP_TONES,
} from '../../../shared/domain/dunning/scenario.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import styles from './scenarios.module.css';
import {
  changedStep,
  DAYS_MAX,
  DAYS_MIN,
  KIND_CHANNELS,
  KIND_LEVELS,
  modesOf,
  withStep,
  withStepMoved,
} from './step-draft.ts';
import { STEP_PANEL } from './time-line.tsx';
import { useSenders, useTemplateChoices } from './use-choices.ts';
import { problemsOfStep, type ScenarioDraft } from './use-scenario-draft.ts';

interface PartProps {
  readonly step: ScenarioStep;
  readonly change: (patch: Partial<ScenarioStep>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

export function StepForm(props: {
  readonly edited: ScenarioDraft;
  readonly step: ScenarioStep;
  readonly onRemove: (stepKey: string) => void;
}) {
  const { edited, step, onRemove } = props;
  const { draft, setDraft } = edited;
  const words = useText(scenariosText);
  const { steps } = draft;
  const at = steps.indexOf(step);
  const { whole, ofField } = problemsOfStep(edited.problems, steps, step);
  const change = (patch: Partial<ScenarioStep>) =>
    setDraft(withStep(draft, step.stepKey, changedStep(step, patch)));
  const move = (by: 1 | -1) => setDraft(withStepMoved(draft, step.stepKey, by));
  const isFree = steps.some(({ delay }) => delay.from !== 'due_date');
  const part = { step, change, errorOf: ofField };
  return (
    <div id={STEP_PANEL} role="tabpanel" aria-label={words.stepOf(at + 1, steps.length)}>
      <Section
        title={words.stepOf(at + 1, steps.length)}
        actions={
          <>
            {isFree && (
              <>
                <Button variant="subtle" disabled={at === 0} onClick={() => move(-1)}>
                  {words.stepEarlier}
                </Button>
                <Button variant="subtle" disabled={at === steps.length - 1} onClick={() => move(1)}>
                  {words.stepLater}
                </Button>
              </>
            )}
            <Button
              variant="subtle"
              color="danger"
              leftSection={<IconTrash size={14} stroke={1.6} />}
              onClick={() => onRemove(step.stepKey)}
            >
              {words.removeStep}
            </Button>
          </>
        }
      >
        {whole.length > 0 && (
          <ul className={styles.wrongList} aria-label={words.problemsOfStep}>
            {whole.map(({ code, sentence }) => (
              <li key={code}>{sentence}</li>
            ))}
          </ul>
        )}
        <div className={styles.grid}>
          <What {...part} />
          <When {...part} />
          <Words {...part} />
          <Limits {...part} />
        </div>
      </Section>
    </div>
  );
}

const NO_LEVEL = 'none';

function What({ step, change, errorOf }: PartProps) {
  const words = useText(scenariosText);
  const labels = useText(scenarioText);
  const levels = KIND_LEVELS[step.kind];
  const channels = KIND_CHANNELS[step.kind];
  return (
    <>
      <Select
        label={words.kind}
        allowDeselect={false}
        value={step.kind}
        error={errorOf('kind')}
        data={STEP_KINDS.map((value) => ({ value, label: labels.kinds[value] }))}
        onChange={(value) => {
          const kind = STEP_KINDS.find((one) => one === value);
          if (kind !== undefined) change({ kind });
        }}
      />
      <Select
        label={words.level}
        allowDeselect={false}
        disabled={levels.length === 1}
        value={step.severity ?? NO_LEVEL}
        error={errorOf('severity')}
        data={levels.map((level) => ({
          value: level ?? NO_LEVEL,
          label: level === null ? words.levelNone : labels.severities[level],
        }))}
        onChange={(value) => change({ severity: levels.find((one) => one === value) ?? null })}
      />
      <Select
        label={words.channel}
        allowDeselect={false}
        disabled={channels.length === 1}
        value={step.channel}
        error={errorOf('channel')}
        data={channels.map((value) => ({ value, label: labels.channels[value] }))}
        onChange={(value) => {
          const channel = channels.find((one) => one === value);
          if (channel !== undefined) change({ channel });
        }}
      />
    </>
  );
}

function When({ step, change, errorOf }: PartProps) {
  const words = useText(scenariosText);
  const labels = useText(scenarioText);
  const { delay } = step;
  const modes = modesOf(step);
  return (
    <>
      <Select
        label={words.delayFrom}
        allowDeselect={false}
        value={delay.from}
        data={DELAY_ORIGINS.map((value) => ({ value, label: words.delayOrigins[value] }))}
        onChange={(value) => {
          const from = DELAY_ORIGINS.find((one) => one === value);
          if (from !== undefined) change({ delay: { ...delay, from } });
        }}
      />
      <div className={styles.delay}>
        <NumberInput
          label={words.delay}
          value={delay.days}
          min={DAYS_MIN}
          max={DAYS_MAX}
          clampBehavior="blur"
          allowDecimal={false}
          error={errorOf('delay')}
          onChange={(days) => {
            if (typeof days === 'number' && days >= DAYS_MIN && days <= DAYS_MAX) {
              change({ delay: { ...delay, days } });
            }
          }}
        />
        <SegmentedControl
          aria-label={words.unit}
          value={delay.unit}
          data={[
            { value: 'calendar', label: words.units.calendar },
            { value: 'business', label: words.units.business },
          ]}
          onChange={(value) =>
            change({ delay: { ...delay, unit: value === 'business' ? 'business' : 'calendar' } })
          }
        />
      </div>
      <Select
        label={words.mode}
        allowDeselect={false}
        disabled={modes.length === 1}
        value={step.mode}
        data={modes.map((value) => ({ value, label: labels.modes[value] }))}
        onChange={(value) => {
          const mode = modes.find((one) => one === value);
          if (mode !== undefined) change({ mode });
        }}
      />
    </>
  );
}

const NONE = '';

function Words({ step, change, errorOf }: PartProps) {
  const words = useText(scenariosText);
  const labels = useText(scenarioText);
  const templates = useTemplateChoices(step);
  const senders = useSenders(step.severity);
  return (
    <>
      <Select
        label={words.template}
        allowDeselect={false}
        disabled={templates.length === 0}
        value={step.templateKey ?? NONE}
        error={errorOf('templateKey')}
        data={[{ value: NONE, label: words.templateNone }, ...templates]}
        onChange={(value) => change({ templateKey: value === NONE ? null : value })}
      />
      <Select
        label={words.tone}
        allowDeselect={false}
        value={step.tone}
        data={STEP_TONES.map((value) => ({
          value,
          label: value === 'by_segment' ? labels.bySegment : labels.tones[value],
        }))}
        onChange={(value) => {
          const tone = STEP_TONES.find((one) => one === value);
          if (tone !== undefined) change({ tone });
        }}
      />
      <Select
        label={words.sender}
        allowDeselect={false}
        value={step.senderKey ?? NONE}
        error={errorOf('senderKey')}
        data={[{ value: NONE, label: words.senderCompany }, ...senders]}
        onChange={(value) => change({ senderKey: value === NONE ? null : value })}
      />
    </>
  );
}

const REP_DAYS_MAX = 20;

function Limits({ step, change, errorOf }: PartProps) {
  const words = useText(scenariosText);
  return (
    <>
      <NumberInput
        label={words.repNotice}
        description={words.repNoticeHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={step.repNoticeBusinessDays ?? ''}
        min={1}
        max={REP_DAYS_MAX}
        allowDecimal={false}
        allowNegative={false}
        placeholder={words.none}
        error={errorOf('repNoticeBusinessDays')}
        onChange={(days) => {
          const isDays = typeof days === 'number' && days >= 1 && days <= REP_DAYS_MAX;
          change({ repNoticeBusinessDays: isDays ? days : null });
        }}
      />
      <AmountInput
        label={words.floor}
        description={words.floorHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={words.none}
        value={step.floorCents}
        error={errorOf('floorCents')}
        onChange={(floorCents) => change({ floorCents })}
      />
      <AmountInput
        label={words.ceiling}
        description={words.ceilingHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={words.none}
        value={step.ceilingCents}
        error={errorOf('ceilingCents')}
        onChange={(ceilingCents) => change({ ceilingCents })}
      />
      <Checkbox
        className={styles.check ?? ''}
        label={words.copyToRep}
        checked={step.isCopiedToRep}
        onChange={(event) => change({ isCopiedToRep: event.currentTarget.checked })}
      />
    </>
  );
}
