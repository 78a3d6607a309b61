/** The procedures of `agreements`: plans and settlements, their paper, and letters of courtesy. */
import { AGREEMENT_VIEWS } from '../../../shared/contract/agreements.ts';
import { decideAgreement } from '../../../shared/domain/agreement/agreement.ts';
import { possibleSteps } from '../../../shared/domain/agreement/agreement-steps.ts';
import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import {
  appendAgreement,
  loadAgreement,
  recordAgreementStep,
  undoAgreementStep,
} from '../../ledger/stores/agreements.ts';
import { openItemsNamed } from '../actions/checked-items.ts';
import { knownCustomer } from '../actions/known-customer.ts';
import { api, CommandRefused, orRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { pulseSoon } from '../outbox/deliveries.ts';
import { windowOf } from '../overview/lists.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { agreementPaperJob } from '../reports/report-jobs.ts';
import { startFileJob } from '../reports/start-file-job.ts';
import { agreementPaper } from './agreement-paper.ts';
import { agreementRows } from './agreement-rows.ts';
import { appendLetter, prepareLetter, previewLetter } from './courtesy-letter.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds the area. */
export function agreementsRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return {
    record: api.agreements.record.handler(async ({ input, context: call, errors }) => {
      const { commandId, customerId, ...payload } = input;
      const company = knownCustomer(open(call), customerId, errors);
      const covered = coveredItems(await company.portfolio.read(), customerId);
      const entry = { commandId, kind: 'agreement_recorded', customerId, payload };
      return recordCommand(company, entry, errors, (writer, entryId) => {
        const today = writer.clock.today();
        const items = openItemsNamed(writer, customerId, input.receivableIds);
        const decided = decideAgreement({ ...input, items, covered }, today);
        if (!decided.isDone) throw new CommandRefused(decided.refusal);
        const { kind, answerBy, noticeDays, isInterestKept, comment } = input;
        const said = { kind, answerBy, noticeDays, isInterestKept, comment };
        return {
          agreementId: appendAgreement(writer, entryId, {
            customerId,
            agreedOn: today,
            ...said,
            ...decided.value,
          }),
        };
      });
    }),
    noteStep: api.agreements.noteStep.handler(async ({ input, context: call, errors }) => {
      const { commandId, ...payload } = input;
      const { agreementId, step, comment } = input;
      const company = open(call);
      const judged = judgedAgreement(await company.portfolio.read(), agreementId);
      const entry = { commandId, kind: 'agreement_step_noted', customerId: null, payload };
      return recordCommand(company, entry, errors, (writer, entryId) => {
        const known = loadAgreement(writer, agreementId);
        if (known === null || judged === null) throw new CommandRefused('agreement_unknown');
        const day = writer.clock.today();
        if (step === 'undone' && known.agreedOn !== day) {
          throw new CommandRefused('too_late_to_undo');
        }
        // What stands now, whatever was noted since the screen was read.
        const steps = known.steps.map((one) => one.step);
        const now = { ...judged, agreement: { ...judged.agreement, steps } };
        if (!possibleSteps(now, day).includes(step)) throw new CommandRefused('step_not_possible');
        recordAgreementStep(writer, entryId, { agreementId, step, day, comment });
        return { agreementId };
      });
    }),
    undoStep: api.agreements.undoStep.handler(({ input, context: call, errors }) => {
      const { commandId, agreementId } = input;
      const payload = { agreementId };
      const entry = { commandId, kind: 'agreement_step_undone', customerId: null, payload };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        const known = loadAgreement(writer, agreementId);
        if (known === null) throw new CommandRefused('agreement_unknown');
        const last = known.steps.at(-1);
        if (last === undefined) throw new CommandRefused('step_not_possible');
        undoAgreementStep(writer, entryId, { agreementId, stepEntryId: last.entryId });
        return { agreementId };
      });
    }),
    list: api.agreements.list.handler(async ({ input, context: call }) => {
      const { language } = context.settings.read();
      const all = agreementRows(await open(call).portfolio.read(), language, input.customerId);
      const rows = all.filter(({ shows }) => shows.includes(input.show)).map(({ row }) => row);
      const amounts = rows.map(({ currency, openCents, waivedCents, state }) => ({
        currency,
        amountCents: state === 'paid' ? waivedCents : openCents,
      }));
      const counts = AGREEMENT_VIEWS.map((show) => ({
        show,
        count: all.filter(({ shows }) => shows.includes(show)).length,
      }));
      return { ...windowOf(rows, input), ...sumApart(amounts), counts };
    }),
    makePaper: api.agreements.makePaper.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const portfolio = await company.portfolio.read();
      const made = await agreementPaper(company, portfolio, input);
      if (made === null) throw errors.agreement_unknown(NO_DETAIL);
      return startFileJob(
        context,
        agreementPaperJob,
        { paper: made.paper },
        { companyKey: company.key, fileName: made.fileName, extension: 'pdf' },
      );
    }),
    letterPreview: api.agreements.letterPreview.handler(async ({ input, context: call, errors }) =>
      orRefused(previewLetter(context, open(call), input), errors),
    ),
    sendLetter: api.agreements.sendLetter.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const { commandId, ...wanted } = input;
      const prepared = await orRefused(prepareLetter(context, company, wanted), errors);
      const { payerId: customerId } = prepared;
      const entry = { commandId, kind: 'letter_asked_for', customerId, payload: wanted };
      const answer = await recordCommand(company, entry, errors, (writer, entryId) => ({
        noticeId: appendLetter(writer, entryId, prepared),
      }));
      pulseSoon(context, company);
      return answer;
    }),
  };
}

/** Items that an agreement of the customer covers now. */
function coveredItems({ accounts }: Portfolio, customerId: number): ReadonlySet<number> {
  const judged = accounts.get(customerId)?.judgedAgreements ?? [];
  return new Set(judged.flatMap(({ held }) => held.map(({ receivableId }) => receivableId)));
}

function judgedAgreement({ accounts }: Portfolio, agreementId: number) {
  for (const { judgedAgreements } of accounts.values()) {
    const found = judgedAgreements.find(({ agreement }) => agreement.agreementId === agreementId);
    if (found !== undefined) return found;
  }
  return null;
}
