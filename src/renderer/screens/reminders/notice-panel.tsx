/** One message of the outbox: as it left or will leave, step by step, and what it asks for. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { outboxText } from '../../../shared/text/outbox.ts';
import { outboxScreenText } from '../../../shared/text/screens/outbox.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { failureOf } from '../../failure/failure.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import { MailPreview } from '../../parts/mail-preview.tsx';
import { Panel } from '../../parts/panel.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { writeMoment } from '../../parts/written-moment.ts';
import message from './message.module.css';
import { NoticeDialog, useNoticeActs } from './notice-acts.tsx';
import { STATUS_TONES } from './notice-list.tsx';
import styles from './reminders.module.css';

type Shown = Awaited<ReturnType<ApiClient['outbox']['show']>>;

export function NoticePanel(props: { readonly noticeId: number; readonly onClose: () => void }) {
  const { noticeId, onClose } = props;
  const api = useApi();
  const words = useText(outboxScreenText);
  const notice = useQuery(api.query.outbox.show.queryOptions({ input: { noticeId } }));
  return (
    <Panel label={words.noticeOf(notice.data?.row.name ?? '')} width={720} onClose={onClose}>
      <div className={message.panel} data-print="scroll">
        {notice.data !== undefined ? (
          <NoticeBody shown={notice.data} />
        ) : notice.isError ? (
          <ErrorState failure={failureOf(notice.error)} onRetry={() => void notice.refetch()} />
        ) : (
          <Skeleton lines={12} height={18} />
        )}
      </div>
    </Panel>
  );
}

function NoticeBody({ shown }: { readonly shown: Shown }) {
  const { row } = shown;
  const words = useText(outboxScreenText);
  const language = useLanguage();
  const { status, handedOver } = outboxText[language];
  const acts = useNoticeActs();
  return (
    <>
      <header className={message.panelHead}>
        <h2 className={message.panelTitle}>{row.name}</h2>
        <div className={styles.bar}>
          <Badge tone={STATUS_TONES[row.status]}>
            {row.isExported ? handedOver : status[row.status]}
          </Badge>
          <Amount cents={row.totalCents} currency={row.currency} />
          <span className={styles.quiet}>{scenarioText[language].channels[row.channel]}</span>
          <span className={styles.quiet}>{row.recipient.split('\n').join(', ')}</span>
        </div>
        <p className={styles.lead}>{row.sentence}</p>
        <div className={styles.bar} data-print="never">
          {acts.of(row).map((act, at) => (
            <Button key={act.label} variant={at === 0 ? 'filled' : 'default'} onClick={act.run}>
              {act.label}
            </Button>
          ))}
        </div>
      </header>
      <Section title={words.steps}>
        <ol className={message.steps}>
          {shown.steps.map((step) => (
            <li key={`${step.at} ${step.status}`}>
              <time dateTime={step.at}>{writeMoment(step.at)}</time>
              <span>{status[step.status]}</span>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={words.items}>
        <Items shown={shown} />
      </Section>
      <MessageAsSent shown={shown} />
      <NoticeDialog acts={acts} />
    </>
  );
}

function Items({ shown }: { readonly shown: Shown }) {
  const words = useText(outboxScreenText);
  const language = useLanguage();
  const { currency } = shown.row;
  return (
    <PlainTable
      label={words.items}
      head={[words.document, words.level, end(words.asked), end(words.stillOpen)]}
      rows={shown.items.map((item) => ({
        key: `${item.documentNumber} ${item.amountCents}`,
        cells: [
          item.documentNumber,
          item.severity === null ? '' : scenarioText[language].severities[item.severity],
          <Amount key="asked" cents={item.amountCents} currency={currency} />,
          <Amount key="open" cents={item.outstandingCents} currency={currency} />,
        ],
      }))}
    />
  );
}

function MessageAsSent({ shown }: { readonly shown: Shown }) {
  const words = useText(outboxScreenText);
  const proofs: readonly (readonly [string, string | null])[] = [
    [words.messageId, shown.messageId],
    [words.sha256, shown.sha256],
  ];
  return (
    <Section title={words.frame}>
      <p className={styles.lead}>{shown.row.subject}</p>
      {shown.html === '' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by key.
        <pre className={message.text} tabIndex={0}>
          {shown.text}
        </pre>
      ) : (
        <div className={message.mailFrame}>
          <MailPreview title={words.frame} html={shown.html} />
        </div>
      )}
      <dl className={message.headers}>
        {proofs.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={message.digest}>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </Section>
  );
}
