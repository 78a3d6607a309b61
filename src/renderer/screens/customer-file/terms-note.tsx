/** The customer's payment terms: where they come from, whether anybody confirmed them. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { Badge } from '../../parts/badge.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import styles from './customer-file.module.css';
import type { CustomerFileData } from './use-customer.ts';

export function TermsNote({ file }: { readonly file: CustomerFileData }) {
  const words = useText(customerFileText);
  const [isOpen, setOpen] = useState(false);
  const { terms } = file;
  const confirm = useCommand((call) => call.imports.confirmTerms, { said: () => words.termsSaved });
  return (
    <Section
      title={words.terms}
      actions={
        <>
          {!terms.isConfirmed && (
            <Button
              variant="subtle"
              loading={confirm.isRunning}
              onClick={() =>
                void confirm.run({ customerIds: [file.customerId], terms: terms.terms })
              }
            >
              {words.confirmTerms}
            </Button>
          )}
          <Button variant="subtle" onClick={() => setOpen(true)}>
            {words.changeTerms}
          </Button>
        </>
      }
    >
      <p className={styles.actions}>
        <span>{terms.label}</span>
        <span className={styles.quiet}>{words.termsOrigin[terms.origin]}</span>
        <Badge tone={terms.isConfirmed ? 'green' : 'amber'}>
          {terms.isConfirmed ? words.termsConfirmed : words.termsToConfirm}
        </Badge>
        {terms.isAboveLegalCap && <Badge tone="danger">{words.aboveCap}</Badge>}
      </p>
      {isOpen && <TermsForm file={file} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function TermsForm(props: { readonly file: CustomerFileData; readonly onClose: () => void }) {
  const { file, onClose } = props;
  const api = useApi();
  const words = useText(customerFileText);
  const [text, setText] = useState(file.terms.label);
  const { data } = useQuery(api.query.settings.readTerms.queryOptions({ input: { text } }));
  const confirm = useCommand((call) => call.imports.confirmTerms, { said: () => words.termsSaved });
  const terms = data?.terms ?? null;
  const save = async () => {
    const done = await confirm.run({ customerIds: [file.customerId], terms });
    if (done.isDone) onClose();
  };
  return (
    <Dialog isOpen title={words.terms} onClose={onClose} size={460}>
      <form
        className={styles.column}
        onSubmit={(event) => {
          event.preventDefault();
          if (terms !== null) void save();
        }}
      >
        <TextInput
          label={words.termsWording}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {data !== undefined && (
          <p className={styles.quiet}>
            {data.label === null ? words.termsUnread : words.termsRead(data.label)}
            {data.isAboveLegalCap ? ` · ${words.aboveCap}` : ''}
          </p>
        )}
        <div className={styles.actions}>
          <Button
            type="submit"
            variant="filled"
            disabled={terms === null}
            loading={confirm.isRunning}
          >
            {words.confirmTerms}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
