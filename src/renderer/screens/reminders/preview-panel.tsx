/**
 * One message exactly as it will leave, beside the list: its head, the mail or its text, and what
 * may be changed of it for this one time, seen at once.
 */
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconPencil } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NoticeEdit, PlannedRow } from '../../../shared/contract/dunning.ts';
import { keysText } from '../../../shared/text/screens/keys.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { useKeys } from '../../keys/keys.tsx';
import { Amount } from '../../parts/amount.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useText } from '../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import type { BatchChoices } from './batch-choices.ts';
import { EditForm } from './edit-form.tsx';
import message from './message.module.css';
import { MessageView } from './message-view.tsx';
import type { Preview } from './preview.ts';
import styles from './reminders.module.css';
import { StepBadge } from './step-badge.tsx';
import { WhyDialog } from './why-dialog.tsx';

interface PreviewPanelProps {
  readonly row: PlannedRow;
  readonly choices: BatchChoices;
  readonly isEditing: boolean;
  readonly onEditing: (isOn: boolean) => void;
  readonly onNext: (() => void) | null;
  readonly onPrevious: (() => void) | null;
  readonly onClose: () => void;
}

const TYPING_MS = 250;
const READING_WIDTH = 720;
/** What is typed stands beside the message it makes. */
const EDITING_WIDTH = 1080;

export function PreviewPanel(props: PreviewPanelProps) {
  const words = useText(remindersText);
  return (
    <Panel
      label={words.previewOf(props.row.name)}
      width={props.isEditing ? EDITING_WIDTH : READING_WIDTH}
      onClose={props.onClose}
    >
      <PreviewBody {...props} />
    </Panel>
  );
}

function PreviewBody(props: PreviewPanelProps) {
  const { row, choices, isEditing, onEditing } = props;
  const words = useText(remindersText);
  const kept = choices.editOf(row.payerId);
  const [draft, setDraft] = useState<NoticeEdit | null>(kept);
  const [isAsking, setAsking] = useState(false);
  const shown = isEditing ? draft : kept;
  const preview = usePreview(row.payerId, shown);
  usePanelKeys(props, () => setAsking(true));
  const leaveEdit = (edit: NoticeEdit | null) => {
    setDraft(edit);
    choices.edit(row.payerId, edit);
    onEditing(false);
  };
  return (
    <div className={message.panel}>
      <PanelHead {...props} />
      {preview.data !== undefined ? (
        <div className={message.panelBody} data-editing={isEditing || undefined}>
          {isEditing && (
            <EditForm
              row={row}
              preview={preview.data}
              edit={draft}
              onChange={setDraft}
              onKeep={() => leaveEdit(draft)}
              onDrop={() => leaveEdit(null)}
              onCancel={() => {
                setDraft(kept);
                onEditing(false);
              }}
            />
          )}
          <MessageView
            row={row}
            preview={preview.data}
            edit={preview.edit}
            failure={preview.failure}
          />
        </div>
      ) : preview.failure === null ? (
        <Skeleton lines={12} height={18} />
      ) : (
        <ErrorState failure={preview.failure} onRetry={preview.retry} />
      )}
      {!isEditing && <PanelFoot {...props} onWhy={() => setAsking(true)} />}
      {isAsking && (
        <WhyDialog customerId={row.payerId} name={row.name} onClose={() => setAsking(false)} />
      )}
      <span className={styles.spoken} role="status">
        {choices.isTicked(row) ? words.tickedOne : words.untickedOne}
      </span>
    </div>
  );
}

/** The message under an edit; while one types, the last that could be written stays. */
function usePreview(payerId: number, edit: NoticeEdit | null) {
  const api = useApi();
  const [asked] = useDebouncedValue(edit, TYPING_MS);
  const answer = useQuery({
    ...api.query.dunning.preview.queryOptions({ input: { payerId, edit: asked } }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const [last, setLast] = useState<Preview | undefined>(undefined);
  if (answer.data !== undefined && answer.data !== last) setLast(answer.data);
  return {
    data: answer.data ?? last,
    edit: asked,
    failure: answer.isError ? failureOf(answer.error) : null,
    retry: () => void answer.refetch(),
  };
}

function usePanelKeys(props: PreviewPanelProps, onWhy: () => void): void {
  const { row, choices, isEditing, onEditing, onNext, onPrevious } = props;
  const words = useText(remindersText);
  const names = useText(keysText);
  useKeys(
    words.preview,
    [
      { keys: 'j', label: names.down, run: () => onNext?.() },
      { keys: 'k', label: names.up, run: () => onPrevious?.() },
      {
        keys: 'space',
        label: names.tick,
        run: () => choices.tick([row], !choices.isTicked(row)),
      },
      { keys: 'e', label: words.edit, run: () => onEditing(true) },
      { keys: 'w', label: words.why, run: onWhy },
    ],
    { isEnabled: !isEditing },
  );
}

function PanelHead({ row }: PreviewPanelProps) {
  return (
    <header className={message.panelHead}>
      <h2 className={message.panelTitle}>{row.name}</h2>
      <div className={styles.bar}>
        <StepBadge row={row} />
        {row.dueCents > 0 && (
          <Amount
            cents={row.dueCents}
            currency={row.currency}
            daysPastDue={row.oldestDaysPastDue}
          />
        )}
        <span className={styles.quiet}>{row.scenarioName}</span>
      </div>
    </header>
  );
}

function PanelFoot(props: PreviewPanelProps & { readonly onWhy: () => void }) {
  const { row, choices, onEditing, onNext, onPrevious, onWhy } = props;
  const words = useText(remindersText);
  const isTicked = choices.isTicked(row);
  return (
    <footer className={message.panelFoot} data-print="never">
      <Button
        variant={isTicked ? 'default' : 'filled'}
        onClick={() => choices.tick([row], !isTicked)}
      >
        {isTicked ? words.untick : words.tick}
      </Button>
      <Button
        leftSection={<IconPencil size={15} stroke={1.6} />}
        rightSection={<KeyHint keys="e" />}
        onClick={() => onEditing(true)}
      >
        {words.edit}
      </Button>
      <Button rightSection={<KeyHint keys="w" />} onClick={onWhy}>
        {words.why}
      </Button>
      <span className={styles.space} />
      <Button
        leftSection={<IconChevronLeft size={15} stroke={1.8} />}
        disabled={onPrevious === null}
        onClick={() => onPrevious?.()}
      >
        {words.previous}
      </Button>
      <Button
        rightSection={<IconChevronRight size={15} stroke={1.8} />}
        disabled={onNext === null}
        onClick={() => onNext?.()}
      >
        {words.next}
      </Button>
    </footer>
  );
}
