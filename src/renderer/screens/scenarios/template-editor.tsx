/**
 * One template: its subject and text on the left with the fields to insert, on the right how it
 * reads for a real customer. What is wrong is said while one types, with its line and column.
 */
import { Button, Textarea, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { MESSAGE_KIND_LABELS, TONE_LABELS } from '../../../shared/text/message-kinds.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useKeys } from '../../keys/keys.tsx';
import { Badge } from '../../parts/badge.tsx';
import { useText } from '../../parts/reader.tsx';
import { LeaveDialog, useUnsaved } from './leave-dialog.tsx';
import { OriginBadges } from './origin-badges.tsx';
import { RemoveTemplate } from './remove-template.tsx';
import styles from './scenarios.module.css';
import { TemplateCompare } from './template-compare.tsx';
import { TemplateCopy } from './template-copy.tsx';
import own from './template-editor.module.css';
import type { TemplateName } from './template-name.ts';
import { TemplatePalette } from './template-palette.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { TemplateProblems } from './template-problems.tsx';
import { type ShownTemplate, type TemplateDraft, useTemplateDraft } from './use-template-draft.ts';

export function TemplateEditor(props: {
  readonly shown: ShownTemplate;
  readonly onOpen: (name: TemplateName | null) => void;
}) {
  const { shown, onOpen } = props;
  const words = useText(scenariosText);
  const edited = useTemplateDraft(shown.template);
  const unsaved = useUnsaved(edited.isChanged);
  const [dialog, setDialog] = useState<'compare' | 'copy' | null>(null);
  const keep = useCommand((call) => call.scenarios.saveTemplate, {
    said: () => words.templateSaved,
  });
  const save = async () => {
    await keep.run({ template: edited.draft, keepsOverNewer: false });
  };
  useKeys(words.templates, [
    { keys: 'escape', label: words.templatesBack, run: () => onOpen(null) },
    {
      keys: 'ctrl+s',
      label: words.save,
      whenTyping: true,
      run: () => {
        if (edited.maySave) void save();
      },
    },
  ]);
  return (
    <div className={styles.editor}>
      <Head
        shown={shown}
        edited={edited}
        onOpen={onOpen}
        onRemoved={() => {
          unsaved.forget();
          onOpen(null);
        }}
        onDialog={setDialog}
        save={
          <Button
            variant="filled"
            disabled={!edited.maySave}
            loading={keep.isRunning}
            onClick={() => void save()}
          >
            {words.save}
          </Button>
        }
      />
      <div className={own.halves}>
        <Words edited={edited} />
        <TemplatePreview edited={edited} />
      </div>
      {dialog === 'compare' && shown.shipped !== null && (
        <TemplateCompare
          shown={shown}
          shipped={shown.shipped}
          onClose={() => setDialog(null)}
          onTaken={(shipped) => {
            edited.setDraft(shipped);
            setDialog(null);
          }}
        />
      )}
      {dialog === 'copy' && (
        <TemplateCopy
          template={edited.draft}
          onClose={() => setDialog(null)}
          onCopied={(name) => {
            unsaved.forget();
            onOpen(name);
          }}
        />
      )}
      <LeaveDialog unsaved={unsaved} />
    </div>
  );
}

function Head(props: {
  readonly shown: ShownTemplate;
  readonly edited: TemplateDraft;
  readonly save: React.ReactNode;
  readonly onOpen: (name: TemplateName | null) => void;
  readonly onRemoved: () => void;
  readonly onDialog: (dialog: 'compare' | 'copy') => void;
}) {
  const { shown, edited, onOpen, onDialog } = props;
  const words = useText(scenariosText);
  const kinds = useText(MESSAGE_KIND_LABELS);
  const tones = useText(TONE_LABELS);
  const { row, shipped } = shown;
  return (
    <div className={styles.head}>
      <Button
        variant="subtle"
        leftSection={<IconArrowLeft size={15} stroke={1.6} />}
        onClick={() => onOpen(null)}
      >
        {words.templatesBack}
      </Button>
      <h2 className={styles.title}>
        {row.templateKey === row.kind ? kinds[row.kind] : edited.draft.name}
      </h2>
      <span className={styles.note}>
        {words.languages[row.language]} · {tones[row.tone]}
      </span>
      <OriginBadges row={row} />
      {edited.isChanged && <Badge tone="amber">{words.unsaved}</Badge>}
      <span className={styles.space} />
      {shipped !== null && row.origin === 'changed' && (
        <Button onClick={() => onDialog('compare')}>{words.compare}</Button>
      )}
      <Button onClick={() => onDialog('copy')}>{words.templateCopy}</Button>
      <RemoveTemplate row={row} onRemoved={props.onRemoved} />
      {props.save}
    </div>
  );
}

type Field = 'subject' | 'body';

function Words({ edited }: { readonly edited: TemplateDraft }) {
  const { draft, change, problems } = edited;
  const words = useText(scenariosText);
  const fields = {
    subject: useRef<HTMLInputElement>(null),
    body: useRef<HTMLTextAreaElement>(null),
  };
  const last = useRef<Field>('body');
  const insert = (text: string) => {
    const name = last.current;
    const field = fields[name].current;
    if (field === null) return;
    const from = field.selectionStart ?? draft[name].length;
    const to = field.selectionEnd ?? from;
    change({ [name]: `${draft[name].slice(0, from)}${text}${draft[name].slice(to)}` });
    // The cursor follows what was put in, once it is on screen.
    requestAnimationFrame(() => {
      field.focus();
      field.setSelectionRange(from + text.length, from + text.length);
    });
  };
  const goTo = (name: Field, line: number | null, column: number | null) => {
    const field = fields[name].current;
    if (field === null) return;
    const before = draft[name].split('\n').slice(0, (line ?? 1) - 1);
    const at = before.reduce((sum, one) => sum + one.length + 1, 0) + (column ?? 1) - 1;
    field.focus();
    field.setSelectionRange(at, at);
  };
  const isWrong = (name: Field) => problems.some((one) => one.isOfTemplate && one.field === name);
  return (
    <div className={own.words}>
      {draft.templateKey !== draft.kind && (
        <TextInput
          label={words.name}
          maxLength={200}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      )}
      <TextInput
        ref={fields.subject}
        label={words.subject}
        value={draft.subject}
        error={isWrong('subject')}
        onFocus={() => {
          last.current = 'subject';
        }}
        onChange={(event) => change({ subject: event.currentTarget.value })}
      />
      <div className={own.text}>
        <Textarea
          ref={fields.body}
          className={own.body ?? ''}
          label={words.body}
          spellCheck
          lang={draft.language}
          value={draft.body}
          error={isWrong('body')}
          onFocus={() => {
            last.current = 'body';
          }}
          onChange={(event) => change({ body: event.currentTarget.value })}
        />
        <TemplatePalette onInsert={insert} />
      </div>
      <TemplateProblems problems={problems} onGo={goTo} />
    </div>
  );
}
