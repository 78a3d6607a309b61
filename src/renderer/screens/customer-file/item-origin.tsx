/** What an item is made of: the stated lines, what reduced it, and its due date to correct. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { Amount } from '../../parts/amount.tsx';
import { DateText } from '../../parts/date-text.tsx';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { Skeleton } from '../../parts/states.tsx';
import styles from './customer-file.module.css';
import { ItemInvoice } from './item-invoice.tsx';
import type { ItemRow } from './use-customer.ts';

export function ItemOrigin(props: { readonly item: ItemRow; readonly onClose: () => void }) {
  const { item, onClose } = props;
  const words = useText(customerFileText);
  const title = `${words.kinds[item.kind]} ${item.documentNumber}`;
  return (
    <Dialog isOpen title={title} onClose={onClose} size={760}>
      {item.label !== '' && <p className={styles.quiet}>{item.label}</p>}
      {item.receivableId !== null && <ItemInvoice receivableId={item.receivableId} />}
      {item.receivableId !== null && <Origin receivableId={item.receivableId} />}
      {item.receivableId !== null && item.settledDate === null && (
        <DueDateForm item={item} receivableId={item.receivableId} onDone={onClose} />
      )}
    </Dialog>
  );
}

function Origin({ receivableId }: { readonly receivableId: number }) {
  const api = useApi();
  const words = useText(customerFileText);
  const language = useLanguage();
  const { data } = useQuery(
    api.query.customers.itemOrigin.queryOptions({ input: { receivableId } }),
  );
  if (data === undefined) return <Skeleton lines={5} />;
  return (
    <>
      <Section title={words.originLines}>
        <PlainTable
          label={words.originLines}
          head={[
            words.file,
            end(words.line),
            words.date,
            words.journal,
            words.label,
            words.letter,
            end(words.amount),
          ]}
          rows={data.lines.map((line) => ({
            key: `${line.fileName}${line.lineNumber}`,
            cells: [
              line.fileName,
              formatCount(line.lineNumber, { language }),
              <DateText key="day" date={line.lineDate} />,
              line.journalCode,
              line.label,
              line.letter ?? '',
              <Amount key="amount" cents={line.amountCents} />,
            ],
          }))}
        />
      </Section>
      <Section title={words.originPaid}>
        {data.allocations.length === 0 ? (
          <p className={styles.quiet}>{words.nothingPaid}</p>
        ) : (
          <PlainTable
            label={words.originPaid}
            head={[words.date, words.how, words.basis, words.label, end(words.amount)]}
            rows={data.allocations.map((one, index) => ({
              key: `${one.effectiveDate}${one.amountCents}${index}`,
              cells: [
                <DateText key="day" date={one.effectiveDate} />,
                words.natures[one.nature] ?? one.nature,
                words.bases[one.basis] ?? one.basis,
                one.paymentLabel ?? '',
                <Amount key="amount" cents={one.amountCents} />,
              ],
            }))}
          />
        )}
      </Section>
    </>
  );
}

function DueDateForm(props: {
  readonly item: ItemRow;
  readonly receivableId: number;
  readonly onDone: () => void;
}) {
  const { item, receivableId, onDone } = props;
  const words = useText(customerFileText);
  const [day, setDay] = useState(item.dueDate);
  const set = useCommand((call) => call.actions.setDueDate, { said: () => words.dueSet });
  const record = async (dueDate: typeof day) => {
    const outcome = await set.run({ receivableId, dueDate });
    if (outcome.isDone) onDone();
  };
  return (
    <div className={styles.row}>
      <DateWordsInput label={words.setDue} value={day} onChange={setDay} />
      <Button disabled={day === null} loading={set.isRunning} onClick={() => void record(day)}>
        {words.save}
      </Button>
      {item.dueBasis === 'typed' && (
        <Button variant="subtle" onClick={() => void record(null)}>
          {words.dueBack}
        </Button>
      )}
    </div>
  );
}
