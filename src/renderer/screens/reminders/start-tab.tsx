/** Before the first message: the conditions that keep sending locked, and the starting levels. */
import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { goLiveText } from '../../../shared/text/screens/go-live.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { useGo } from '../../frame/navigation.ts';
import { Amount } from '../../parts/amount.tsx';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import styles from './reminders.module.css';
import { useWritten } from './use-written.ts';

type Condition = Awaited<ReturnType<ApiClient['outbox']['readiness']>>['conditions'][number];
type Levels = Awaited<ReturnType<ApiClient['dunning']['previewStart']>>;

export function StartTab() {
  return (
    <div className={styles.scroll} data-print="scroll">
      <Conditions />
      <StartingLevels />
    </div>
  );
}

function Conditions() {
  const api = useApi();
  const words = useText(goLiveText);
  const readiness = useQuery(api.query.outbox.readiness.queryOptions());
  const mail = useQuery(api.query.outbox.mailStatus.queryOptions());
  if (readiness.isError) {
    return (
      <ErrorState failure={failureOf(readiness.error)} onRetry={() => void readiness.refetch()} />
    );
  }
  if (readiness.data === undefined) return <Skeleton lines={5} height={18} />;
  const { isReady, conditions } = readiness.data;
  const note = mail.data?.isSample
    ? words.startSample
    : isReady
      ? words.startReady
      : words.startLocked;
  return (
    <Section title={words.startTitle} note={note}>
      <ul className={styles.conditions}>
        {conditions.map((condition) => (
          <ConditionLine key={condition.key} condition={condition} />
        ))}
      </ul>
    </Section>
  );
}

const SCREENS = {
  import_equal: ['/imports', { tab: 'files' }],
  lettering_accepted: ['/promises', { tab: 'to_match' }],
  terms_confirmed: ['/imports', { tab: 'terms' }],
  test_received: ['/settings', {}],
} as const;

function ConditionLine({ condition }: { readonly condition: Condition }) {
  const { key, isMet, sentence } = condition;
  const words = useText(goLiveText);
  const go = useGo();
  const accept = useCommand((call) => call.outbox.acceptCondition, {
    said: () => words.conditionSaved,
  });
  const acceptable = key === 'lettering_accepted' || key === 'test_received' ? key : null;
  const Icon = isMet ? IconCircleCheck : IconCircleDashed;
  const [path, search] = SCREENS[key];
  return (
    <li className={styles.condition}>
      <span className={styles.controlMark} data-tone={isMet ? 'green' : 'amber'}>
        <Icon size={17} stroke={1.7} aria-hidden />
        {isMet ? words.met : words.notMet}
      </span>
      <span className={styles.conditionWords}>{sentence}</span>
      <Button variant="subtle" onClick={() => go(path, search)}>
        {words.lookAt[key]}
      </Button>
      {condition.mayBeAccepted && acceptable !== null && (
        <Button
          variant={isMet ? 'default' : 'filled'}
          loading={accept.isRunning}
          onClick={() => void accept.run({ key: acceptable, isAccepted: !isMet })}
        >
          {isMet ? words.takeBack : words.accept}
        </Button>
      )}
    </li>
  );
}

function StartingLevels() {
  const api = useApi();
  const words = useText(goLiveText);
  const levels = useQuery(api.query.dunning.previewStart.queryOptions());
  return (
    <Section title={words.levelsTitle}>
      <p className={styles.quiet}>{words.levelsNote}</p>
      {levels.data !== undefined ? (
        <LevelTable levels={levels.data} />
      ) : levels.isError ? (
        <ErrorState failure={failureOf(levels.error)} onRetry={() => void levels.refetch()} />
      ) : (
        <Skeleton lines={4} height={18} />
      )}
    </Section>
  );
}

function LevelTable({ levels }: { readonly levels: Levels }) {
  const words = useText(goLiveText);
  const language = useLanguage();
  const { count, named } = useWritten();
  const [isAsking, setAsking] = useState(false);
  const apply = useCommand((call) => call.dunning.applyStart, {
    said: ({ itemCount }) => words.levelsApplied(count(itemCount)),
  });
  const { groups, untouchedCount, isDone } = levels;
  const itemCount = groups.reduce((sum, group) => sum + group.itemCount, 0);
  const run = async () => {
    if ((await apply.run({})).isDone) setAsking(false);
  };
  return (
    <div className={styles.levels}>
      {groups.length === 0 ? (
        <p>{words.levelsEmpty}</p>
      ) : (
        <PlainTable
          label={words.levelsTitle}
          head={[words.level, end(words.pieces), end(words.customers), end(words.amount)]}
          rows={groups.map((group) => ({
            key: group.severity,
            cells: [
              scenarioText[language].severities[group.severity],
              count(group.itemCount),
              count(group.payerCount),
              <Amount key="amount" cents={group.amountCents} />,
            ],
          }))}
        />
      )}
      <p className={styles.quiet}>
        {[
          ...(untouchedCount > 0 ? [named(untouchedCount, words.levelsUntouched)] : []),
          ...(isDone ? [words.levelsDone] : []),
        ].join(' ')}
      </p>
      {groups.length > 0 && (
        <div className={styles.bar}>
          <Button variant="filled" onClick={() => setAsking(true)}>
            {words.levelsApply}
          </Button>
        </div>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={words.levelsConfirm(count(itemCount))}
        verb={words.levelsApply}
        isBusy={apply.isRunning}
        onConfirm={() => void run()}
        onCancel={() => setAsking(false)}
      >
        <p className={styles.quiet}>{words.levelsNote}</p>
      </ConfirmDialog>
    </div>
  );
}
