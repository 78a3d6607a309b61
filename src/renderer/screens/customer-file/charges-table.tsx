/** Charges invoice by invoice, each with its calculation under it and the tick of a decision. */
import { Button, Checkbox } from '@mantine/core';
import { Fragment, useState } from 'react';
import type { ChargedItem, Charges } from '../../../shared/contract/charges.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCount, formatRate } from '../../../shared/format/number.ts';
import { chargesText } from '../../../shared/text/screens/charges.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge, type Tone } from '../../parts/badge.tsx';
import { DateText } from '../../parts/date-text.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './charges-dialog.module.css';

const TONES: Readonly<Record<ChargedItem['decision'], Tone>> = {
  claim: 'accent',
  freeze: 'amber',
  waive: 'neutral',
};

export function ChargesTable(props: {
  readonly charges: Charges;
  readonly ticked: ReadonlySet<number>;
  readonly onTick: (ticked: ReadonlySet<number>) => void;
}) {
  const { charges, ticked, onTick } = props;
  const words = useText(chargesText);
  const toggle = (receivableId: number) => {
    const next = new Set(ticked);
    if (!next.delete(receivableId)) next.add(receivableId);
    onTick(next);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key.
    <section className={styles.items} aria-label={words.items} tabIndex={0}>
      {charges.items.map((item) => (
        <Fragment key={item.receivableId ?? item.documentNumber}>
          <Item
            item={item}
            currency={charges.currency}
            isTicked={ticked.has(item.receivableId ?? 0)}
            onToggle={() => toggle(item.receivableId ?? 0)}
          />
        </Fragment>
      ))}
    </section>
  );
}

function Item(props: {
  readonly item: ChargedItem;
  readonly currency: string;
  readonly isTicked: boolean;
  readonly onToggle: () => void;
}) {
  const { item, currency, isTicked, onToggle } = props;
  const words = useText(chargesText);
  const [isOpen, setOpen] = useState(false);
  const { decided, interestCents, feeCents } = item;
  const sayings = [
    item.note,
    decided === null ? '' : words.decidedOn(formatDate(decided.day), decided.reason),
  ].filter((saying) => saying !== '');
  return (
    <article className={styles.item}>
      <div className={styles.itemLine}>
        <Checkbox
          aria-label={item.documentNumber}
          checked={isTicked}
          disabled={item.receivableId === null}
          onChange={onToggle}
        />
        <strong className={styles.document}>{item.documentNumber}</strong>
        <span className={styles.quiet}>
          <DateText date={item.dueDate} /> · <Amount cents={item.amountCents} currency={currency} />
        </span>
        <Badge tone={TONES[item.decision]}>
          {words.decisions[item.decision]}
          {item.untilDate !== null && ` ${words.frozenAt(formatDate(item.untilDate))}`}
        </Badge>
        <span className={styles.space} />
        <span className={styles.figure} title={words.interestColumn}>
          <Amount cents={interestCents} currency={currency} />
        </span>
        <span className={styles.fee} title={words.fee}>
          {feeCents > 0 && (
            <>
              + <Amount cents={feeCents} currency={currency} />
            </>
          )}
        </span>
        <Button
          className={styles.toggle}
          size="compact-xs"
          variant="subtle"
          disabled={item.segments.length === 0}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.hideCalculation : words.calculation}
        </Button>
      </div>
      {sayings.length > 0 && <p className={styles.saying}>{sayings.join(' ')}</p>}
      {isOpen && <Calculation item={item} currency={currency} />}
    </article>
  );
}

function Calculation(props: { readonly item: ChargedItem; readonly currency: string }) {
  const { item, currency } = props;
  const words = useText(chargesText);
  const language = useLanguage();
  return (
    <div className={styles.calculation}>
      <PlainTable
        label={words.calculationOf(item.documentNumber)}
        head={[
          words.from,
          words.to,
          end(words.days),
          end(words.balance),
          words.yearlyRate,
          end(words.base),
          end(words.term),
        ]}
        rows={item.segments.map((segment) => ({
          key: segment.from,
          cells: [
            formatDate(segment.from),
            formatDate(segment.to),
            formatCount(segment.days, { language }),
            <Amount key="balance" cents={segment.balanceCents} currency={currency} />,
            <span key="rate">
              {formatRate(segment.rateBasisPoints, { language })}
              <span className={styles.origin}>{segment.rateOrigin}</span>
            </span>,
            segment.yearDays,
            <Amount key="term" cents={segment.amountCents} currency={currency} />,
          ],
        }))}
      />
    </div>
  );
}
