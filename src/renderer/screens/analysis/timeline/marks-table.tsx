/** The marks as a table, the latest first: what the drawing says, for who does not see it. */
import { watchText } from '../../../../shared/text/screens/watch.ts';
import { useOpenCustomer } from '../../../frame/open-customer.tsx';
import { Amount } from '../../../parts/amount.tsx';
import { DateText } from '../../../parts/date-text.tsx';
import { end, PlainTable } from '../../../parts/plain-table.tsx';
import { useText } from '../../../parts/reader.tsx';
import { isWithin, spanOf, type WatchAnswer, type Zoom } from './span.ts';
import styles from './timeline.module.css';

export function MarksTable(props: { readonly answer: WatchAnswer; readonly zoom: Zoom }) {
  const { answer, zoom } = props;
  const words = useText(watchText);
  const openCustomer = useOpenCustomer();
  const span = spanOf(answer.today, zoom);
  const rows = answer.lanes
    .flatMap((lane) =>
      lane.marks.filter(({ day }) => isWithin(day, span)).map((mark) => ({ lane, mark })),
    )
    .sort((a, b) => (a.mark.day < b.mark.day ? 1 : a.mark.day > b.mark.day ? -1 : 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by key.
    <section className={styles.table} tabIndex={0} aria-label={words.title} data-print="scroll">
      <PlainTable
        label={words.title}
        head={[words.day, words.customer, words.what, end(words.amount)]}
        rows={rows.map(({ lane, mark }) => ({
          key: `${lane.customerId}${mark.kind}${mark.day}`,
          cells: [
            <DateText key="day" date={mark.day} />,
            <button
              key="name"
              type="button"
              className={styles.name}
              onClick={() => openCustomer(lane.customerId)}
            >
              {lane.name}
            </button>,
            mark.count === 1
              ? words.kinds[mark.kind]
              : words.counted(words.kinds[mark.kind], String(mark.count)),
            mark.amountCents === null ? null : <Amount key="amount" cents={mark.amountCents} />,
          ],
        }))}
      />
    </section>
  );
}
