/** What is asked before a scenario of a file is opened: that it is one, and beside which. */
import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ScenarioRow } from '../../../shared/contract/scenarios.ts';
import type { Scenario } from '../../../shared/domain/dunning/scenario.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import type { NewDraft } from './new-draft.ts';
import styles from './scenarios.module.css';
import { Scrolled } from './scrolled.tsx';
import { keyOf } from './step-draft.ts';
import type { ReadFile } from './use-scenario-file.ts';

export function useImportDialogs(given: {
  readonly known: readonly ScenarioRow[];
  readonly onNew: (draft: NewDraft) => void;
}): { readonly take: (read: ReadFile) => void; readonly dialogs: ReactNode } {
  const { known, onNew } = given;
  const [asked, setAsked] = useState<ReadFile | null>(null);
  const sameKey = ({ scenarioKey }: Scenario) =>
    known.find((row) => row.scenarioKey === scenarioKey);
  const take = (read: ReadFile) => {
    if (read.kind === 'scenario' && sameKey(read.scenario) === undefined) {
      onNew({ scenario: read.scenario, replaces: false });
    } else setAsked(read);
  };
  const close = () => setAsked(null);
  const same = asked?.kind === 'scenario' ? sameKey(asked.scenario) : undefined;
  const dialogs = (
    <>
      {asked?.kind === 'not_one' && <NotOne places={asked.places} onClose={close} />}
      {asked?.kind === 'scenario' && same !== undefined && (
        <KnownKey
          name={same.name}
          onClose={close}
          onReplace={() => onNew({ scenario: asked.scenario, replaces: true })}
          onBeside={() => {
            const taken = new Set(known.map(({ scenarioKey }) => scenarioKey));
            const scenarioKey = keyOf(asked.scenario.name, taken);
            onNew({ scenario: { ...asked.scenario, scenarioKey }, replaces: false });
          }}
        />
      )}
    </>
  );
  return { take, dialogs };
}

function NotOne(props: { readonly places: readonly string[]; readonly onClose: () => void }) {
  const words = useText(scenariosText);
  return (
    <Dialog isOpen title={words.emptyImport} onClose={props.onClose}>
      <p className={styles.lead}>{words.emptyImportWhy}</p>
      <Scrolled label={words.emptyImportWhy}>
        <ul className={styles.places}>
          {props.places.map((place) => (
            <li key={place}>{place === '' ? words.wholeFile : <code>{place}</code>}</li>
          ))}
        </ul>
      </Scrolled>
      <Group justify="flex-end" mt="md">
        <Button onClick={props.onClose} data-autofocus>
          {words.close}
        </Button>
      </Group>
    </Dialog>
  );
}

function KnownKey(props: {
  readonly name: string;
  readonly onClose: () => void;
  readonly onReplace: () => void;
  readonly onBeside: () => void;
}) {
  const words = useText(scenariosText);
  return (
    <Dialog isOpen title={words.importKnown(props.name)} onClose={props.onClose}>
      <p className={styles.lead}>{words.importKnownWhy}</p>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button onClick={props.onClose}>{words.cancel}</Button>
        <Button onClick={props.onReplace}>{words.importReplace}</Button>
        <Button variant="filled" onClick={props.onBeside} data-autofocus>
          {words.importBeside}
        </Button>
      </Group>
    </Dialog>
  );
}
