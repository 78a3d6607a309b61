/** Calls and what else is done by hand: how often, when, by which gateway, who is told. */
import { TextInput } from '@mantine/core';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { FigureField } from './figure-field.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { TimeField } from './time-field.tsx';
import { type Shown, useSection } from './use-section.ts';

const CAPS = [
  ['professionals', 'attemptsPerDay', 'attemptsPerWeek'],
  ['consumers', 'consumerAttemptsPerDay', 'consumerAttemptsPerWeek'],
] as const;

export function CallsSection({ shown }: { readonly shown: Shown }) {
  const words = useText(callsScreenText).settings;
  const form = useSection('calls', shown);
  const { value, defaults, change } = form;
  return (
    <SectionForm forms={[form]} isValid={value.fromMinute < value.untilMinute} hasDefaults>
      {CAPS.map(([who, daily, weekly]) => (
        <Section key={who} title={words[who]}>
          <div className={styles.figures}>
            <FigureField
              label={words.attemptsPerDay}
              min={1}
              max={20}
              value={value[daily]}
              origin={defaults[daily]}
              onChange={(count) => change({ [daily]: count })}
            />
            <FigureField
              label={words.attemptsPerWeek}
              min={1}
              max={50}
              value={value[weekly]}
              origin={defaults[weekly]}
              onChange={(count) => change({ [weekly]: count })}
            />
          </div>
        </Section>
      ))}
      <Section title={words.hours}>
        <div className={styles.figures}>
          <TimeField
            label={words.from}
            value={value.fromMinute}
            onChange={(fromMinute) => change({ fromMinute })}
          />
          <TimeField
            label={words.until}
            value={value.untilMinute}
            onChange={(untilMinute) => change({ untilMinute })}
          />
        </div>
      </Section>
      <Section title={words.gateway} note={words.gatewayNote}>
        <TextInput
          aria-label={words.gateway}
          maw={460}
          placeholder="{numero}@sms.exemple.fr"
          value={value.smsGateway}
          onChange={(event) => change({ smsGateway: event.currentTarget.value })}
        />
      </Section>
      <Section title={words.office}>
        <div className={styles.figures}>
          <TextInput
            w={300}
            label={words.officeEmail}
            type="email"
            value={value.salesOfficeEmail}
            onChange={(event) => change({ salesOfficeEmail: event.currentTarget.value })}
          />
          <TextInput
            w={220}
            label={words.decider}
            value={value.blockDecider}
            onChange={(event) => change({ blockDecider: event.currentTarget.value })}
          />
        </div>
      </Section>
    </SectionForm>
  );
}
