/**
 * The alerts: what the rules say of the customers today, each with the figures that raised it. An
 * alert leads to its customer; it is put aside until a day, or clears by itself.
 */
import { Button, Select } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ALERT_STATES, type AlertRow } from '../../../shared/contract/alerts.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { alertsText } from '../../../shared/text/screens/alerts.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { alertsSearch } from '../../frame/addresses.ts';
import { useScreenSearch } from '../../frame/navigation.ts';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { dayColumn, nameColumns, textColumn } from '../promises/columns.tsx';
import { FollowUpList } from '../promises/follow-up-list.tsx';
import styles from './alerts/alerts.module.css';
import { DriftingIndicators } from './alerts/drifting-indicators.tsx';
import { PutAsideDialog } from './alerts/put-aside-dialog.tsx';
import { RulesPanel } from './alerts/rules-panel.tsx';

export default function AlertsTab() {
  const api = useApi();
  const words = useText(alertsText);
  const [{ alerts: state, rule, hasRules }, setSearch] = useScreenSearch(alertsSearch);
  const [aside, setAside] = useState<AlertRow | null>(null);
  const input = { state, ruleKey: rule };
  const list = useWindows((part) =>
    api.query.alerts.list.queryOptions({ input: { ...input, ...part } }),
  );
  const takeUp = useCommand((call) => call.alerts.takeUp, { said: () => words.takenUp });
  const columns = useAlertColumns(state);
  const { head } = list;
  return (
    <div className={styles.tab}>
      <DriftingIndicators />
      <FollowUpList
        key={state}
        id={`alerts-${state}`}
        label={words.title}
        columns={columns}
        list={list}
        rowKey={(row) => row.alertId}
        workbook={{ list: 'alerts', input }}
        empty={words.empty[state]}
        totals={{ overdue: <Amount cents={head?.totalCents ?? 0} /> }}
        otherTotals={head?.otherTotals}
        filters={
          <>
            {ALERT_STATES.map((one) => (
              <StateChip
                key={one}
                label={words.states[one]}
                count={head?.counts[one]}
                isOn={one === state}
                onChoose={() => setSearch({ alerts: one })}
              />
            ))}
            <RuleChoice value={rule} onChange={(next) => setSearch({ rule: next })} />
            <Button
              leftSection={<IconSettings size={15} stroke={1.6} />}
              onClick={() => setSearch({ hasRules: true })}
            >
              {words.rules}
            </Button>
          </>
        }
        menu={(row) =>
          state === 'open'
            ? [{ label: words.putAside, run: () => setAside(row) }]
            : state === 'aside'
              ? [{ label: words.takeUp, run: () => void takeUp.run({ alertId: row.alertId }) }]
              : []
        }
      />
      <p className={styles.note}>{words.explained}</p>
      {aside !== null && <PutAsideDialog alert={aside} onClose={() => setAside(null)} />}
      {hasRules && <RulesPanel onClose={() => setSearch({ hasRules: false })} />}
    </div>
  );
}

function StateChip(props: {
  readonly label: string;
  readonly count: number | undefined;
  readonly isOn: boolean;
  readonly onChoose: () => void;
}) {
  const { label, count, isOn, onChoose } = props;
  const language = useLanguage();
  return (
    <FilterChip
      label={label}
      isOn={isOn}
      onToggle={onChoose}
      {...(count !== undefined && { note: formatCount(count, { language }) })}
    />
  );
}

function RuleChoice(props: {
  readonly value: string | null;
  readonly onChange: (ruleKey: string | null) => void;
}) {
  const api = useApi();
  const words = useText(alertsText);
  const { data = [] } = useQuery(api.query.alerts.rules.queryOptions());
  return (
    <Select
      w={210}
      aria-label={words.ofRule}
      allowDeselect={false}
      value={props.value ?? ''}
      data={[
        { value: '', label: words.allRules },
        ...data.map(({ ruleKey, name }) => ({ value: ruleKey, label: name })),
      ]}
      onChange={(value) => props.onChange(value === '' ? null : value)}
    />
  );
}

function useAlertColumns(state: (typeof ALERT_STATES)[number]): readonly Column<AlertRow>[] {
  const words = useText(alertsText);
  return useMemo<readonly Column<AlertRow>[]>(() => {
    const last: Readonly<Record<typeof state, readonly Column<AlertRow>[]>> = {
      open: [],
      aside: [
        dayColumn('asideUntil', words.until, (row) => row.asideUntil),
        textColumn('asideReason', words.reason, (row) => row.asideReason ?? '', { width: 160 }),
      ],
      cleared: [dayColumn('clearedOn', words.clearedOn, (row) => row.clearedOn)],
    };
    return [
      ...nameColumns<AlertRow>(words),
      {
        id: 'ruleName',
        label: words.alert,
        width: 196,
        cell: (row) => <Badge tone="amber">{row.ruleName}</Badge>,
      },
      textColumn('sentence', words.why, (row) => row.sentence, { width: 270, grow: 3 }),
      {
        id: 'overdue',
        label: words.overdue,
        width: 156,
        align: 'end',
        cell: (row) => (
          <Amount
            cents={row.overdueCents}
            daysPastDue={row.oldestDaysPastDue}
            others={row.otherOverdue}
          />
        ),
      },
      dayColumn('raisedOn', words.since, (row) => row.raisedOn),
      ...last[state],
      textColumn('rep', words.rep, (row) => row.repCode ?? '', { width: 110 }),
    ];
  }, [words, state]);
}
