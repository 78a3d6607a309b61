/** What to quote when something is wrong: the journal, versions, sizes, waits, slow reads. */
import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount, formatDecimal } from '../../../shared/format/number.ts';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useStatus } from '../../api/status.ts';
import { type Failure, failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { type Fact, FactList } from '../../parts/fact-list.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { writeMoment } from '../../parts/written-moment.ts';
import styles from './settings.module.css';
import { useSize } from './use-size.ts';

type Diagnostics = Awaited<ReturnType<ApiClient['application']['diagnostics']>>;
type Verified = Awaited<ReturnType<ApiClient['backups']['verifyJournal']>>;

export function DiagnosticSection() {
  const api = useApi();
  const words = useText(settingsText);
  const seen = useQuery({
    ...api.query.application.diagnostics.queryOptions(),
    refetchOnMount: 'always',
  });
  return (
    <>
      <Section title={words.journal}>
        <JournalCheck />
      </Section>
      {seen.isError ? (
        <ErrorState failure={failureOf(seen.error)} onRetry={() => void seen.refetch()} />
      ) : seen.data === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <Figures seen={seen.data} />
      )}
    </>
  );
}

function JournalCheck() {
  const api = useApi();
  const words = useText(settingsText);
  const language = useLanguage();
  const [isRunning, setRunning] = useState(false);
  const [verified, setVerified] = useState<Verified | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async () => {
    setRunning(true);
    setFailure(null);
    setVerified(null);
    try {
      setVerified(await api.call.backups.verifyJournal());
    } catch (error) {
      setFailure(failureOf(error));
    }
    setRunning(false);
  };
  return (
    <>
      <p className={styles.lead}>{words.verifyLead}</p>
      <div className={styles.buttons}>
        <Button loading={isRunning} onClick={() => void run()}>
          {words.verify}
        </Button>
      </div>
      {failure !== null && (
        <p className={styles.refusal} role="alert">
          {failureSentence(failure, language)}
        </p>
      )}
      {verified !== null && <Verdict verified={verified} />}
    </>
  );
}

function Verdict({ verified }: { readonly verified: Verified }) {
  const words = useText(settingsText);
  const language = useLanguage();
  const { isIntact, entryCount, firstBrokenEntryId } = verified;
  const count = (value: number) => formatCount(value, { language });
  const Icon = isIntact ? IconCircleCheck : IconAlertTriangle;
  const sentence = isIntact
    ? words.intact(count(entryCount))
    : firstBrokenEntryId === null
      ? words.differs
      : words.broken(count(firstBrokenEntryId));
  return (
    <Alert color={isIntact ? 'green' : 'danger'} icon={<Icon size={18} stroke={1.6} />}>
      {sentence}
    </Alert>
  );
}

function Figures({ seen }: { readonly seen: Diagnostics }) {
  const words = useText(settingsText);
  const language = useLanguage();
  const size = useSize();
  const { data: status } = useStatus();
  const wait = (ms: number) => `${formatDecimal(ms, { language, decimals: 1 })}\u00a0ms`;
  const sizes: readonly Fact[] = [
    { label: words.dataFolder, value: status?.dataFolder ?? '' },
    { label: words.ledgerSize, value: seen.ledgerBytes === null ? '–' : size(seen.ledgerBytes) },
    { label: words.walSize, value: seen.walBytes === null ? '–' : size(seen.walBytes) },
    { label: words.memory, value: size(seen.memoryBytes) },
    { label: words.hostDelay, value: wait(seen.hostDelayMaxMs) },
    { label: words.coreDelay, value: wait(seen.coreDelayMaxMs) },
    {
      label: words.lastBackup,
      value: seen.lastBackupAt === null ? words.never : writeMoment(seen.lastBackupAt),
    },
  ];
  return (
    <>
      <Section title={words.versions}>
        <FactList
          facts={Object.entries(seen.versions).map(([name, version]) => ({
            label: name.charAt(0).toUpperCase() + name.slice(1),
            value: version,
          }))}
        />
      </Section>
      <Section title={words.sizes}>
        <FactList facts={sizes} />
      </Section>
      {seen.slowestStatements.length > 0 && (
        <Section title={words.slowest}>
          <PlainTable
            label={words.slowest}
            head={[words.statement, end(words.duration)]}
            rows={seen.slowestStatements.slice(0, 10).map(({ name, ms }, index) => ({
              key: `${index}-${name}`,
              cells: [name, wait(ms)],
            }))}
          />
        </Section>
      )}
    </>
  );
}
