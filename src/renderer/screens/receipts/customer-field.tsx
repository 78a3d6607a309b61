/** The customer of a movement, looked for among all by name or code. */
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { receiptsText } from '../../../shared/text/screens/receipts.ts';
import { useApi } from '../../api/connection.tsx';
import { useText } from '../../parts/reader.tsx';

const TYPING_MS = 200;
const SHOWN = 20;

export interface ChosenCustomer {
  readonly customerId: number;
  readonly name: string;
}

export function CustomerField(props: {
  readonly value: ChosenCustomer | null;
  readonly onChange: (customer: ChosenCustomer | null) => void;
}) {
  const { value, onChange } = props;
  const api = useApi();
  const words = useText(receiptsText);
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text === value?.name ? '' : text.trim(), TYPING_MS);
  const { data } = useQuery({
    ...api.query.customers.page.queryOptions({
      input: {
        filter: { text: asked, only: [] },
        sort: 'name',
        isDescending: false,
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
      label={words.customer}
      searchable
      clearable
      value={value === null ? null : String(value.customerId)}
      data={choices.map(({ customerId, name }) => ({ value: String(customerId), label: name }))}
      filter={({ options }) => options}
      placeholder={words.chooseCustomer}
      nothingFoundMessage={words.nobody}
      searchValue={text}
      onSearchChange={setText}
      onChange={(chosen) =>
        onChange(choices.find(({ customerId }) => String(customerId) === chosen) ?? null)
      }
    />
  );
}
