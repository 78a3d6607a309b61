/** The procedures of `dunning` that show a planned message before anyone approves it. */
import { writeFile } from 'node:fs/promises';
import type { Attachment } from '../../../shared/contract/dunning.ts';
import type { PlannedMessage } from '../../../shared/domain/dunning/day-plan.ts';
import { templateProblemSentence } from '../../../shared/text/template-problems.ts';
import { findInvoicePdfs } from '../../ledger/stores/invoice-pdfs.ts';
import { editableBody } from '../../message/editable-body.ts';
import { messageHtml } from '../../message/html.ts';
import { inlinePictures } from '../../message/inline-pictures.ts';
import { messageText } from '../../message/text.ts';
import { api, asContractError, CommandRefused } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { readInvoicePdf, sizeOfInvoicePdf } from '../files/invoice-pdf.ts';
import { type Draft, draftMessage } from '../messages/draft.ts';
import { messageIssuer } from '../messages/issuer.ts';
import { leavingProblems } from '../messages/leaving-problems.ts';
import { templateFor, templateLibrary } from '../messages/templates-in-force.ts';
import { joinedStatementName, type NoticePaper, noticePaperJob } from '../outbox/build-job.ts';
import { startFileJob } from '../reports/start-file-job.ts';
import { statementOf } from '../reports/statement-of.ts';
import { draftEditOf } from './draft-edit.ts';
import { companyPlan, messageFor } from './plan-keeper.ts';
import { plannedRow } from './planned-rows.ts';

const NO_DETAIL = { data: { detail: null } };

type Edit = Parameters<typeof draftEditOf>[0];

/** Binds them. */
export function previewRoutes(context: AppContext) {
  const language = () => context.settings.read().language;
  /** The message of a payer as it is written now. Throws the refusal of the contract. */
  async function written(call: CallContext, payerId: number, edit: Edit, errors: object) {
    const company = companyOf(context, call);
    const known = await companyPlan(context, company);
    try {
      const message = messageFor(known, payerId);
      if (message === null) throw new CommandRefused('not_planned');
      const needs = {
        known,
        issuer: await messageIssuer(company, known.portfolio.settings),
        templates: company.ledger.read(templateLibrary),
      };
      const drafted = draftMessage(company, message, needs, draftEditOf(edit));
      if (!drafted.isDone) {
        const [problem] = drafted.refusal;
        const detail = problem === undefined ? null : templateProblemSentence(problem, language());
        throw new CommandRefused('template_invalid', detail);
      }
      return { company, known, message, draft: drafted.value, templates: needs.templates };
    } catch (error) {
      throw asContractError(error, errors as Parameters<typeof asContractError>[1]);
    }
  }
  return {
    preview: api.dunning.preview.handler(async ({ input, context: call, errors }) => {
      const { payerId, edit } = input;
      const { company, known, message, draft, templates } = await written(
        call,
        payerId,
        edit,
        errors,
      );
      const { facts, content, from, to, cc, bcc, source } = draft;
      const template = templateFor(templates, {
        templateKey: message.templateKey ?? facts.kind,
        language: facts.language,
        tone: facts.tone,
        kind: facts.kind,
      });
      const isOwnBody = template === null || (edit?.body ?? null) !== null;
      const pictures = await inlinePictures(facts);
      return {
        row: plannedRow(known, { payerId, step: message, tab: 'messages' }, language()),
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
        attachments:
          message.channel === 'email' ? await joined(draft, company.folder.filesPath) : [],
        chargedReceivableIds: statesCharges(draft) ? coveredIds(message, edit) : [],
        problems: [...leavingProblems(company, known, { message, draft }, language()).sentences],
      };
    }),
    previewPaper: api.dunning.previewPaper.handler(async ({ input, context: call, errors }) => {
      const { payerId, edit, paper } = input;
      const { company, known, message, draft } = await written(call, payerId, edit, errors);
      const { facts } = draft;
      const start = (order: NoticePaper, fileName: string) =>
        startFileJob(context, noticePaperJob, order, {
          companyKey: company.key,
          fileName,
          extension: 'pdf',
        });
      if (paper === 'letter') {
        const layout = known.portfolio.settings.letters;
        const channel = message.channel === 'registered_letter' ? 'registered_letter' : 'letter';
        const fileName = `${facts.recipient.code}-${facts.today}.pdf`;
        return start({ kind: paper, draft, channel, layout }, fileName);
      }
      const wanted = { customerId: payerId, asOf: null, language: facts.language };
      const statement = await statementOf(company, known.portfolio, wanted);
      if (statement === null) throw errors.not_planned(NO_DETAIL);
      const fileName = joinedStatementName(facts.recipient.code, statement.asOf);
      return start({ kind: paper, statement }, fileName);
    }),
    invoiceFile: api.dunning.invoiceFile.handler(async ({ input, context: call, errors }) => {
      const { ledger, folder } = companyOf(context, call);
      const [known] = ledger.read((reader) => findInvoicePdfs(reader, [input.documentNumber]));
      if (known === undefined) throw errors.file_missing(NO_DETAIL);
      const bytes = await readInvoicePdf(folder.filesPath, known);
      if (bytes === null) throw errors.file_missing(NO_DETAIL);
      const fileName = `${known.documentNumber}.pdf`;
      const path = context.filesOut.newPath('pdf');
      await writeFile(path, bytes);
      const { fileId } = context.filesOut.offer({ path, fileName });
      return { fileId, fileName };
    }),
  };
}

/** What is joined to the mail, under the names that its reader will see. */
async function joined(
  { facts, withStatement, invoices }: Draft,
  filesPath: string,
): Promise<Attachment[]> {
  const files = await Promise.all(
    invoices.map(async (found) => {
      const { documentNumber } = found;
      const sizeBytes = await sizeOfInvoicePdf(filesPath, found);
      const fileName = `${documentNumber}.pdf`;
      const isFound = sizeBytes !== null;
      return { kind: 'invoice' as const, documentNumber, fileName, sizeBytes, isFound };
    }),
  );
  const statement = {
    kind: 'statement' as const,
    documentNumber: '',
    fileName: joinedStatementName(facts.recipient.code, facts.today),
    sizeBytes: null,
    isFound: true,
  };
  return withStatement ? [statement, ...files] : files;
}

/** Its words name interest or the 40 €: reaching the level alone says nothing to the reader. */
function statesCharges({ facts, content, source }: Draft): boolean {
  if (facts.charges === null) return false;
  const isDetailed = content.blocks.some(({ kind }) => kind === 'charges');
  return isDetailed || /\{(?:penalites|ifr|total_general)\}/u.test(source.body);
}

function coveredIds({ items }: PlannedMessage, edit: Edit): number[] {
  const dropped = new Set(edit?.withoutReceivableIds ?? []);
  return items.map(({ receivableId }) => receivableId).filter((id) => !dropped.has(id));
}
