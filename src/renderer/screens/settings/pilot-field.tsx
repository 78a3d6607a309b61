/** Who gets reminders at first: everybody, a sample that stays the same, or customers by name. */
import { SegmentedControl, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { settingsDunningText } from '../../../shared/text/screens/settings-dunning.ts';
import { useApi } from '../../api/connection.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { FigureField } from './figure-field.tsx';
import styles from './settings.module.css';

type Pilot = Settings['dunning']['pilot'];

const KINDS = ['off', 'sample', 'payers'] as const;
const SAMPLE_COUNT = 50;
const PROPOSED = 20;
const NAMED_MAX = 200;

export function PilotField(props: {
  readonly value: Pilot;
  readonly onChange: (pilot: Pilot) => void;
}) {
  const { value, onChange } = props;
  const words = useText(settingsDunningText);
  const choose = (kind: string) => {
    if (kind === 'sample') onChange({ kind, payerCount: SAMPLE_COUNT });
    else if (kind === 'payers') onChange({ kind, payerIds: [] });
    else onChange({ kind: 'off' });
  };
  return (
    <Section title={words.pilot} note={words.pilotHint}>
      <div>
        <SegmentedControl
          aria-label={words.pilot}
          value={value.kind}
          data={KINDS.map((kind) => ({ value: kind, label: words.pilots[kind] ?? kind }))}
          onChange={choose}
        />
      </div>
      {value.kind === 'sample' && (
        <FigureField
          label={words.pilotCount}
          min={1}
          max={10_000}
          value={value.payerCount}
          onChange={(payerCount) => onChange({ kind: 'sample', payerCount })}
        />
      )}
      {value.kind === 'payers' && (
        <Payers
          payerIds={value.payerIds}
          onChange={(payerIds) => onChange({ kind: 'payers', payerIds })}
        />
      )}
    </Section>
  );
}

function Payers(props: {
  readonly payerIds: readonly number[];
  readonly onChange: (payerIds: readonly number[]) => void;
}) {
  const { payerIds, onChange } = props;
  const api = useApi();
  const words = useText(settingsDunningText);
  const language = useLanguage();
  const [text, setText] = useState('');
  const page = (wanted: string, limit: number) =>
    api.query.customers.page.queryOptions({
      input: {
        filter: { text: wanted, only: [] },
        sort: 'name',
        isDescending: false,
        groupBy: null,
        offset: 0,
        limit,
      },
    });
  const { data } = useQuery({ ...page(text, PROPOSED), placeholderData: keepPreviousData });
  const names = useQuery(page('', NAMED_MAX)).data?.rows ?? [];
  const chosen = new Set(payerIds);
  const nameOf = (id: number) =>
    names.find(({ customerId }) => customerId === id)?.name ??
    data?.rows.find(({ customerId }) => customerId === id)?.name ??
    String(id);
  return (
    <>
      <p className={styles.lead} role="status">
        {words.pilotChosen(formatCount(payerIds.length, { language }))}
      </p>
      {payerIds.length > 0 && (
        <ul className={styles.chosen}>
          {payerIds.map((id) => (
            <li key={id}>
              {nameOf(id)}
              <button
                type="button"
                aria-label={words.pilotRemove(nameOf(id))}
                onClick={() => onChange(payerIds.filter((other) => other !== id))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <Select
        w={320}
        label={words.pilotAdd}
        searchable
        searchValue={text}
        onSearchChange={setText}
        filter={({ options }) => options}
        value={null}
        data={(data?.rows ?? [])
          .filter(({ customerId }) => !chosen.has(customerId))
          .map(({ customerId, name, code }) => ({
            value: String(customerId),
            label: `${name} (${code})`,
          }))}
        onChange={(picked) => {
          if (picked === null) return;
          onChange([...payerIds, Number.parseInt(picked, 10)]);
          setText('');
        }}
      />
    </>
  );
}
