/**
 * What would leave in the days to come if nobody paid, or would have left over the last months had
 * a scenario been followed: nothing is written either way.
 */
import { Button, SegmentedControl, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { REPLAY_MONTHS } from '../../../shared/contract/replay.ts';
import { goLiveText } from '../../../shared/text/screens/go-live.ts';
import { replayText } from '../../../shared/text/screens/replay.ts';
import { useApi } from '../../api/connection.tsx';
import { useText } from '../../parts/reader.tsx';
import { AheadRun } from './ahead-run.tsx';
import { PastRun } from './past-run.tsx';
import styles from './reminders.module.css';
import { useRemindersSearch } from './reminders-search.ts';
import { useReplay } from './use-replay.ts';
import { useWritten } from './use-written.ts';

const DAYS = [14, 30, 60, 90] as const;

export function DryRunTab() {
  const words = useText(replayText);
  const ahead = useText(goLiveText);
  const [{ span, days, simulated }, setSearch] = useRemindersSearch();
  const replay = useReplay();
  return (
    <div className={styles.fill}>
      <div className={styles.bar} data-print="never">
        <SegmentedControl
          aria-label={words.span}
          value={span}
          data={[
            { value: 'ahead', label: words.ahead },
            { value: 'past', label: words.past },
          ]}
          onChange={(value) => setSearch({ span: value === 'past' ? 'past' : 'ahead' })}
        />
        {span === 'ahead' ? <DaysChoice /> : <MonthsChoice />}
        <ScenarioChoice />
        {span === 'past' && (
          <Button
            variant={replay.jobId === null ? 'filled' : 'default'}
            loading={replay.isStarting}
            disabled={replay.isRunning}
            onClick={() => void replay.start()}
          >
            {replay.jobId === null ? words.start : words.startAgain}
          </Button>
        )}
      </div>
      {span === 'ahead' ? (
        <>
          <p className={styles.quiet}>{ahead.dryRunNote}</p>
          <AheadRun days={days} scenarioKey={simulated} />
        </>
      ) : (
        <PastRun replay={replay} />
      )}
    </div>
  );
}

function DaysChoice() {
  const words = useText(goLiveText);
  const { count } = useWritten();
  const [{ days }, setSearch] = useRemindersSearch();
  return (
    <SegmentedControl
      aria-label={words.daysAhead}
      value={String(days)}
      data={DAYS.map((value) => ({ value: String(value), label: words.daysCount(count(value)) }))}
      onChange={(chosen) =>
        setSearch({ days: DAYS.find((value) => String(value) === chosen) ?? days })
      }
    />
  );
}

function MonthsChoice() {
  const words = useText(replayText);
  const { count } = useWritten();
  const [{ months }, setSearch] = useRemindersSearch();
  return (
    <SegmentedControl
      aria-label={words.monthsBack}
      value={String(months)}
      data={REPLAY_MONTHS.map((value) => ({
        value: String(value),
        label: words.monthsCount(count(value)),
      }))}
      onChange={(chosen) =>
        setSearch({
          months: REPLAY_MONTHS.find((value) => String(value) === chosen) ?? months,
          replay: null,
        })
      }
    />
  );
}

/** `as_today` is no key of a scenario: those have no underscore. */
const AS_TODAY = 'as_today';

function ScenarioChoice() {
  const api = useApi();
  const words = useText(replayText);
  const [{ simulated }, setSearch] = useRemindersSearch();
  const scenarios = useQuery(api.query.scenarios.list.queryOptions());
  const rows = scenarios.data?.rows ?? [];
  return (
    <Select
      w={220}
      aria-label={words.scenario}
      allowDeselect={false}
      value={rows.some(({ scenarioKey }) => scenarioKey === simulated) ? simulated : AS_TODAY}
      data={[
        { value: AS_TODAY, label: words.asToday },
        ...rows.map(({ scenarioKey, name }) => ({ value: scenarioKey, label: name })),
      ]}
      onChange={(value) =>
        setSearch({ simulated: value === AS_TODAY ? null : value, replay: null })
      }
    />
  );
}
