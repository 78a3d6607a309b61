/** The procedures of `outbox` about mails handed over as drafts. */
import { dunningBatchText } from '../../../shared/text/dunning-batch.ts';
import { api, asContractError, CommandRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import {
  logDraftsSent,
  logExported,
  lookBeforeExport,
  recordDraftsSent,
  recordExported,
  startPackage,
} from './drafts.ts';

/** Binds them. */
export function draftRoutes(context: AppContext) {
  return {
    exportDrafts: api.outbox.exportDrafts.handler(async ({ input, context: call, errors }) => {
      const company = companyOf(context, call);
      const { commandId, noticeIds } = input;
      const held = await lookBeforeExport(context, company, noticeIds).catch((error: unknown) => {
        throw asContractError(inWords(error, context), errors);
      });
      const payload = { noticeIds };
      const entry = { commandId, kind: 'drafts_exported', customerId: null, payload };
      // None when the command is a repeated one: its lines are written.
      let fresh: readonly number[] = [];
      const { exported, ...answer } = await recordCommand(company, entry, errors, (writer) => {
        const handedOver = recordExported(writer, noticeIds, held);
        fresh = handedOver.fresh;
        const exportedCount = handedOver.exported.length;
        return { exported: handedOver.exported, exportedCount, heldBackCount: held.size };
      });
      logExported(context, company, fresh);
      const jobId =
        exported.length === 0 ? null : (await startPackage(context, company, exported)).jobId;
      return { ...answer, jobId };
    }),
    confirmDraftsSent: api.outbox.confirmDraftsSent.handler(
      async ({ input, context: call, errors }) => {
        const company = companyOf(context, call);
        const { commandId, noticeIds } = input;
        const payload = { noticeIds };
        const entry = { commandId, kind: 'drafts_sent', customerId: null, payload };
        const answer = await recordCommand(company, entry, errors, (writer) => ({
          sentCount: recordDraftsSent(writer, noticeIds),
        }));
        logDraftsSent(context, company, noticeIds);
        return answer;
      },
    ),
  };
}

/** A guard is told by its sentence. */
function inWords(error: unknown, { settings }: AppContext): unknown {
  if (!(error instanceof CommandRefused) || error.code !== 'sending_locked') return error;
  const sentences: Readonly<Record<string, string>> =
    dunningBatchText[settings.read().language].guards;
  return new CommandRefused('sending_locked', sentences[error.detail ?? ''] ?? null);
}
