/** The people of the company who sign messages: who they are, and up to which level they sign. */
import { Button, Select, TextInput } from '@mantine/core';
import { IconTrash, IconUserPlus } from '@tabler/icons-react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { SEVERITIES } from '../../../shared/domain/dunning/severity.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { settingsDunningText } from '../../../shared/text/screens/settings-dunning.ts';
import { settingsMailText } from '../../../shared/text/screens/settings-mail.ts';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { isAddress } from './mail-server-fields.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { type Shown, useSection } from './use-section.ts';

type Team = Settings['team'];
type Person = Team['collaborators'][number];

const PEOPLE_MAX = 200;

export function TeamSection({ shown }: { readonly shown: Shown }) {
  const words = useText(settingsDunningText);
  const form = useSection('team', shown);
  const { collaborators, defaultSenderKey } = form.value;
  const set = (at: number, patch: Partial<Person>) =>
    form.change({
      collaborators: collaborators.map((one, index) => (index === at ? { ...one, ...patch } : one)),
    });
  const remove = (at: number) => {
    const left = collaborators.filter((_, index) => index !== at);
    const isKept = left.some(({ senderKey }) => senderKey === defaultSenderKey);
    form.change({ collaborators: left, defaultSenderKey: isKept ? defaultSenderKey : '' });
  };
  const add = () =>
    form.change({
      collaborators: [
        ...collaborators,
        {
          senderKey: newKey(collaborators),
          name: '',
          title: '',
          email: '',
          phone: '',
          repCode: '',
          highestSeverity: 'hand_over',
        },
      ],
    });
  return (
    <SectionForm forms={[form]} isValid={collaborators.every(isComplete)}>
      <Section title={words.people}>
        {collaborators.length === 0 && <p className={styles.lead}>{words.noPeople}</p>}
        {collaborators.map((person, at) => (
          <PersonFields
            key={person.senderKey}
            person={person}
            onChange={(patch) => set(at, patch)}
            onRemove={() => remove(at)}
          />
        ))}
        <div>
          <Button
            leftSection={<IconUserPlus size={15} stroke={1.6} />}
            disabled={collaborators.length >= PEOPLE_MAX}
            onClick={add}
          >
            {words.personAdd}
          </Button>
        </div>
      </Section>
      <Select
        w={320}
        label={words.personDefault}
        allowDeselect={false}
        data={[
          { value: '', label: words.byCompany },
          ...collaborators
            .filter(({ name }) => name !== '')
            .map(({ senderKey, name }) => ({ value: senderKey, label: name })),
        ]}
        value={defaultSenderKey}
        onChange={(key) => form.change({ defaultSenderKey: key ?? '' })}
      />
    </SectionForm>
  );
}

function PersonFields(props: {
  readonly person: Person;
  readonly onChange: (patch: Partial<Person>) => void;
  readonly onRemove: () => void;
}) {
  const { person, onChange, onRemove } = props;
  const words = useText(settingsDunningText);
  const { addressWrong } = useText(settingsMailText);
  const { severities } = useText(scenarioText);
  const field = (name: 'title' | 'phone' | 'repCode', label: string, hint?: string) => (
    <TextInput
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      maxLength={200}
      value={person[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  const isMailRight = person.email === '' || isAddress(person.email);
  return (
    <fieldset className={styles.group} aria-label={person.name}>
      <div className={styles.pair}>
        <TextInput
          label={words.personName}
          maxLength={200}
          data-autofocus={person.name === '' || undefined}
          value={person.name}
          error={person.name.trim() === '' ? words.nameMissing : undefined}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        {field('title', words.personTitle)}
        <TextInput
          label={words.personEmail}
          maxLength={200}
          spellCheck={false}
          value={person.email}
          error={isMailRight ? undefined : addressWrong}
          onChange={(event) => onChange({ email: event.currentTarget.value.trim() })}
        />
        {field('phone', words.personPhone)}
        {field('repCode', words.personRep, words.personRepHint)}
        <Select
          label={words.personHighest}
          allowDeselect={false}
          data={SEVERITIES.map((key) => ({ value: key, label: severities[key] }))}
          value={person.highestSeverity}
          onChange={(chosen) =>
            onChange({
              highestSeverity: SEVERITIES.find((key) => key === chosen) ?? person.highestSeverity,
            })
          }
        />
      </div>
      <div>
        <Button
          variant="subtle"
          color="danger"
          leftSection={<IconTrash size={15} stroke={1.6} />}
          onClick={onRemove}
        >
          {words.personRemove(person.name)}
        </Button>
      </div>
    </fieldset>
  );
}

function isComplete({ name, email }: Person): boolean {
  return name.trim() !== '' && (email === '' || isAddress(email));
}

/** Steps name a person by his key, which therefore never changes: not made of his name. */
function newKey(known: Team['collaborators']): string {
  const keys = new Set(known.map(({ senderKey }) => senderKey));
  let count = known.length + 1;
  while (keys.has(`signataire-${count}`)) count += 1;
  return `signataire-${count}`;
}
