/** Why the ticked items are late, or the whole customer: said without a call, or corrected. */
import { useState } from 'react';
import { delayCauseText } from '../../../shared/text/delay-cause.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useText } from '../../parts/reader.tsx';
import { CauseFields, type CauseValue } from './cause-fields.tsx';
import styles from './customer-file.module.css';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';

export function CauseForm({ file, items, ticked, onClose, onNext }: FormProps) {
  const words = useText(delayCauseText);
  const [value, setValue] = useState<CauseValue | null>(() => causeOfTicked(items, ticked));
  const record = useCommand((call) => call.actions.recordDelayCause, {
    said: () => words.noted,
    undo:
      ({ delayCauseId }) =>
      (call, commandId) =>
        call.actions.undoDelayCause({ commandId, delayCauseId }),
  });
  const save = async () => {
    const done = await record.run({
      customerId: file.customerId,
      receivableIds: [...ticked],
      cause: value?.cause ?? null,
      owner: value?.owner ?? '',
    });
    return done.isDone;
  };
  return (
    <FormFrame
      title={words.title}
      problem={null}
      isRunning={record.isRunning}
      onSave={save}
      onClose={onClose}
      onNext={onNext}
    >
      <div className={styles.row}>
        <CauseFields value={value} people={peopleOf(file)} hasFocus onChange={setValue} />
      </div>
      <p className={styles.quiet}>{words.note}</p>
    </FormFrame>
  );
}

/** Who may be named besides the two sides. */
export function peopleOf({ repCode }: FormProps['file']): readonly string[] {
  return repCode === null ? [] : [repCode];
}

/** The cause already told of the ticked items, where it is the same for all. */
export function causeOfTicked(
  items: FormProps['items'],
  ticked: FormProps['ticked'],
): CauseValue | null {
  const own = items.filter(({ receivableId }) => receivableId !== null && ticked.has(receivableId));
  const [first] = own;
  if (first?.delayCause == null) return null;
  const { delayCause: cause, delayOwner: owner } = first;
  const isSame = own.every((item) => item.delayCause === cause && item.delayOwner === owner);
  return isSame ? { cause, owner } : null;
}
