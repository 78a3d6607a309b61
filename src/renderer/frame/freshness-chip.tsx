/**
 * How recent what is on screen is: « Compta au 20/11 · Banque au 19/11 », green, amber or red,
 * with its word for who does not see the colour. Opens the imports.
 */
import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatDate } from '../../shared/format/date.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { frameText } from '../../shared/text/screens/frame.ts';
import { useApi } from '../api/connection.tsx';
import { useText, useToday } from '../parts/reader.tsx';
import styles from './freshness-chip.module.css';
import { useGo } from './navigation.ts';

const ICONS = {
  fresh: IconCircleCheck,
  ageing: IconClock,
  stale: IconAlertTriangle,
  empty: IconFileOff,
} as const;

export function FreshnessChip() {
  const api = useApi();
  const words = useText(frameText);
  const today = useToday();
  const go = useGo();
  const { data } = useQuery(api.query.overview.freshness.queryOptions());
  if (data === undefined) return null;
  const { level, ledgerDate, bankDate } = data;
  const short = (day: CalendarDate) => {
    const written = formatDate(day);
    return day.slice(0, 4) === today.slice(0, 4) ? written.slice(0, 5) : written;
  };
  const state = { fresh: words.fresh, ageing: words.ageing, stale: words.stale, empty: '' }[level];
  const Icon = ICONS[level];
  const dates =
    ledgerDate === null
      ? words.noLedger
      : [
          words.ledgerAt(short(ledgerDate)),
          bankDate === null ? words.noBank : words.bankAt(short(bankDate)),
        ].join(' · ');
  return (
    <Tooltip label={words.freshnessHint}>
      <UnstyledButton
        className={styles.chip}
        data-level={level}
        aria-label={[dates, state].filter((word) => word !== '').join(', ')}
        onClick={() => go('/imports')}
      >
        <Icon size={15} stroke={1.7} aria-hidden />
        <span>{dates}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
