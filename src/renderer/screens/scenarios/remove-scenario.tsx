/** Gives back what ships, or deletes the user's own, once it was asked. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ScenarioRow } from '../../../shared/contract/scenarios.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useText } from '../../parts/reader.tsx';

export function RemoveScenario(props: {
  readonly row: ScenarioRow;
  readonly onRemoved: () => void;
}) {
  const { row, onRemoved } = props;
  const words = useText(scenariosText);
  const [isAsked, setAsked] = useState(false);
  const isOwn = row.origin === 'own';
  const remove = useCommand((call) => call.scenarios.remove, {
    said: () => (isOwn ? words.removed : words.shippedBack),
  });
  if (row.origin === 'shipped') return null;
  const confirm = async () => {
    const outcome = await remove.run({ scenarioKey: row.scenarioKey });
    setAsked(false);
    if (outcome.isDone) onRemoved();
  };
  return (
    <>
      <Button color="danger" onClick={() => setAsked(true)}>
        {isOwn ? words.remove : words.toShipped}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={isOwn ? words.removeTitle(row.name) : words.toShippedTitle(row.name)}
        verb={isOwn ? words.remove : words.toShipped}
        isDanger
        isBusy={remove.isRunning}
        onConfirm={() => void confirm()}
        onCancel={() => setAsked(false)}
      >
        {isOwn ? words.removeWhy : words.toShippedWhy}
      </ConfirmDialog>
    </>
  );
}
