/** A job that has ended is not seen to run again because an answer came late. */
import { expect, test } from 'vitest';
import { withEndsKnown } from '../../../../src/renderer/api/job-list.ts';
import type { Job } from '../../../../src/shared/contract/application.ts';

const job = (jobId: string, state: Job['state']): Job => ({
  jobId,
  companyKey: 'exemple',
  kind: 'workbook',
  subject: '',
  state,
  step: '',
  done: 0,
  total: null,
  mayCancel: false,
  code: null,
  detail: null,
  result: null,
});
const written = (jobs: readonly Job[]) => jobs.map((one) => `${one.jobId} ${one.state}`);

test.each([
  ['a job that runs goes on', [job('a', 'waiting')], [job('a', 'running')], ['a running']],
  ['an end is final', [job('a', 'done')], [job('a', 'running')], ['a done']],
  ['so is a stop', [job('a', 'cancelled')], [job('a', 'waiting')], ['a cancelled']],
  [
    'the first answer is taken whole',
    [],
    [job('a', 'done'), job('b', 'running')],
    ['a done', 'b running'],
  ],
  ['a job that is no longer listed is gone', [job('a', 'running')], [], []],
])('%s', (_rule, known, answered, expected) => {
  expect(written(withEndsKnown(known, answered))).toEqual(expected);
});
