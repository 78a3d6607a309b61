/**
 * The API: every procedure of the contract with the use case that answers it.
 *
 * Served under `/rpc/<companyKey>/<area>/<verbNoun>`; see `app.ts`.
 */
import { implement } from '@orpc/server';
import { contract } from '../../shared/contract/contract.ts';
import type { AppContext, CallContext } from './context.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds the procedures to what they reach. */
export function makeRouter(context: AppContext) {
  const api = implement(contract).$context<CallContext>();
  const { events, jobs, uploads, filesOut } = context;
  return {
    events: {
      watch: api.events.watch.handler(async function* ({ signal }) {
        const stream = events.watch(signal);
        yield { kind: 'hello', version: 0 } as const;
        yield* stream;
      }),
    },
    jobs: {
      list: api.jobs.list.handler(() => [...jobs.list()]),
      show: api.jobs.show.handler(({ input, errors }) => {
        const job = jobs.show(input.jobId);
        if (job === null) throw errors.job_unknown(NO_DETAIL);
        return job;
      }),
      cancel: api.jobs.cancel.handler(({ input }) => {
        jobs.cancel(input.jobId);
        return {};
      }),
    },
    uploads: {
      begin: api.uploads.begin.handler(async ({ input, errors }) => {
        const begun = await uploads.begin(input);
        if (begun.isDone) return begun.value;
        throw errors[begun.refusal](NO_DETAIL);
      }),
      finish: api.uploads.finish.handler(async ({ input, errors }) => {
        const finished = await uploads.finish(input.uploadId);
        if (!finished.isDone) throw errors[finished.refusal](NO_DETAIL);
        const { uploadId, sizeBytes, sha256 } = finished.value;
        return { uploadId, sizeBytes, sha256 };
      }),
    },
    files: {
      ticket: api.files.ticket.handler(async ({ input, errors }) => {
        const made = await filesOut.makeTicket(input.fileId, input.use);
        if (made.isDone) return made.value;
        throw errors[made.refusal](NO_DETAIL);
      }),
    },
  };
}
