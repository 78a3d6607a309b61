/** The procedures of `outbox` for what customers ask for: duplicates, and where they come from. */
import { api, orRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { windowOf } from '../overview/lists.ts';
import { pulseSoon } from './deliveries.ts';
import { prepareDuplicates, previewDuplicates } from './duplicates.ts';
import { missingPdfs, scanInvoiceFolder } from './invoice-folder.ts';
import { prepareStatement } from './mailed-statement.ts';
import { appendRequested } from './requested-message.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds them. */
export function documentRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return {
    sendDuplicates: api.outbox.sendDuplicates.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const { commandId, ...wanted } = input;
      const prepared = await orRefused(prepareDuplicates(context, company, wanted), errors);
      const { missing, joinedCount, payerId } = prepared;
      const entry = {
        commandId,
        kind: 'duplicates_asked_for',
        customerId: payerId,
        payload: { ...wanted, missing },
      };
      const answer = await recordCommand(company, entry, errors, (writer, entryId) => ({
        noticeId: appendRequested(writer, entryId, prepared),
        missing: [...missing],
        joinedCount,
      }));
      pulseSoon(context, company);
      return answer;
    }),
    sendStatement: api.outbox.sendStatement.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const { commandId, ...wanted } = input;
      const prepared = await orRefused(prepareStatement(context, company, wanted), errors);
      const customerId = prepared.payerId;
      const entry = { commandId, kind: 'statement_sent', customerId, payload: wanted };
      const answer = await recordCommand(company, entry, errors, (writer, entryId) => ({
        noticeId: appendRequested(writer, entryId, prepared),
      }));
      pulseSoon(context, company);
      return answer;
    }),
    duplicatesPreview: api.outbox.duplicatesPreview.handler(
      async ({ input, context: call, errors }) =>
        orRefused(previewDuplicates(context, open(call), input), errors),
    ),
    missingPdfs: api.outbox.missingPdfs.handler(async ({ input, context: call }) => {
      const company = open(call);
      const { rows, ...about } = missingPdfs(company, await company.portfolio.read());
      return { ...about, ...windowOf(rows, input) };
    }),
    scanInvoices: api.outbox.scanInvoices.handler(({ context: call, errors }) => {
      const started = scanInvoiceFolder(context, open(call));
      if (!started.isDone) throw errors[started.refusal](NO_DETAIL);
      return started.value;
    }),
  };
}
