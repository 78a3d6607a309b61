/** The writing of a previewed file, then the page that says what to settle first. */
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { useConnection } from '../../../api/connection.tsx';
import { useOnJobEnd } from '../../../api/jobs.ts';
import { useGo } from '../../../frame/navigation.ts';
import { useText } from '../../../parts/reader.tsx';
import { showToast } from '../../../parts/toast.tsx';
import { NO_FILE, useImportsSearch } from '../imports-search.ts';
import { JobStep } from './job-step.tsx';

export function WritingStep({ jobId }: { readonly jobId: string }) {
  const words = useText(importsText);
  const { queries } = useConnection();
  const go = useGo();
  const [, setSearch] = useImportsSearch();
  useOnJobEnd(jobId, (job) => {
    if (job.state !== 'done') return;
    showToast({ message: words.imported(job.subject) });
    void queries.invalidateQueries();
    const { meaning } = job.result as { readonly meaning?: string };
    if (meaning === 'bank') go('/receipts');
    else setSearch({ ...NO_FILE, tab: 'diagnosis' });
  });
  const leave = () => setSearch({ ...NO_FILE });
  const toPreview = () => setSearch({ writing: null });
  return (
    <JobStep jobId={jobId} title={words.writing} onBack={toPreview} onLeave={leave}>
      {() => null}
    </JobStep>
  );
}
