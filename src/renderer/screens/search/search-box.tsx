/**
 * Ctrl+K: one field that finds any customer, document, contact, amount or screen. The core looks
 * up the first four; screens are known here.
 */

import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import {
  IconAddressBook,
  IconBuildingStore,
  IconCoinEuro,
  IconFileInvoice,
  IconSearch,
} from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { formatCents } from '../../../shared/format/amount.ts';
import { frameText } from '../../../shared/text/screens/frame.ts';
import { searchText } from '../../../shared/text/screens/search.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useGo } from '../../frame/navigation.ts';
import { useOpenCustomer } from '../../frame/open-customer.tsx';
import { SCREENS } from '../../frame/screens.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './search-box.module.css';

const [store, spotlight] = createSpotlight();
const TYPING_MS = 120;

/** Opens the search; also behind the field of the header. */
export const openSearch = (): void => spotlight.open();

type Found = Awaited<ReturnType<ApiClient['overview']['find']>>['rows'][number];

const ICONS = {
  customer: IconBuildingStore,
  document: IconFileInvoice,
  contact: IconAddressBook,
  amount: IconCoinEuro,
} as const;

const KINDS = ['customer', 'document', 'contact', 'amount'] as const;

export function SearchBox() {
  const words = useText(searchText);
  const api = useApi();
  const openCustomer = useOpenCustomer();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), TYPING_MS);
  const { data } = useQuery({
    ...api.query.overview.find.queryOptions({ input: { text: asked } }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
  });
  const rows = text.trim() === '' ? [] : (data?.rows ?? []);
  const names = {
    customer: words.customers,
    document: words.documents,
    contact: words.contacts,
    amount: words.amounts,
  };
  const screens = useFoundScreens(text);
  useEffect(() => {
    if (data !== undefined) selectFirst();
  }, [data]);
  const isEmpty = rows.length === 0 && screens.length === 0;
  return (
    <Spotlight.Root
      store={store}
      query={text}
      onQueryChange={setText}
      shortcut={null}
      classNames={{ action: styles.action ?? '' }}
      scrollable
      maxHeight={440}
      size={600}
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
    >
      <Modal.Title className={styles.spoken}>{words.label}</Modal.Title>
      <Spotlight.Search
        placeholder={words.placeholder}
        aria-label={words.label}
        leftSection={<IconSearch size={17} stroke={1.6} />}
      />
      <Spotlight.ActionsList>
        {KINDS.map((kind) => {
          const found = rows.filter((row) => row.kind === kind);
          if (found.length === 0) return null;
          return (
            <Spotlight.ActionsGroup key={kind} label={names[kind]}>
              {found.map((row) => (
                <FoundRow
                  key={`${row.customerId}-${row.receivableId}-${row.title}-${row.detail}`}
                  row={row}
                  onOpen={() => openCustomer(row.customerId)}
                />
              ))}
            </Spotlight.ActionsGroup>
          );
        })}
        {screens.length > 0 && (
          <Spotlight.ActionsGroup label={words.screens}>{screens}</Spotlight.ActionsGroup>
        )}
        {isEmpty && <Spotlight.Empty>{asked === '' ? words.hint : words.nothing}</Spotlight.Empty>}
      </Spotlight.ActionsList>
      <Spotlight.Footer className={styles.footer}>
        <KeyHint keys="arrowup arrowdown" /> {words.move}
        <KeyHint keys="enter" /> {words.open}
        <KeyHint keys="escape" /> {words.close}
      </Spotlight.Footer>
    </Spotlight.Root>
  );
}

/** The first of what was found is the one that Enter opens, also when it came after the screens. */
function selectFirst(): void {
  const list = document.getElementById(store.getState().listId);
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected');
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}

function FoundRow({ row, onOpen }: { row: Found; onOpen: () => void }) {
  const language = useLanguage();
  const Icon = ICONS[row.kind];
  return (
    <Spotlight.Action
      label={row.title}
      description={row.detail}
      leftSection={<Icon size={17} stroke={1.5} />}
      rightSection={
        row.amountCents === null || row.amountCents === 0
          ? undefined
          : formatCents(row.amountCents, { language })
      }
      onClick={onOpen}
    />
  );
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** The screens whose name begins a word like the text. */
function useFoundScreens(text: string): ReactNode[] {
  const words = useText(frameText);
  const go = useGo();
  const wanted = plain(text);
  return SCREENS.filter((screen) =>
    plain(words[screen.word])
      .split(/\s+/)
      .some((_word, at, all) => all.slice(at).join(' ').startsWith(wanted)),
  ).map((screen) => (
    <Spotlight.Action
      key={screen.path}
      label={words[screen.word]}
      leftSection={<screen.icon size={17} stroke={1.5} />}
      rightSection={screen.key === undefined ? undefined : <KeyHint keys={`g ${screen.key}`} />}
      onClick={() => go(screen.path)}
    />
  ));
}
