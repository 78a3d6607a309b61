/** The procedures of `payers`: how each behaves, and what people know and decide of him. */
import { isMarkValue } from '../../../shared/domain/payer/mark.ts';
import {
  appendGuarantee,
  appendInsuranceTerms,
  appendPayerMark,
  appendSolvencyCheck,
  appendTermsAcceptance,
  loadPayerFact,
  recordPayerFactEnd,
} from '../../ledger/stores/payer-facts.ts';
import { knownCustomer } from '../actions/known-customer.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { behaviourSources } from './behaviour-sources.ts';
import { payerBehaviourAnswer } from './payer-behaviour.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds the area. */
export function payersRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return { ...readingRoutes(context), ...recordingRoutes(open), endFact: endingRoute(open) };
}

function readingRoutes(context: AppContext) {
  const language = () => context.settings.read().language;
  return {
    behaviour: api.payers.behaviour.handler(async ({ input, context: call, errors }) => {
      const { ledger, portfolio } = companyOf(context, call);
      const now = await portfolio.read();
      const wanted = { ...input, language: language() };
      const answer = ledger.read((reader) => payerBehaviourAnswer(reader, now, wanted));
      if (answer === null) throw errors.customer_unknown(NO_DETAIL);
      return answer;
    }),
    sources: api.payers.sources.handler(async ({ input, context: call, errors }) => {
      const { ledger, portfolio } = companyOf(context, call);
      const now = await portfolio.read();
      const asked = { ...input, language: language() };
      const answer = ledger.read((reader) => behaviourSources(reader, now, asked));
      if (answer === null) throw errors.customer_unknown(NO_DETAIL);
      return answer;
    }),
  };
}

type Open = (call: CallContext) => ReturnType<typeof companyOf>;

function recordingRoutes(open: Open) {
  return {
    recordGuarantee: api.payers.recordGuarantee.handler(({ input, context: call, errors }) => {
      const { commandId, ...made } = input;
      const { customerId, ...payload } = made;
      const company = knownCustomer(open(call), customerId, errors);
      const entry = { commandId, kind: 'guarantee_recorded', customerId, payload };
      return recordCommand(company, entry, errors, (writer, entryId) => {
        if (made.until !== null && made.until < made.since) {
          throw new CommandRefused('guarantee_reversed');
        }
        const { insurance, ...guarantee } = made;
        const factId = appendGuarantee(writer, entryId, guarantee);
        if (insurance !== undefined && insurance !== null) {
          appendInsuranceTerms(writer, entryId, { ...insurance, guaranteeId: factId });
        }
        return { factId };
      });
    }),
    recordSolvencyCheck: api.payers.recordSolvencyCheck.handler(
      ({ input, context: call, errors }) => {
        const { commandId, ...made } = input;
        const { customerId, ...payload } = made;
        const company = knownCustomer(open(call), customerId, errors);
        const entry = { commandId, kind: 'solvency_recorded', customerId, payload };
        return recordCommand(company, entry, errors, (writer, entryId) => {
          const today = writer.clock.today();
          if (made.checkedOn > today) throw new CommandRefused('checked_in_the_future');
          if (made.nextReviewOn !== null && made.nextReviewOn <= today) {
            throw new CommandRefused('review_in_the_past');
          }
          const figures = JSON.stringify(made.figures);
          return { factId: appendSolvencyCheck(writer, entryId, { ...made, figures }) };
        });
      },
    ),
    recordTermsAcceptance: api.payers.recordTermsAcceptance.handler(
      ({ input, context: call, errors }) => {
        const { commandId, ...made } = input;
        const { customerId, ...payload } = made;
        const company = knownCustomer(open(call), customerId, errors);
        const entry = { commandId, kind: 'terms_accepted', customerId, payload };
        return recordCommand(company, entry, errors, (writer, entryId) => {
          if (made.acceptedOn > writer.clock.today()) {
            throw new CommandRefused('checked_in_the_future');
          }
          return { factId: appendTermsAcceptance(writer, entryId, made) };
        });
      },
    ),
    recordMark: api.payers.recordMark.handler(({ input, context: call, errors }) => {
      const { commandId, ...made } = input;
      const { customerId, ...payload } = made;
      const company = knownCustomer(open(call), customerId, errors);
      const entry = { commandId, kind: 'mark_recorded', customerId, payload };
      return recordCommand(company, entry, errors, (writer, entryId) => {
        if (!isMarkValue(made.kind, made.value)) throw new CommandRefused('mark_value_wrong');
        if (made.reviewOn <= writer.clock.today()) throw new CommandRefused('review_in_the_past');
        return { factId: appendPayerMark(writer, entryId, made) };
      });
    }),
  };
}

function endingRoute(open: Open) {
  return api.payers.endFact.handler(({ input, context: call, errors }) => {
    const { commandId, kind: factKind, factId, isEnded } = input;
    const payload = { factKind, factId };
    const kind = isEnded ? 'payer_fact_ended' : 'payer_fact_restored';
    const entry = { commandId, kind, customerId: null, payload };
    return recordCommand(open(call), entry, errors, (writer, entryId) => {
      const known = loadPayerFact(writer, factKind, factId);
      if (known === null || known.isEnded === isEnded) {
        throw new CommandRefused('payer_fact_unknown');
      }
      const { customerId } = known;
      recordPayerFactEnd(writer, entryId, { factKind, factId, customerId, isEnded });
      return {};
    });
  });
}
