/** One click to the sample company, made up to today while the activity bar shows it. */
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { startText } from '../../../shared/text/screens/start.ts';
import { useJobEnd } from '../../api/jobs.ts';
import { useHostCommand } from '../../commands/use-command.tsx';
import { useCompanySwitch } from '../../frame/company-switch.ts';
import { useText } from '../../parts/reader.tsx';
import styles from './start.module.css';

/** @param opensAlone asked for on the command line: made without a click. */
export function SampleCompany({ opensAlone }: { readonly opensAlone: boolean }) {
  const words = useText(startText);
  const { open } = useCompanySwitch();
  const jobEnd = useJobEnd();
  const openSample = useHostCommand((call) => call.application.openSample);
  const [isMaking, setMaking] = useState(false);
  const start = async () => {
    setMaking(true);
    const outcome = await openSample.run({ isRemade: false });
    if (outcome.isDone) {
      const { company, jobId } = outcome.value;
      if (jobId !== null) await jobEnd(jobId);
      open(company.key);
    }
    setMaking(false);
  };
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!opensAlone || hasBegun.current) return;
    hasBegun.current = true;
    void start();
  });
  return (
    <section className={styles.choice}>
      <h2>{words.sampleTitle}</h2>
      <p>{words.sampleWhy}</p>
      <Button size="sm" loading={isMaking} onClick={() => void start()}>
        {words.sampleOpen}
      </Button>
    </section>
  );
}
