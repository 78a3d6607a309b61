/** Days of delay of what was paid, month by month. */
import { formatMonth } from '../../../shared/format/date.ts';
import { formatDays } from '../../../shared/format/number.ts';
import { calendarDate } from '../../../shared/kernel/calendar-date.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { Amount } from '../../parts/amount.tsx';
import { Chart } from '../../parts/chart.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import styles from './customer-file.module.css';
import { delayBars } from './delay-bars.ts';
import type { CustomerFileData } from './use-customer.ts';

const HEIGHT = 110;

export function DelayChart({ file }: { readonly file: CustomerFileData }) {
  const words = useText(customerFileText);
  const language = useLanguage();
  const months = file.delayByMonth;
  const known = months.filter(({ delayDays }) => delayDays !== null);
  const last = known.at(-1);
  const name = (month: string) => formatMonth(calendarDate(`${month}-01`), { language });
  if (last === undefined) {
    return (
      <Section title={words.delays}>
        <p className={styles.quiet}>{words.noDelays}</p>
      </Section>
    );
  }
  const days = (count: number) => formatDays(count, { language });
  return (
    <Section title={words.delays}>
      <Chart
        label={words.delays}
        summary={words.delaysSummary(`${name(last.month)} ${days(last.delayDays ?? 0)}`)}
        height={HEIGHT}
        option={delayBars(
          months.map(({ month }) => month.slice(5)),
          months.map(({ delayDays }) => delayDays),
        )}
        table={
          <PlainTable
            label={words.delays}
            head={[words.month, end(words.delay), end(words.paid)]}
            rows={known.map(({ month, delayDays, paidCents }) => ({
              key: month,
              cells: [name(month), days(delayDays ?? 0), <Amount key="paid" cents={paidCents} />],
            }))}
          />
        }
      />
    </Section>
  );
}
