/** The procedures of `dunning`: the day's batch, why, preview, approval, levels, dry run. */
import {
  recordChaseOverride,
  recordCycle,
  recordLevel,
} from '../../ledger/stores/dunning-decisions.ts';
import { readIdentity } from '../../ledger/views/customer-items.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { pulseSoon } from '../outbox/deliveries.ts';
import { approveCommand } from './approve-command.ts';
import { completeTask } from './complete-task.ts';
import { dryRunAnswer } from './dry-run.ts';
import { excludedAnswer, isLiftable, whyAnswer } from './excluded-rows.ts';
import { companyPlan, thanksOf } from './plan-keeper.ts';
import { plannedAnswer } from './planned-rows.ts';
import { previewRoutes } from './preview-routes.ts';
import { replayRoutes } from './replay-routes.ts';
import { applyStart, startPreview } from './starting-levels.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds the area. */
export function dunningRoutes(context: AppContext) {
  const language = () => context.settings.read().language;
  async function open(call: CallContext) {
    const company = companyOf(context, call);
    return { company, known: await companyPlan(context, company) };
  }
  return {
    planned: api.dunning.planned.handler(async ({ input, context: call }) => {
      const { known } = await open(call);
      return plannedAnswer(known, input.filter, input, language());
    }),
    excluded: api.dunning.excluded.handler(async ({ input, context: call }) => {
      const { known } = await open(call);
      return excludedAnswer(known, input, input, language());
    }),
    why: api.dunning.why.handler(async ({ input, context: call, errors }) => {
      const { company, known } = await open(call);
      const account = known.portfolio.accounts.get(input.customerId);
      if (account === undefined) throw errors.customer_unknown(NO_DETAIL);
      const thanks = thanksOf(company, known, account.record.payerCustomerId);
      return whyAnswer(known, account, thanks, language());
    }),
    ...previewRoutes(context),
    approve: api.dunning.approve.handler(async ({ input, context: call, errors }) => {
      const company = companyOf(context, call);
      const answer = await approveCommand(context, company, input, errors);
      pulseSoon(context, company);
      return answer;
    }),
    override: api.dunning.override.handler(async ({ input, context: call, errors }) => {
      const { company, known } = await open(call);
      const { commandId, ...made } = input;
      const { payerId, receivableId } = input;
      if (!known.byPayer.has(payerId)) throw errors.customer_unknown(NO_DETAIL);
      if (!isLiftable(known, payerId, receivableId)) throw errors.verdict_not_soft(NO_DETAIL);
      const entry = { commandId, kind: 'chase_overridden', customerId: payerId, payload: made };
      return recordCommand(company, entry, errors, (writer, entryId) => {
        recordChaseOverride(writer, entryId, { ...made, day: writer.clock.today() });
        return {};
      });
    }),
    completeTask: api.dunning.completeTask.handler(async ({ input, context: call, errors }) => {
      const { company, known } = await open(call);
      return completeTask(company, known, input, errors);
    }),
    setLevel: api.dunning.setLevel.handler(({ input, context: call, errors }) => {
      const { commandId, ...payload } = input;
      const { receivableIds, severity, reason, beginsCycle } = input;
      const entry = { commandId, kind: 'level_set', customerId: null, payload };
      return recordCommand(companyOf(context, call), entry, errors, (writer, entryId) => {
        const day = writer.clock.today();
        for (const receivableId of receivableIds) {
          const identity = readIdentity(writer, receivableId);
          if (identity === null) throw new CommandRefused('receivable_unknown');
          recordLevel(writer, entryId, { receivableId, day, severity, source: 'person', reason });
          if (beginsCycle)
            recordCycle(writer, entryId, { receivableId, day, cause: 'person', reason });
          writer.touch(['levels'], [identity.customerId]);
        }
        return {};
      });
    }),
    previewStart: api.dunning.previewStart.handler(async ({ context: call }) => {
      const { known } = await open(call);
      return startPreview(known);
    }),
    applyStart: api.dunning.applyStart.handler(async ({ input, context: call, errors }) => {
      const { company, known } = await open(call);
      return applyStart(company, known, input, errors);
    }),
    dryRun: api.dunning.dryRun.handler(async ({ input, context: call, errors }) => {
      const { known } = await open(call);
      const answer = await dryRunAnswer(known, input, language());
      if (answer === null) throw errors.scenario_unknown(NO_DETAIL);
      return answer;
    }),
    ...replayRoutes(context),
  };
}
