/** The movement under the hand: what the bank says of it, and what it seems to pay or pays. */
import { Button } from '@mantine/core';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { receiptsText } from '../../../shared/text/screens/receipts.ts';
import { useOpenCustomer } from '../../frame/open-customer.tsx';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import { DateText } from '../../parts/date-text.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { CLASS_TONES } from './movement-columns.tsx';
import type { Asked, ReceiptRow, Suggestion } from './receipt-row.ts';
import styles from './receipts.module.css';
import type { Decisions } from './use-decisions.ts';

interface SideProps {
  readonly row: ReceiptRow;
  readonly decisions: Decisions;
  readonly onAsk: (asked: Asked) => void;
}

export function MovementSide(props: Omit<SideProps, 'row'> & { readonly row: ReceiptRow | null }) {
  const { row } = props;
  const words = useText(receiptsText);
  return (
    <aside className={styles.side} aria-label={words.proposals} data-print="never">
      {row === null ? (
        <p className={styles.quiet}>{words.choose}</p>
      ) : (
        <>
          <Head row={row} />
          {row.state === 'waiting' && row.amountCents > 0 ? (
            <Proposals {...props} row={row} />
          ) : (
            <Standing {...props} row={row} />
          )}
        </>
      )}
    </aside>
  );
}

function Head({ row }: { readonly row: ReceiptRow }) {
  return (
    <header className={styles.head}>
      <div className={styles.sum}>
        <Amount cents={row.amountCents} currency={row.currency} />
        <span className={styles.quiet}>
          <DateText date={row.bookedOn} />
        </span>
      </div>
      {row.payer !== null && <strong>{row.payer}</strong>}
      <p className={styles.said}>{row.text}</p>
      {row.payerIban !== null && <span className={styles.quiet}>{row.payerIban}</span>}
    </header>
  );
}

/** What waits: the suggestions, then the other ways out. */
function Proposals({ row, decisions, onAsk }: SideProps) {
  const words = useText(receiptsText);
  const [first] = row.suggestions;
  return (
    <>
      <h2 className={styles.title}>{words.proposals}</h2>
      {first === undefined && <p className={styles.quiet}>{words.noneWhy}</p>}
      <ol className={styles.proposals}>
        {row.suggestions.map((suggestion, at) => (
          <li key={keyOf(suggestion)}>
            <OneProposal row={row} suggestion={suggestion} rank={at + 1} decisions={decisions} />
          </li>
        ))}
      </ol>
      <div className={styles.acts}>
        <Button onClick={() => onAsk({ what: 'split', row })}>
          {first === undefined ? words.otherCustomer : words.split}
        </Button>
        {first !== undefined && (
          <Button
            onClick={() => {
              const { customerId, customerName: name } = first;
              void decisions.allocate(row, { customerId, name }, []);
            }}
          >
            {words.onAccount}
          </Button>
        )}
        <Button onClick={() => onAsk({ what: 'aside', row })}>{words.aside}</Button>
      </div>
    </>
  );
}

function keyOf({ customerId, allocations }: Suggestion): string {
  const settled = allocations.map((one) => `${one.receivableId}:${one.amountCents}`);
  return `${customerId} ${settled.join(' ')}`;
}

function OneProposal(props: {
  readonly row: ReceiptRow;
  readonly suggestion: Suggestion;
  readonly rank: number;
  readonly decisions: Decisions;
}) {
  const { row, suggestion, rank, decisions } = props;
  const { matchClass, customerName, customerId, reason, overCents, shortCents } = suggestion;
  const words = useText(receiptsText);
  const language = useLanguage();
  const openCustomer = useOpenCustomer();
  const { currency } = row;
  const written = (cents: number) => formatCents(cents, { language, currency });
  const rankText = formatCount(rank, { language });
  return (
    <div className={styles.card}>
      <div className={styles.cardHead}>
        <kbd className={styles.rank}>{rankText}</kbd>
        <button type="button" className={styles.link} onClick={() => openCustomer(customerId)}>
          {customerName}
        </button>
        <Badge tone={CLASS_TONES[matchClass]}>{words.classes[matchClass]}</Badge>
      </div>
      <p className={styles.reason}>{reason}</p>
      <Lines allocations={suggestion.allocations} currency={currency} />
      {overCents > 0 && <p className={styles.quiet}>{words.over(written(overCents))}</p>}
      {shortCents > 0 && <p className={styles.quiet}>{words.short(written(shortCents))}</p>}
      <Button
        size="xs"
        variant={rank === 1 ? 'filled' : 'default'}
        aria-label={words.confirmNth(rankText)}
        loading={decisions.isRunning && rank === 1}
        onClick={() => decisions.confirm(row, suggestion)}
      >
        {words.confirm}
      </Button>
    </div>
  );
}

function Lines(props: {
  readonly allocations: ReceiptRow['allocations'];
  readonly currency: string;
}) {
  return (
    <ul className={styles.lines}>
      {props.allocations.map(({ receivableId, documentNumber, dueDate, amountCents }) => (
        <li key={receivableId}>
          <span className={styles.clipped}>{documentNumber}</span>
          <span className={styles.quiet}>
            <DateText date={dueDate} />
          </span>
          <Amount cents={amountCents} currency={props.currency} />
        </li>
      ))}
    </ul>
  );
}

/** What was decided or found, and how to change it. */
function Standing({ row, decisions, onAsk }: SideProps) {
  const words = useText(receiptsText);
  const openCustomer = useOpenCustomer();
  const { customerId, customerName, restCents, decisionId, allocations, currency } = row;
  const isReturn = row.amountCents < 0;
  return (
    <>
      <p>
        <Badge tone={isReturn ? 'danger' : row.isInBooks ? 'green' : 'accent'}>
          {row.state === 'confirmed'
            ? row.isInBooks
              ? words.inBooks
              : words.notInBooks
            : words.states[row.state]}
        </Badge>
      </p>
      {isReturn && <p className={styles.reason}>{row.rejectMeaning ?? row.rejectCode}</p>}
      {row.comment !== '' && <p className={styles.reason}>{row.comment}</p>}
      {customerId !== null && (
        <button type="button" className={styles.link} onClick={() => openCustomer(customerId)}>
          {customerName}
        </button>
      )}
      {allocations.length > 0 && <Lines allocations={allocations} currency={currency} />}
      {restCents > 0 && !row.isInBooks && (
        <p className={styles.reason}>
          {words.rest} : <Amount cents={restCents} currency={currency} />
        </p>
      )}
      <div className={styles.acts}>
        {row.state === 'confirmed' && !row.isInBooks && (
          <Button onClick={() => onAsk({ what: 'split', row })}>{words.allocate}</Button>
        )}
        {row.state === 'accounted' && (
          <Button onClick={() => onAsk({ what: 'split', row })}>{words.otherCustomer}</Button>
        )}
        {isReturn && decisionId === null && (
          <Button variant="filled" onClick={() => onAsk({ what: 'return', row })}>
            {words.ofReturn}
          </Button>
        )}
        {decisionId === null && isReturn && (
          <Button onClick={() => onAsk({ what: 'aside', row })}>{words.aside}</Button>
        )}
        {decisionId !== null && (
          <Button loading={decisions.isRunning} onClick={() => decisions.undo(row)}>
            {words.undo}
          </Button>
        )}
      </div>
    </>
  );
}
