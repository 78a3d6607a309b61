/**
 * The first start, and adding a company later: the sample in one click, or one's own company with
 * its name, which then waits for its first file.
 */
import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft } from '@tabler/icons-react';
import { startText } from '../../../shared/text/screens/start.ts';
import { type Status, useStatus } from '../../api/status.ts';
import { ActivityBar } from '../../frame/activity-bar.tsx';
import { useCompanySwitch } from '../../frame/company-switch.ts';
import { useText } from '../../parts/reader.tsx';
import { OwnCompany } from './own-company.tsx';
import { SampleCompany } from './sample-company.tsx';
import styles from './start.module.css';

export function StartScreen() {
  const words = useText(startText);
  const { current, leave } = useCompanySwitch();
  const { data: status } = useStatus();
  return (
    <div className={styles.ground}>
      <main className={styles.start}>
        <h1 className={styles.title}>{current === null ? words.title : words.titleAgain}</h1>
        <p className={styles.lead}>{words.lead}</p>
        {status?.folderWarning === 'synchronised' && (
          <Alert color="amber" icon={<IconAlertTriangle size={18} stroke={1.6} />}>
            {words.folderSynchronised}
          </Alert>
        )}
        <div className={styles.choices}>
          <OwnCompany />
          <SampleCompany opensAlone={status !== undefined && isSampleAwaited(status)} />
        </div>
        {current !== null && (
          <Button variant="subtle" leftSection={<IconArrowLeft size={15} />} onClick={leave}>
            {words.back}
          </Button>
        )}
        {status !== undefined && (
          <p className={styles.folder}>{words.dataFolder(status.dataFolder)}</p>
        )}
      </main>
      <ActivityBar />
    </div>
  );
}

/** The company to open first does not exist yet: only the sample asked for at the start is so. */
function isSampleAwaited({ companies, lastCompanyKey }: Status): boolean {
  return lastCompanyKey === 'exemple' && companies.every(({ key }) => key !== lastCompanyKey);
}
