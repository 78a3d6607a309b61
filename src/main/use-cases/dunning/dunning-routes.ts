/** The procedures of `dunning`: the day's batch, why, preview, approval, levels, dry run. */
import { templateProblemSentence } from '../../../shared/text/template-problems.ts';
import {
  recordChaseOverride,
  recordCycle,
  recordLevel,
} from '../../ledger/stores/dunning-decisions.ts';
import { readIdentity } from '../../ledger/views/customer-items.ts';
import { editableBody } from '../../message/editable-body.ts';
import { messageHtml } from '../../message/html.ts';
import { inlinePictures } from '../../message/inline-pictures.ts';
import { messageText } from '../../message/text.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { draftMessage } from '../messages/draft.ts';
import { messageIssuer } from '../messages/issuer.ts';
import { leavingProblems } from '../messages/leaving-problems.ts';
import { templateFor, templateLibrary } from '../messages/templates-in-force.ts';
import { pulseSoon } from '../outbox/deliveries.ts';
import { approveCommand } from './approve-command.ts';
import { completeTask } from './complete-task.ts';
import { draftEditOf } from './draft-edit.ts';
import { dryRunAnswer } from './dry-run.ts';
import { excludedAnswer, isLiftable, whyAnswer } from './excluded-rows.ts';
import { companyPlan, messageFor, thanksOf } from './plan-keeper.ts';
import { plannedAnswer, plannedRow } from './planned-rows.ts';
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
    preview: api.dunning.preview.handler(async ({ input, context: call, errors }) => {
      const { company, known } = await open(call);
      const message = messageFor(known, input.payerId);
      if (message === null) throw errors.not_planned(NO_DETAIL);
      const needs = {
        known,
        issuer: await messageIssuer(company, known.portfolio.settings),
        templates: company.ledger.read(templateLibrary),
      };
      const drafted = draftMessage(company, message, needs, draftEditOf(input.edit));
      if (!drafted.isDone) {
        const [problem] = drafted.refusal;
        const detail = problem === undefined ? null : templateProblemSentence(problem, language());
        throw errors.template_invalid({ data: { detail } });
      }
      const { facts, content, from, to, cc, bcc, invoices, withStatement, source } = drafted.value;
      const template = templateFor(needs.templates, {
        templateKey: message.templateKey ?? facts.kind,
        language: facts.language,
        tone: facts.tone,
        kind: facts.kind,
      });
      const isOwnBody = template === null || (input.edit?.body ?? null) !== null;
      const pictures = await inlinePictures(facts);
      return {
        row: plannedRow(
          known,
          { payerId: input.payerId, step: message, tab: 'messages' },
          language(),
        ),
        subject: content.subject,
        body: isOwnBody ? source.body : editableBody(template, facts, content),
        html: messageHtml(content, facts, {
          pictures,
          addressOf: ({ mediaType, base64 }) => `data:${mediaType};base64,${base64}`,
        }),
        text: messageText(content, facts),
        from: `${from.name} <${from.address}>`,
        to: to.map(({ address }) => address).join(', '),
        copies: [...cc, ...bcc].map(({ address }) => address),
        attachments: [
          ...(withStatement
            ? [{ fileName: `releve-${facts.recipient.code}.pdf`, sizeBytes: null }]
            : []),
          ...invoices.map(({ documentNumber }) => ({
            fileName: `${documentNumber}.pdf`,
            sizeBytes: null,
          })),
        ],
        problems: [
          ...leavingProblems(company, known, { message, draft: drafted.value }, language())
            .sentences,
        ],
      };
    }),
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
