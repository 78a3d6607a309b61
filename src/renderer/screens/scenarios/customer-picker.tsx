/** Chooses one customer by name or code; what is typed is looked for among all of them. */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useApi } from '../../api/connection.tsx';
import { useText } from '../../parts/reader.tsx';

const TYPING_MS = 200;
const SHOWN = 20;

export interface PickedCustomer {
  readonly customerId: number;
  readonly name: string;
}

export function CustomerPicker(props: {
  readonly label: string;
  readonly value: PickedCustomer | null;
  readonly onChange: (customer: PickedCustomer | null) => void;
  /** Said of no customer chosen. */
  readonly placeholder?: string;
  readonly width?: number;
}) {
  const { label, value, onChange, placeholder, width = 260 } = props;
  const api = useApi();
  const words = useText(scenariosText);
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text === value?.name ? '' : text.trim(), TYPING_MS);
  const { data } = useQuery({
    ...api.query.customers.page.queryOptions({
      input: {
        filter: { text: asked, only: ['open'] },
        sort: 'overdue',
        isDescending: true,
        groupBy: null,
        offset: 0,
        limit: SHOWN,
      },
    }),
    placeholderData: keepPreviousData,
  });
  const found = (data?.rows ?? []).map(({ customerId, name }) => ({ customerId, name }));
  const isShown = value === null || found.some((one) => one.customerId === value.customerId);
  const choices = isShown ? found : [value, ...found];
  return (
    <Select
      w={width}
      label={label}
      searchable
      clearable
      value={value === null ? null : String(value.customerId)}
      data={choices.map(({ customerId, name }) => ({ value: String(customerId), label: name }))}
      filter={({ options }) => options}
      placeholder={placeholder ?? words.chooseCustomerHint}
      nothingFoundMessage={words.nobodyFound}
      searchValue={text}
      onSearchChange={setText}
      onChange={(chosen) =>
        onChange(choices.find(({ customerId }) => String(customerId) === chosen) ?? null)
      }
    />
  );
}
