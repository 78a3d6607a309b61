/** The procedures of `outbox` about letters: batch, papers, numbers, posting. */
import { postalAddressOf } from '../../../shared/domain/message/postal-address.ts';
import { loadLetterBatch, loadLetterBatches } from '../../ledger/stores/letter-batches.ts';
import { builtFileOf } from '../../ledger/stores/notices.ts';
import type { BatchList } from '../../reports/letter/batch-lists.ts';
import { api, asContractError, recordCommand } from '../api.ts';
import { companyOf, type OpenCompany } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { startFileJob } from '../reports/start-file-job.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';
import { pulseSoon } from './deliveries.ts';
import { type BatchPaper, batchPaperJob, printLettersJob } from './letter-jobs.ts';
import {
  batchRows,
  builtLetters,
  kindOf,
  logPosted,
  post,
  recordPrinted,
  setNumber,
} from './letters.ts';
import { noticeRow } from './outbox-rows.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds them. */
export function lettersRoutes(context: AppContext) {
  const language = () => context.settings.read().language;
  const open = (call: CallContext) => companyOf(context, call);
  return {
    makeBatch: api.outbox.makeBatch.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const letters = await builtLetters(company, input.noticeIds).catch((error: unknown) => {
        throw asContractError(error, errors);
      });
      return printLetters(context, company, { letters, groupBy: input.groupBy });
    }),
    batches: api.outbox.batches.handler(({ context: call }) => {
      const company = open(call);
      return company.ledger.read((reader) =>
        loadLetterBatches(reader).map(({ batchId, day, pageCount }) => {
          const rows = batchRows(reader, batchId) ?? [];
          return {
            batchId,
            day,
            pageCount,
            letterCount: rows.length,
            registeredCount: rows.filter(({ notice }) => kindOf(notice) === 'registered').length,
            postedCount: rows.filter(({ row }) => row.status === 'posted').length,
            amountCents: rows
              .filter(({ row }) => row.currency === 'EUR')
              .reduce((sum, { row }) => sum + row.totalCents, 0),
          };
        }),
      );
    }),
    batch: api.outbox.batch.handler(({ input, context: call, errors }) => {
      const company = open(call);
      const zone = company.ledger.read(settingsInForce).identity.timeZone;
      const rows = company.ledger.read((reader) => batchRows(reader, input.batchId));
      if (rows === null) throw errors.batch_unknown(NO_DETAIL);
      return {
        batchId: input.batchId,
        rows: rows.map(({ letter, row, draft }) => {
          const last = letter.firstPage + letter.pageCount - 1;
          return {
            ...noticeRow(row, language(), zone),
            position: letter.position,
            pages: letter.pageCount > 1 ? `${letter.firstPage}–${last}` : `${letter.firstPage}`,
            town: postalAddressOf(draft.facts.recipient).town,
          };
        }),
      };
    }),
    batchFile: api.outbox.batchFile.handler(({ input, context: call, errors }) => {
      const company = open(call);
      const paper = paperOf(context, company, input);
      if (paper === null) throw errors.batch_unknown(NO_DETAIL);
      const extension = input.kind === 'package' ? 'zip' : 'pdf';
      const fileName = `${PAPER_NAMES[input.kind]}-${input.batchId}.${extension}`;
      return startFileJob<BatchPaper>(context, batchPaperJob, paper, {
        companyKey: company.key,
        fileName,
        extension,
      });
    }),
    setRegisteredNumber: api.outbox.setRegisteredNumber.handler(
      async ({ input, context: call, errors }) => {
        const { commandId, noticeId, number } = input;
        const company = open(call);
        const payload = { noticeId, number };
        const entry = { commandId, kind: 'registered_number_set', customerId: null, payload };
        const answer = await recordCommand(company, entry, errors, (writer, entryId) => {
          setNumber(writer, entryId, payload);
          return {};
        });
        pulseSoon(context, company);
        return answer;
      },
    ),
    confirmPosted: api.outbox.confirmPosted.handler(async ({ input, context: call, errors }) => {
      const { commandId, noticeIds, postedOn } = input;
      const company = open(call);
      const payload = { noticeIds, postedOn };
      const entry = { commandId, kind: 'letters_posted', customerId: null, payload };
      const answer = await recordCommand(company, entry, errors, (writer) => ({
        postedCount: post(writer, payload),
      }));
      logPosted(context, company, noticeIds);
      return answer;
    }),
    testPrint: api.outbox.testPrint.handler(({ context: call }) => {
      const company = open(call);
      const layout = company.ledger.read(settingsInForce).letters;
      return startFileJob<BatchPaper>(
        context,
        batchPaperJob,
        { kind: 'test', layout, language: language() },
        { companyKey: company.key, fileName: 'essai-enveloppe.pdf', extension: 'pdf' },
      );
    }),
  };
}

const PAPER_NAMES = {
  letters: 'courriers',
  list: 'bordereau',
  deposit: 'depot-recommandes',
  package: 'courriers-en-ligne',
} as const;

function printLetters(
  context: AppContext,
  company: OpenCompany,
  wanted: {
    readonly letters: Awaited<ReturnType<typeof builtLetters>>;
    readonly groupBy: 'name' | 'postcode';
  },
): { jobId: string } {
  const fileName = `courriers-${context.clock.today()}.pdf`;
  const path = context.filesOut.newPath('pdf');
  const { fileId } = context.filesOut.offer({ path, fileName });
  const { jobId, outcome } = context.jobs.start(
    printLettersJob,
    {
      filesPath: company.folder.filesPath,
      reference: fileName,
      groupBy: wanted.groupBy,
      layout: company.ledger.read(settingsInForce).letters,
      letters: wanted.letters,
      path,
      file: { fileId, fileName },
    },
    { companyKey: company.key, subject: fileName, mayCancel: true },
  );
  void outcome.then(async (end) => {
    if (end.state !== 'done') return;
    await company.ledger.write((writer) => recordPrinted(writer, end.output));
  });
  return { jobId };
}

function paperOf(
  context: AppContext,
  company: OpenCompany,
  { batchId, kind }: { readonly batchId: number; readonly kind: keyof typeof PAPER_NAMES },
): BatchPaper | null {
  const { filesPath } = company.folder;
  const { language } = context.settings.read();
  return company.ledger.read((reader): BatchPaper | null => {
    const batch = loadLetterBatch(reader, batchId);
    const rows = batchRows(reader, batchId);
    if (batch === null || rows === null) return null;
    if (kind === 'letters') return { kind, filesPath, fileSha256: batch.fileSha256 };
    if (kind === 'package') {
      const letters = rows.map(({ letter, notice, draft }) => ({
        noticeId: notice.noticeId,
        fileSha256: builtFileOf(reader, notice.noticeId) ?? '',
        kind: kindOf(notice),
        draft,
        position: letter.position,
      }));
      return { kind, filesPath, day: batch.day, language, letters };
    }
    return { kind, list: listOf(batch, rows, language) };
  });
}

function listOf(
  { batchId, day }: { readonly batchId: number; readonly day: BatchList['day'] },
  rows: NonNullable<ReturnType<typeof batchRows>>,
  language: 'fr' | 'en',
): BatchList {
  const issuer = rows[0]?.draft.facts.issuer;
  return {
    reference: `n° ${batchId}`,
    day,
    language,
    issuer: { name: issuer?.name ?? '', addressLines: issuer?.addressLines ?? [] },
    letters: rows.map(({ letter, row, notice, draft }) => {
      const address = postalAddressOf(draft.facts.recipient);
      return {
        position: letter.position,
        kind: kindOf(notice),
        payerCode: row.code,
        payerName: row.name,
        addressLines: address.lines,
        town: address.town,
        pageCount: letter.pageCount,
        amountCents: row.totalCents,
        currency: row.currency,
        registeredNumber: row.registeredNumber ?? '',
      };
    }),
  };
}
