/** How this customer is written to: language, one invoice a message, his own sentence, closures. */
import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { writingText } from '../../../shared/text/screens/writing.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { AmountInput } from '../../parts/amount-input.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { arePeriodsRight, PeriodsField } from '../../parts/periods-field.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import type { CustomerFileData } from './use-customer.ts';

const LANGUAGES = ['fr', 'en'] as const;
const CLOSURES_MAX = 10;
const RESIDUE_MAX_CENTS = 100_000;

type Writing = CustomerFileData['writing'];

export function WritingForm(props: {
  readonly file: CustomerFileData;
  readonly onClose: () => void;
}) {
  const { file, onClose } = props;
  const words = useText(writingText);
  const [draft, setDraft] = useState(file.writing);
  const set = (patch: Partial<Writing>) => setDraft({ ...draft, ...patch });
  const command = useCommand((call) => call.customers.change, { said: () => words.saved });
  const save = async () => {
    const done = await command.run({ customerId: file.customerId, changes: draft });
    if (done.isDone) onClose();
  };
  return (
    <Dialog isOpen title={words.title} onClose={onClose} size={600}>
      <form
        className={styles.column}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <WritingChoices value={draft} onChange={set} />
        <Checkbox
          label={words.perInvoice}
          description={words.perInvoiceHint}
          checked={draft.isPerInvoice}
          onChange={(event) => set({ isPerInvoice: event.currentTarget.checked })}
        />
        <Textarea
          label={words.freeSentence}
          description={words.freeSentenceHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autosize
          minRows={2}
          maxLength={500}
          value={draft.freeSentence}
          onChange={(event) => set({ freeSentence: event.currentTarget.value })}
        />
        <PeriodsField
          value={draft.closures}
          max={CLOSURES_MAX}
          words={words.closures}
          onChange={(closures) => set({ closures })}
        />
        <div className={styles.actions}>
          <Button
            type="submit"
            variant="filled"
            loading={command.isRunning}
            disabled={!arePeriodsRight(draft.closures)}
          >
            {words.save}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function WritingChoices(props: {
  readonly value: Writing;
  readonly onChange: (patch: Partial<Writing>) => void;
}) {
  const { value, onChange } = props;
  const words = useText(writingText);
  return (
    <div className={styles.fields}>
      <Select
        data-autofocus
        label={words.language}
        clearable
        placeholder={words.languageOwn}
        value={value.language}
        data={LANGUAGES.map((key) => ({ value: key, label: words.languages[key] }))}
        onChange={(chosen) =>
          onChange({ language: LANGUAGES.find((one) => one === chosen) ?? null })
        }
      />
      <AmountInput
        label={words.residue}
        placeholder={words.residueOwn}
        value={value.residueToleranceCents}
        onChange={(cents) =>
          onChange({
            residueToleranceCents: cents === null ? null : Math.min(cents, RESIDUE_MAX_CENTS),
          })
        }
      />
      <TextInput
        label={words.vipOwner}
        maxLength={200}
        value={value.vipOwner ?? ''}
        onChange={(event) => {
          const name = event.currentTarget.value;
          onChange({ vipOwner: name === '' ? null : name });
        }}
      />
    </div>
  );
}
