/** The procedures of `dunning` that replay past months. */
import { api } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import { placesOf } from '../companies/places-of.ts';
import type { AppContext } from '../context.ts';
import { replayedAnswer } from './replay-answer.ts';
import { replayJob } from './replay-job-key.ts';
import { scenarioLibrary } from './scenario-library.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds them. */
export function replayRoutes(context: AppContext) {
  return {
    startReplay: api.dunning.startReplay.handler(({ input, context: call, errors }) => {
      const company = companyOf(context, call);
      const { scenarioKey } = input;
      const scenario =
        scenarioKey === null ? null : company.ledger.read(scenarioLibrary).get(scenarioKey);
      if (scenario === undefined) throw errors.scenario_unknown(NO_DETAIL);
      const { jobId } = context.jobs.start(
        replayJob,
        { ...placesOf(company), ...input },
        { companyKey: company.key, subject: scenario?.scenario.name ?? '', mayCancel: true },
      );
      return { jobId };
    }),
    replayed: api.dunning.replayed.handler(async ({ input, context: call, errors }) => {
      const answer = await replayedAnswer(context, companyOf(context, call), input.jobId);
      if (answer === null) throw errors.job_unknown(NO_DETAIL);
      return answer;
    }),
  };
}
