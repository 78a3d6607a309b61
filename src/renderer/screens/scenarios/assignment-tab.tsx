/**
 * Who follows which scenario: rules tried from the most specific to the last resort, choices made
 * for one customer, and those nobody provided for.
 */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { Amount } from '../../parts/amount.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { type Assignment, plainRule, type RuleDraft } from './assignment-rules.ts';
import { LeaveDialog, useUnsaved } from './leave-dialog.tsx';
import { OverridesList } from './overrides-list.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { RulesTable } from './rules-table.tsx';
import type { ScenarioChoice } from './scenario-choice.ts';
import styles from './scenarios.module.css';
import { isSame } from './use-scenario-draft.ts';

export function AssignmentTab() {
  const api = useApi();
  const stored = useQuery(api.query.scenarios.assignment.queryOptions({ input: { rules: null } }));
  const list = useQuery(api.query.scenarios.list.queryOptions());
  const failed = stored.error ?? list.error;
  if (failed !== null) {
    const retry = () => void Promise.all([stored.refetch(), list.refetch()]);
    return <ErrorState failure={failureOf(failed)} onRetry={retry} />;
  }
  if (stored.data === undefined || list.data === undefined) return <Skeleton lines={8} />;
  const scenarios = list.data.rows.map(({ scenarioKey, name }) => ({
    value: scenarioKey,
    label: name,
  }));
  return <AssignmentForm stored={stored.data} scenarios={scenarios} />;
}

function AssignmentForm(props: {
  readonly stored: Assignment;
  readonly scenarios: readonly ScenarioChoice[];
}) {
  const { stored, scenarios } = props;
  const api = useApi();
  const words = useText(scenariosText);
  const [draft, setDraft] = useState<readonly RuleDraft[] | null>(null);
  const [editedAt, setEditedAt] = useState<number | 'new' | null>(null);
  const tried = useQuery({
    ...api.query.scenarios.assignment.queryOptions({ input: { rules: [...(draft ?? [])] } }),
    enabled: draft !== null,
    placeholderData: keepPreviousData,
  });
  const shown = draft === null ? stored : (tried.data ?? stored);
  const rules = draft ?? stored.rules.map(plainRule);
  const isChanged = draft !== null && !isSame(draft, stored.rules.map(plainRule));
  const unsaved = useUnsaved(isChanged);
  const save = useCommand((call) => call.scenarios.saveAssignment, {
    said: () => words.rulesSaved,
  });
  const keep = async () => {
    const outcome = await save.run({ rules: [...rules] });
    if (outcome.isDone) setDraft(null);
  };
  const edited = editedAt === 'new' || editedAt === null ? null : (rules[editedAt] ?? null);
  const set = (rule: RuleDraft) => {
    setDraft(
      edited === null ? [...rules, rule] : rules.map((one) => (one === edited ? rule : one)),
    );
    setEditedAt(null);
  };
  return (
    <div className={styles.scroll}>
      <Section
        title={words.rules}
        note={words.rulesHint}
        actions={
          <Button
            leftSection={<IconPlus size={14} stroke={1.8} />}
            onClick={() => setEditedAt('new')}
          >
            {words.addRule}
          </Button>
        }
      >
        <RulesTable
          rules={rules}
          reached={shown.rules}
          scenarios={scenarios}
          onChange={setDraft}
          onEdit={setEditedAt}
        />
        <div className={styles.lineTools}>
          <Button
            variant="filled"
            disabled={!isChanged}
            loading={save.isRunning}
            onClick={() => void keep()}
          >
            {words.save}
          </Button>
          {isChanged && <Button onClick={() => setDraft(null)}>{words.cancel}</Button>}
        </div>
      </Section>
      <div className={styles.halves}>
        <Without assignment={shown} />
        <OverridesList assignment={shown} scenarios={scenarios} />
      </div>
      {editedAt !== null && (
        <RuleDialog
          rule={edited}
          others={rules.filter((one) => one !== edited)}
          scenarios={scenarios}
          onClose={() => setEditedAt(null)}
          onDone={set}
        />
      )}
      <LeaveDialog unsaved={unsaved} />
    </div>
  );
}

function Without({ assignment }: { readonly assignment: Assignment }) {
  const words = useText(scenariosText);
  const language = useLanguage();
  const { withoutScenario, withoutScenarioCount } = assignment;
  const more = withoutScenarioCount - withoutScenario.length;
  return (
    <Section title={words.without}>
      {withoutScenarioCount === 0 ? (
        <p className={styles.lead}>{words.everyoneHas}</p>
      ) : (
        <>
          <p className={styles.lead}>
            {words.withoutHint(formatCount(withoutScenarioCount, { language }))}
          </p>
          <PlainTable
            label={words.without}
            head={[words.customer, end(words.overdue)]}
            rows={withoutScenario.map(({ customerId, code, name, overdueCents }) => ({
              key: customerId,
              cells: [`${name} (${code})`, <Amount key="overdue" cents={overdueCents} />],
            }))}
          />
          {more > 0 && (
            <p className={styles.note}>{words.otherShown(formatCount(more, { language }))}</p>
          )}
        </>
      )}
    </Section>
  );
}
