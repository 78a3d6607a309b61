/** Whether the customer is reminded today and why, beside what leads to each of his items. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { writingText } from '../../../shared/text/screens/writing.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { ScenarioLine, WhyDialog } from '../reminders/why-dialog.tsx';
import styles from './customer-file.module.css';
import type { CustomerFileData } from './use-customer.ts';
import { WritingForm } from './writing-form.tsx';

export function DunningNote({ file }: { readonly file: CustomerFileData }) {
  const { customerId, name } = file;
  const api = useApi();
  const words = useText(remindersText);
  const language = useLanguage();
  const own = useText(writingText);
  const [isOpen, setOpen] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const why = useQuery(api.query.dunning.why.queryOptions({ input: { customerId } }));
  return (
    <Section
      title={words.dunning}
      actions={<Button onClick={() => setOpen(true)}>{words.itemWhy}</Button>}
    >
      {why.data !== undefined ? (
        <>
          <p>{why.data.sentence}</p>
          <ScenarioLine why={why.data} />
        </>
      ) : why.isError ? (
        <p className={styles.quiet}>{failureSentence(failureOf(why.error), language)}</p>
      ) : (
        <Skeleton lines={2} />
      )}
      <Button className={styles.more} variant="subtle" onClick={() => setWriting(true)}>
        {own.open}
      </Button>
      {isWriting && <WritingForm file={file} onClose={() => setWriting(false)} />}
      {isOpen && <WhyDialog customerId={customerId} name={name} onClose={() => setOpen(false)} />}
    </Section>
  );
}
