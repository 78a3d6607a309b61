/** What the payer owes, account by account, ticked for the call with a running total. */
import { Checkbox } from '@mantine/core';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import { Amount } from '../../parts/amount.tsx';
import { DateText } from '../../parts/date-text.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { type ItemRow, tickedAmounts } from '../customer-file/use-customer.ts';
import styles from './calls.module.css';

export interface CallAccount {
  readonly customerId: number;
  readonly code: string;
  readonly name: string;
}

export function CallItems(props: {
  readonly accounts: readonly CallAccount[];
  readonly items: readonly ItemRow[];
  readonly ticked: ReadonlySet<number>;
  readonly onTick: (ticked: ReadonlySet<number>) => void;
}) {
  const { accounts, items, ticked, onTick } = props;
  const words = useText(callsScreenText);
  const language = useLanguage();
  const money = tickedAmounts(items, ticked)
    .map(({ currency, amountCents }) => formatCents(amountCents, { language, currency }))
    .join(' + ');
  const toggle = (receivableId: number) => {
    const next = new Set(ticked);
    if (!next.delete(receivableId)) next.add(receivableId);
    onTick(next);
  };
  const shown = accounts.filter(({ customerId }) =>
    items.some((item) => item.customerId === customerId),
  );
  return (
    <Section
      title={words.items}
      note={
        <span aria-live="polite">
          {words.running(formatCount(ticked.size, { language }), money)}
        </span>
      }
    >
      {shown.length === 0 && <p className={styles.quiet}>{words.noItems}</p>}
      {shown.length > 0 && (
        <table className={styles.items} aria-label={words.items}>
          <thead>
            <tr>
              <td />
              <th scope="col">{words.document}</th>
              <th scope="col">{words.due}</th>
              <th scope="col" data-align="end">
                {words.outstanding}
              </th>
              <td />
            </tr>
          </thead>
          {shown.map((account) => (
            <tbody key={account.customerId}>
              {accounts.length > 1 && (
                <tr>
                  <td colSpan={5} className={styles.account}>
                    {`${account.name} · ${account.code}`}
                  </td>
                </tr>
              )}
              {items
                .filter((item) => item.customerId === account.customerId)
                .map((item) => (
                  <ItemLine
                    key={item.receivableId ?? `payment-${item.paymentId ?? 0}`}
                    item={item}
                    isTicked={item.receivableId !== null && ticked.has(item.receivableId)}
                    onToggle={toggle}
                  />
                ))}
            </tbody>
          ))}
        </table>
      )}
    </Section>
  );
}

function ItemLine(props: {
  readonly item: ItemRow;
  readonly isTicked: boolean;
  readonly onToggle: (receivableId: number) => void;
}) {
  const { item, isTicked, onToggle } = props;
  const { receivableId, outstandingCents, promisedFor } = item;
  const words = useText(callsScreenText);
  const marks = [
    promisedFor === null ? '' : words.promisedFor(formatDate(promisedFor)),
    item.disputedCents > 0 ? words.disputed : '',
  ].filter((mark) => mark !== '');
  return (
    <tr>
      <td>
        {receivableId !== null && outstandingCents > 0 && (
          <Checkbox
            size="xs"
            aria-label={words.tick(item.documentNumber)}
            checked={isTicked}
            onChange={() => onToggle(receivableId)}
          />
        )}
      </td>
      <td>{item.documentNumber === '' ? item.label : item.documentNumber}</td>
      <td>
        <DateText date={item.dueDate} />
      </td>
      <td data-align="end">
        <Amount
          cents={outstandingCents}
          currency={item.currency}
          daysPastDue={outstandingCents > 0 ? item.daysPastDue : null}
          isCredit
        />
      </td>
      <td>
        <span className={styles.quiet}>{marks.join(', ')}</span>
      </td>
    </tr>
  );
}
