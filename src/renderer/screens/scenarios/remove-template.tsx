/** Gives back the shipped text, or deletes the user's own template, once it was asked. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TemplateRow } from '../../../shared/contract/scenarios.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useText } from '../../parts/reader.tsx';

export function RemoveTemplate(props: {
  readonly row: TemplateRow;
  readonly onRemoved: () => void;
}) {
  const { row, onRemoved } = props;
  const words = useText(scenariosText);
  const [isAsked, setAsked] = useState(false);
  const isOwn = row.origin === 'own';
  const remove = useCommand((call) => call.scenarios.removeTemplate, {
    said: () => (isOwn ? words.templateRemoved : words.shippedBack),
  });
  if (row.origin === 'shipped') return null;
  const { templateKey, language, tone, name } = row;
  const confirm = async () => {
    const outcome = await remove.run({ templateKey, language, tone });
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
        title={isOwn ? words.templateRemoveTitle(name) : words.templateShippedTitle(name)}
        verb={isOwn ? words.remove : words.toShipped}
        isDanger
        isBusy={remove.isRunning}
        onConfirm={() => void confirm()}
        onCancel={() => setAsked(false)}
      >
        {isOwn ? words.templateRemoveWhy : words.toShippedWhy}
      </ConfirmDialog>
    </>
  );
}
