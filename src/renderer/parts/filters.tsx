/**
 * What narrows a list, on one line above it.
 *
 *     <FilterText value={text} onChange={setText} />            field, waits 200 ms
 *     <FilterChip label="Échus" isOn={…} onToggle={…} />        one yes-or-no
 *     <FilterMenu label="Commercial" options={[{ value, label, note }]}
 *       chosen={chosen} onChange={setChosen} />                 several values of one thing
 */
import { ActionIcon, Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconCheck, IconChevronDown, IconFilter, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { partsText } from '../../shared/text/screens/parts.ts';
import styles from './filters.module.css';
import { useText } from './reader.tsx';

const TYPING_MS = 200;

export function FilterText(props: {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly placeholder?: string;
  readonly width?: number;
}) {
  const { value, onChange, width = 220 } = props;
  const words = useText(partsText);
  const [text, setText] = useState(value);
  const later = useDebouncedCallback(onChange, TYPING_MS);
  useEffect(() => setText(value), [value]);
  const change = (typed: string) => {
    setText(typed);
    later(typed);
  };
  return (
    <TextInput
      w={width}
      aria-label={props.placeholder ?? words.search}
      placeholder={props.placeholder ?? words.search}
      leftSection={<IconFilter size={14} stroke={1.6} />}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      rightSection={
        text === '' ? undefined : (
          <ActionIcon size={20} aria-label={words.clearSearch} onClick={() => change('')}>
            <IconX size={13} stroke={1.6} />
          </ActionIcon>
        )
      }
    />
  );
}

export function FilterChip(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
  readonly note?: string;
}) {
  return (
    <button
      type="button"
      className={styles.chip}
      aria-pressed={props.isOn}
      onClick={props.onToggle}
    >
      {props.isOn && <IconCheck size={13} stroke={2} aria-hidden />}
      {props.label}
      {props.note !== undefined && <span className={styles.note}>{props.note}</span>}
    </button>
  );
}

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

export function FilterMenu(props: {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { label, options, chosen, onChange } = props;
  const words = useText(partsText);
  const names = options.filter((option) => chosen.includes(option.value));
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <Popover position="bottom-start" trapFocus>
      <Popover.Target>
        <button type="button" className={styles.chip} data-on={chosen.length > 0 || undefined}>
          {names.length === 0 ? label : `${label} : ${names.map((name) => name.label).join(', ')}`}
          <IconChevronDown size={13} stroke={1.8} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <div className={styles.options}>
          {options.map((option) => (
            <Checkbox
              key={option.value}
              checked={chosen.includes(option.value)}
              onChange={() => toggle(option.value)}
              label={
                <>
                  {option.label} <span className={styles.note}>{option.note}</span>
                </>
              }
            />
          ))}
          {chosen.length > 0 && (
            <Button variant="subtle" onClick={() => onChange([])}>
              {words.clearFilters}
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
