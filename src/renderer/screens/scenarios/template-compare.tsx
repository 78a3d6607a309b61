/** The user's text against the one that ships now, line by line; one of them is kept. */
import { Button, Group } from '@mantine/core';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import own from './template-editor.module.css';
import { diffLines } from './text-diff.ts';
import type { ShownTemplate, Template } from './use-template-draft.ts';

const SIGNS = { same: '', mine: '+', other: '−' } as const;

export function TemplateCompare(props: {
  readonly shown: ShownTemplate;
  readonly shipped: Template;
  readonly onTaken: (shipped: Template) => void;
  readonly onClose: () => void;
}) {
  const { shown, shipped, onTaken, onClose } = props;
  const { row, template } = shown;
  const words = useText(scenariosText);
  const take = useCommand((call) => call.scenarios.removeTemplate, {
    said: () => words.shippedBack,
  });
  const keep = useCommand((call) => call.scenarios.saveTemplate, { said: () => words.kept });
  const takeShipped = async () => {
    const { templateKey, language, tone } = row;
    const outcome = await take.run({ templateKey, language, tone });
    if (outcome.isDone) onTaken(shipped);
  };
  const keepMine = async () => {
    const outcome = await keep.run({ template, keepsOverNewer: true });
    if (outcome.isDone) onClose();
  };
  const labels = { same: '', mine: words.added, other: words.taken } as const;
  const lines = diffLines(
    `${template.subject}\n\n${template.body}`,
    `${shipped.subject}\n\n${shipped.body}`,
  );
  return (
    <Dialog isOpen title={words.templateCompareTitle(row.name)} size={860} onClose={onClose}>
      <section
        className={own.diff}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls.
        tabIndex={0}
        aria-label={words.templateCompareTitle(row.name)}
      >
        {lines.map(({ key, kind, text }) => (
          <div key={key} className={own.diffLine} data-kind={kind} title={labels[kind]}>
            <span>{SIGNS[kind]}</span>
            <span>{text}</span>
          </div>
        ))}
      </section>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button onClick={onClose}>{words.close}</Button>
        <Button loading={take.isRunning} onClick={() => void takeShipped()}>
          {words.takeShipped}
        </Button>
        {row.hasNewerShipped && (
          <Button variant="filled" loading={keep.isRunning} onClick={() => void keepMine()}>
            {words.keepMine}
          </Button>
        )}
      </Group>
    </Dialog>
  );
}
