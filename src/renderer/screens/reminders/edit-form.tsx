/** What a person changes of one message before it leaves; the template stays as it is. */
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { NoticeEdit, PlannedRow } from '../../../shared/contract/dunning.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useApi } from '../../api/connection.tsx';
import { useKeys } from '../../keys/keys.tsx';
import { useText } from '../../parts/reader.tsx';
import message from './message.module.css';
import type { Preview } from './preview.ts';
import styles from './reminders.module.css';
import { useWritten } from './use-written.ts';

const AS_PROPOSED: NoticeEdit = {
  subject: null,
  body: null,
  freeSentence: null,
  recipient: null,
  withoutReceivableIds: [],
};

const LISTED = ['planned', 'to_confirm', 'listed'];

export function EditForm(props: {
  readonly row: PlannedRow;
  /** As it would leave now, with what was typed so far. */
  readonly preview: Preview;
  readonly edit: NoticeEdit | null;
  readonly onChange: (edit: NoticeEdit) => void;
  readonly onKeep: () => void;
  readonly onDrop: () => void;
  readonly onCancel: () => void;
}) {
  const { row, preview, onChange, onKeep, onDrop, onCancel } = props;
  const words = useText(remindersText);
  const edit = props.edit ?? AS_PROPOSED;
  const change = (patch: Partial<NoticeEdit>) => onChange({ ...edit, ...patch });
  useKeys(words.edit, [
    { keys: 'ctrl+enter', label: words.keepEdit, run: onKeep, whenTyping: true },
  ]);
  return (
    <form
      className={message.edit}
      aria-label={words.edit}
      onSubmit={(event) => {
        event.preventDefault();
        onKeep();
      }}
    >
      <p className={styles.quiet}>{words.editNote}</p>
      {row.channel === 'email' && (
        <TextInput
          label={words.recipient}
          value={edit.recipient ?? preview.to}
          onChange={(event) => change({ recipient: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={words.subject}
        value={edit.subject ?? preview.subject}
        onChange={(event) => change({ subject: event.currentTarget.value })}
      />
      <Textarea
        label={words.freeSentence}
        data-autofocus
        autosize
        minRows={2}
        maxRows={4}
        disabled={edit.body !== null}
        description={edit.body === null ? undefined : words.freeSentenceIn}
        value={edit.body === null ? (edit.freeSentence ?? '') : ''}
        onChange={(event) => change({ freeSentence: orNull(event.currentTarget.value) })}
      />
      <Textarea
        label={words.body}
        description={words.bodyHint}
        autosize
        minRows={8}
        maxRows={11}
        value={edit.body ?? preview.body}
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      <Items row={row} edit={edit} onChange={change} />
      <div className={message.editFoot}>
        <Button type="submit" variant="filled">
          {words.keepEdit}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
        <span className={styles.space} />
        <Button variant="subtle" onClick={onDrop}>
          {words.dropEdit}
        </Button>
      </div>
    </form>
  );
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** The items of the message, each of which may be left out this time. */
function Items(props: {
  readonly row: PlannedRow;
  readonly edit: NoticeEdit;
  readonly onChange: (patch: Partial<NoticeEdit>) => void;
}) {
  const { row, edit, onChange } = props;
  const api = useApi();
  const words = useText(remindersText);
  const { amount } = useWritten();
  const why = useQuery(api.query.dunning.why.queryOptions({ input: { customerId: row.payerId } }));
  const without = new Set(edit.withoutReceivableIds);
  const items = (why.data?.items ?? []).flatMap(({ receivableId, currency, parts, ...item }) => {
    const own = parts.filter(({ verdict }) => LISTED.includes(verdict));
    if (receivableId === null || currency !== row.currency || own.length === 0) return [];
    const cents = own.reduce((sum, { amountCents }) => sum + amountCents, 0);
    return [{ receivableId, label: `${item.documentNumber} · ${amount(cents, currency)}` }];
  });
  const toggle = (id: number) => {
    const next = new Set(without);
    if (!next.delete(id)) next.add(id);
    onChange({ withoutReceivableIds: [...next] });
  };
  if (items.length < 2) return null;
  return (
    <fieldset className={message.ticks}>
      <legend>{words.itemsIn}</legend>
      {items.map(({ receivableId, label }) => (
        <Checkbox
          key={receivableId}
          label={label}
          checked={!without.has(receivableId)}
          onChange={() => toggle(receivableId)}
        />
      ))}
    </fieldset>
  );
}
