/** Everything that happened with the customer, newest first, by day. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconAlertCircle,
  IconArrowBackUp,
  IconCash,
  IconCheck,
  IconFileImport,
  IconFlag,
  IconHandStop,
  IconMail,
  IconMailOpened,
  IconMessageReport,
  IconNote,
  IconPencil,
  IconPercentage,
  IconPhone,
  IconPhoneIncoming,
  IconPlayerPause,
  IconReportMoney,
  IconShieldCheck,
  IconWritingSign,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TimelineEntry } from '../../../shared/contract/customers.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { timelineSentence } from '../../../shared/text/screens/timeline.ts';
import { useApi } from '../../api/connection.tsx';
import { DateText } from '../../parts/date-text.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { Skeleton } from '../../parts/states.tsx';
import styles from './customer-file.module.css';
import { ReplyActions } from './reply-actions.tsx';
import { SentMessage } from './sent-message.tsx';
import { useTakeBack } from './use-take-back.ts';

const FIRST = 30;
const MORE = 170;

type Icon = typeof IconPhone;
const ICONS: Partial<Record<TimelineEntry['kind'], readonly [Icon, 'danger' | 'green' | null]>> = {
  call: [IconPhone, null],
  incoming_call: [IconPhoneIncoming, null],
  reply: [IconMailOpened, null],
  message: [IconMail, null],
  charges: [IconPercentage, null],
  note: [IconNote, null],
  promise: [IconHandStop, null],
  dispute: [IconMessageReport, 'danger'],
  hold: [IconPlayerPause, null],
  payment: [IconCash, 'green'],
  refund: [IconCash, null],
  reject: [IconAlertCircle, 'danger'],
  import: [IconFileImport, null],
  change: [IconPencil, null],
  mark: [IconFlag, null],
  guarantee: [IconShieldCheck, null],
  solvency: [IconReportMoney, null],
  terms_accepted: [IconWritingSign, null],
};

export function TimelineList({ customerId }: { readonly customerId: number }) {
  const api = useApi();
  const words = useText(customerFileText);
  const [limit, setLimit] = useState(FIRST);
  const { data } = useQuery(
    api.query.customers.timeline.queryOptions({
      input: { customerId, kinds: null, offset: 0, limit },
    }),
  );
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of data?.rows ?? [])
    days.set(entry.day, [...(days.get(entry.day) ?? []), entry]);
  return (
    <Section title={words.timeline}>
      {data === undefined && <Skeleton lines={8} />}
      {data?.total === 0 && <p className={styles.quiet}>{words.noTimeline}</p>}
      {[...days.values()].map((entries) => (
        <div key={entries[0]?.day}>
          <p className={styles.day}>
            <DateText date={entries[0]?.day ?? null} form="weekday" />
          </p>
          <ul className={styles.entries}>
            {entries.map((entry) => (
              <Entry key={entry.entryKey} entry={entry} />
            ))}
          </ul>
        </div>
      ))}
      {data !== undefined && data.total > data.rows.length && limit === FIRST && (
        <Button variant="subtle" onClick={() => setLimit(FIRST + MORE)}>
          {words.more}
        </Button>
      )}
    </Section>
  );
}

/** The id of what an entry is about, within its kind. */
const idOf = ({ entryKey }: TimelineEntry): number =>
  Number.parseInt(entryKey.split(':')[1] ?? '', 10);

/** What did not reach the customer stands out. */
const toneOfMessage = ({ facts }: TimelineEntry): 'danger' | 'green' | null =>
  facts.status === 'failed' || facts.status === 'bounced' || facts.status === 'uncertain'
    ? 'danger'
    : facts.status === 'sent' || facts.status === 'posted'
      ? 'green'
      : null;

function Entry({ entry }: { readonly entry: TimelineEntry }) {
  const words = useText(customerFileText);
  const language = useLanguage();
  const takeBack = useTakeBack();
  const [Icon, known] = ICONS[entry.kind] ?? [IconCheck, null];
  const tone = entry.kind === 'message' ? toneOfMessage(entry) : known;
  const { undo } = entry;
  return (
    <li className={styles.entry}>
      <span className={styles.entryIcon} data-tone={tone ?? undefined}>
        <Icon size={15} stroke={1.6} aria-hidden />
      </span>
      <span className={styles.entryText}>
        {timelineSentence(entry, language)}
        {entry.comment !== '' && (
          <>
            <br />
            <span className={styles.quiet}>{entry.comment}</span>
          </>
        )}
      </span>
      {entry.kind === 'message' && <SentMessage noticeId={idOf(entry)} />}
      {entry.kind === 'reply' && (
        <ReplyActions
          replyId={idOf(entry)}
          isRead={entry.facts.isRead === 1}
          hasFile={entry.facts.hasFile === 1}
        />
      )}
      {undo !== null && (
        <Tooltip label={words.undo}>
          <ActionIcon
            size={22}
            aria-label={words.undo}
            onClick={() => takeBack(undo.kind, undo.id)}
          >
            <IconArrowBackUp size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}
