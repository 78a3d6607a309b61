/** The rules in the order in which they are tried; Alt and the arrows move one among its equals. */
import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { Amount } from '../../parts/amount.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { EmptyState } from '../../parts/states.tsx';
import {
  type AssignedRule,
  areAsSpecific,
  type RuleDraft,
  withRuleMoved,
} from './assignment-rules.ts';
import styles from './rules-table.module.css';
import type { ScenarioChoice } from './scenario-choice.ts';
import { useCriteriaInWords } from './use-criteria.ts';

export interface RulesTableProps {
  readonly rules: readonly RuleDraft[];
  /** The same rules as tried by the core, with whom they reach. */
  readonly reached: readonly AssignedRule[];
  readonly scenarios: readonly ScenarioChoice[];
  readonly onChange: (rules: readonly RuleDraft[]) => void;
  readonly onEdit: (at: number) => void;
}

export function RulesTable(props: RulesTableProps) {
  const { rules, reached, onChange } = props;
  const words = useText(scenariosText);
  const body = useRef<HTMLTableSectionElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  if (rules.length === 0) return <EmptyState sentence={words.noRule} />;
  // Rules of one specificity stand together, in the order the user gave them.
  const order = new Map(reached.map(({ ruleKey }, at) => [ruleKey, at]));
  const sorted = rules
    .map((rule, at) => ({ rule, at }))
    .sort(
      (a, b) =>
        (order.get(a.rule.ruleKey) ?? rules.length) - (order.get(b.rule.ruleKey) ?? rules.length) ||
        a.at - b.at,
    )
    .map(({ rule }) => rule);
  const mayMove = (at: number, by: 1 | -1) => {
    const [rule, other] = [sorted[at], sorted[at + by]];
    return rule !== undefined && other !== undefined && areAsSpecific(rule, other);
  };
  const move = (at: number, by: 1 | -1) => {
    if (!mayMove(at, by)) return;
    onChange(withRuleMoved(sorted, at, by));
    const row = body.current?.rows[at + by];
    row?.querySelector<HTMLElement>('button')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(at, event.key === 'ArrowUp' ? -1 : 1);
  };
  const dropOn = (target: RuleDraft) => {
    const rule = sorted.find(({ ruleKey }) => ruleKey === dragged);
    if (rule === undefined || rule === target || !areAsSpecific(rule, target)) return;
    const to = sorted.indexOf(target);
    const others = sorted.filter((one) => one !== rule);
    onChange([...others.slice(0, to), rule, ...others.slice(to)]);
  };
  return (
    <table className={styles.table} aria-label={words.rules}>
      <thead>
        <tr>
          <th scope="col">{words.order}</th>
          <th scope="col">{words.rule}</th>
          <th scope="col">{words.scenario}</th>
          <th scope="col" data-align="end">
            {words.customers}
          </th>
          <th scope="col" data-align="end">
            {words.overdue}
          </th>
          <td />
        </tr>
      </thead>
      <tbody ref={body}>
        {sorted.map((rule, at) => (
          <tr
            key={rule.ruleKey}
            draggable={mayMove(at, 1) || mayMove(at, -1)}
            data-dragged={dragged === rule.ruleKey || undefined}
            onDragStart={() => setDragged(rule.ruleKey)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event: DragEvent) => {
              const moved = sorted.find(({ ruleKey }) => ruleKey === dragged);
              if (moved !== undefined && areAsSpecific(moved, rule)) event.preventDefault();
            }}
            onDrop={() => dropOn(rule)}
            onKeyDown={(event) => onKeyDown(event, at)}
          >
            <RuleCells
              {...props}
              rule={rule}
              place={at + 1}
              reach={reached.find(({ ruleKey }) => ruleKey === rule.ruleKey)}
              mayRise={mayMove(at, -1)}
              mayFall={mayMove(at, 1)}
              onMove={(by) => move(at, by)}
            />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RuleCells(
  props: RulesTableProps & {
    readonly rule: RuleDraft;
    readonly place: number;
    readonly reach: AssignedRule | undefined;
    readonly mayRise: boolean;
    readonly mayFall: boolean;
    readonly onMove: (by: 1 | -1) => void;
  },
) {
  const { rule, rules, place, reach, scenarios, onChange, onEdit, onMove } = props;
  const words = useText(scenariosText);
  const language = useLanguage();
  const inWords = useCriteriaInWords();
  const said = inWords(rule.criteria);
  return (
    <>
      <td className={styles.place}>{place}</td>
      <td>{said}</td>
      <td className={styles.choice}>
        <Select
          aria-label={`${words.scenario} – ${said}`}
          allowDeselect={false}
          value={rule.scenarioKey}
          data={[...scenarios]}
          onChange={(scenarioKey) => {
            if (scenarioKey === null) return;
            onChange(rules.map((one) => (one === rule ? { ...rule, scenarioKey } : one)));
          }}
        />
      </td>
      <td data-align="end">
        {reach === undefined ? '…' : formatCount(reach.customerCount, { language })}
      </td>
      <td data-align="end">{reach === undefined ? '…' : <Amount cents={reach.overdueCents} />}</td>
      <td className={styles.acts}>
        <Act label={words.moveUp} isOn={props.mayRise} onAct={() => onMove(-1)}>
          <IconArrowUp size={15} stroke={1.6} />
        </Act>
        <Act label={words.moveDown} isOn={props.mayFall} onAct={() => onMove(1)}>
          <IconArrowDown size={15} stroke={1.6} />
        </Act>
        <Act label={words.editRule} isOn onAct={() => onEdit(rules.indexOf(rule))}>
          <IconPencil size={15} stroke={1.6} />
        </Act>
        <Act
          label={words.removeRule}
          isOn
          onAct={() => onChange(rules.filter((one) => one !== rule))}
        >
          <IconTrash size={15} stroke={1.6} />
        </Act>
      </td>
    </>
  );
}

function Act(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onAct: () => void;
  readonly children: React.ReactNode;
}) {
  const { label, isOn, onAct, children } = props;
  const words = useText(scenariosText);
  return (
    <Tooltip label={isOn ? label : words.cannotMove}>
      <ActionIcon
        size={26}
        aria-label={label}
        aria-disabled={!isOn}
        {...(!isOn && { 'data-disabled': true })}
        onClick={() => {
          if (isOn) onAct();
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
