/**
 * Whose a reply is. On a customer's file it is his, unless it seems to come from another; elsewhere
 * the one it was matched to, one of those who share the address, or whoever is looked for by name.
 */
import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { useApi } from '../../api/connection.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import type { ReadMail } from './use-read-mail.ts';

const TYPING_MS = 150;

interface ReplyOwnerProps {
  readonly mail: ReadMail;
  /** The customer whose file is open; null for none. */
  readonly hereId: number | null;
  readonly ownerId: number | null;
  readonly onOwner: (customerId: number | null) => void;
}

export function ReplyOwner(props: ReplyOwnerProps) {
  return props.hereId === null ? (
    <OwnerChoice {...props} />
  ) : (
    <OtherOwner {...props} hereId={props.hereId} />
  );
}

/** On a file: the mail seems to be another customer's. */
function OtherOwner(props: ReplyOwnerProps & { readonly hereId: number }) {
  const { mail, hereId, ownerId, onOwner } = props;
  const words = useText(repliesText);
  const { customer } = mail;
  if (customer === null || customer.customerId === hereId) return null;
  const isThere = ownerId === customer.customerId;
  return (
    <div className={styles.otherOwner} role="alert">
      <p>{isThere ? words.recordedThere(customer.name) : words.matchedOther(customer.name)}</p>
      <Button size="compact-sm" onClick={() => onOwner(isThere ? hereId : customer.customerId)}>
        {isThere ? words.recordHere : words.recordThere(customer.name)}
      </Button>
    </div>
  );
}

/** From anywhere else: proposed, and chosen by name or code. */
function OwnerChoice({ mail, ownerId, onOwner }: ReplyOwnerProps) {
  const words = useText(repliesText);
  const api = useApi();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), TYPING_MS);
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const { data } = useQuery({
    ...api.query.overview.find.queryOptions({ input: { text: asked } }),
    enabled: asked.length > 1 && asked !== chosen?.label,
    placeholderData: keepPreviousData,
  });
  const { customer, candidates, matchedBy } = mail;
  const proposed = (candidates.length > 0 ? candidates : customer === null ? [] : [customer]).map(
    ({ customerId, code, name }) => ({ value: String(customerId), label: `${name} (${code})` }),
  );
  const found = (data?.rows ?? [])
    .filter(({ kind }) => kind === 'customer')
    .map(({ customerId, title, detail }) => ({
      value: String(customerId),
      label: detail === '' ? title : `${title} (${detail})`,
    }));
  const all = [...proposed, ...(chosen === null ? [] : [chosen]), ...found];
  const options = all.filter(
    ({ value }, at) => all.findIndex((other) => other.value === value) === at,
  );
  const note =
    candidates.length > 0
      ? words.shared(candidates.length)
      : matchedBy === null
        ? words.unknownSender
        : words.matchedBy[matchedBy];
  return (
    <Select
      w={420}
      label={words.owner}
      description={note}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={words.ownerHint}
      searchable
      allowDeselect={false}
      nothingFoundMessage={words.noCustomer}
      filter={({ options: shown }) => shown}
      data={options}
      value={ownerId === null ? null : String(ownerId)}
      onSearchChange={setText}
      onChange={(value) => {
        setChosen(options.find((option) => option.value === value) ?? null);
        onOwner(value === null ? null : Number.parseInt(value, 10));
      }}
    />
  );
}
