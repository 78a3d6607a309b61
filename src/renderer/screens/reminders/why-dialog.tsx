/** « Pourquoi ? »: one sentence for the customer, one for each item, and its level. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { Amount } from '../../parts/amount.tsx';
import { DateText } from '../../parts/date-text.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { LevelForm } from './level-form.tsx';
import message from './message.module.css';
import styles from './reminders.module.css';
import type { Why } from './why.ts';

export function WhyDialog(props: {
  readonly customerId: number;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const { customerId, name, onClose } = props;
  const api = useApi();
  const words = useText(remindersText);
  const why = useQuery(api.query.dunning.why.queryOptions({ input: { customerId } }));
  return (
    <Dialog isOpen title={words.whyTitle(name)} size={860} onClose={onClose}>
      {why.data !== undefined ? (
        <WhyBody why={why.data} />
      ) : why.isError ? (
        <ErrorState failure={failureOf(why.error)} onRetry={() => void why.refetch()} />
      ) : (
        <Skeleton lines={6} height={16} />
      )}
    </Dialog>
  );
}

/** The scenario that applies, and why it does. */
export function ScenarioLine({ why }: { readonly why: Why }) {
  const words = useText(remindersText);
  const { scenario } = why;
  return (
    <p className={styles.quiet}>
      {scenario === null ? words.noScenario : words.becauseOf(scenario.name, scenario.because)}
    </p>
  );
}

function WhyBody({ why }: { readonly why: Why }) {
  const words = useText(remindersText);
  const [isChanging, setChanging] = useState(false);
  const levels = why.items.filter(({ receivableId }) => receivableId !== null);
  return (
    <div className={message.why}>
      <p className={styles.lead}>{why.sentence}</p>
      {why.thanks !== null && <p>{why.thanks}</p>}
      <ScenarioLine why={why} />
      {why.items.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key.
        <section className={message.whyItems} aria-label={words.levelItems} tabIndex={0}>
          <WhyItems why={why} />
        </section>
      )}
      {isChanging ? (
        <LevelForm items={levels} onClose={() => setChanging(false)} />
      ) : (
        levels.length > 0 && (
          <div className={styles.bar}>
            <span className={styles.space} />
            <Button onClick={() => setChanging(true)}>{words.setLevel}</Button>
          </div>
        )
      )}
    </div>
  );
}

function WhyItems({ why }: { readonly why: Why }) {
  const words = useText(remindersText);
  const language = useLanguage();
  const { severities } = scenarioText[language];
  const rows = why.items.flatMap((item) =>
    item.parts.map((part, at) => ({
      key: `${item.receivableId ?? item.documentNumber} ${at} ${part.verdict}`,
      cells: [
        item.documentNumber,
        <DateText key="due" date={item.dueDate} />,
        item.severity === null ? words.noLevel : severities[item.severity],
        <Amount key="amount" cents={part.amountCents} currency={item.currency} isCredit />,
        part.sentence,
      ],
    })),
  );
  return (
    <PlainTable
      label={words.itemWhy}
      head={[words.document, words.dueDate, words.level, end(words.amount), words.sentence]}
      rows={rows}
    />
  );
}
