/** The procedures of `einvoices`: files of invoices on their way in, and those of an item. */
import { writeFile } from 'node:fs/promises';
import type { Einvoice } from '../../../shared/domain/einvoice/einvoice.ts';
import { ledgerAmountOf } from '../../../shared/domain/einvoice/einvoice.ts';
import { findInvoiceFile } from '../../ledger/views/invoice-files.ts';
import { api } from '../api.ts';
import { companyOf, type OpenCompany } from '../companies/open-company.ts';
import { placesOf } from '../companies/places-of.ts';
import type { AppContext, CallContext } from '../context.ts';
import { readKeptFile } from '../files/kept-files.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';
import { einvoiceCommit, einvoicePreview, type InvoiceFilesInput } from './einvoice-jobs.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds the area. */
export function einvoiceRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  /** Null where one of the uploads is gone. */
  const inputOf = (
    company: OpenCompany,
    uploadIds: readonly string[],
  ): InvoiceFilesInput | null => {
    const files = uploadIds.flatMap((uploadId) => context.uploads.find(uploadId) ?? []);
    if (files.length < uploadIds.length) return null;
    const { identity, bank } = company.ledger.read(settingsInForce);
    const iban = bank.iban.replace(/\s/gu, '').toUpperCase();
    return {
      ...placesOf(company),
      uploadIds,
      files: files.map(({ path, fileName }) => ({ path, fileName })),
      language: context.settings.read().language,
      companySiren: identity.siren === '' ? null : identity.siren,
      ownIbans: iban === '' ? [] : [iban],
    };
  };
  const subjectOf = ({ files }: InvoiceFilesInput) =>
    files.length === 1 ? (files[0]?.fileName ?? '') : `${files[0]?.fileName} + ${files.length - 1}`;
  return {
    startPreview: api.einvoices.startPreview.handler(({ input, context: call, errors }) => {
      const company = open(call);
      const given = inputOf(company, input.uploadIds);
      if (given === null) throw errors.upload_unknown(NO_DETAIL);
      const request = { companyKey: company.key, subject: subjectOf(given), mayCancel: true };
      const { jobId } = context.jobs.start(einvoicePreview, given, request);
      return { jobId };
    }),
    startCommit: api.einvoices.startCommit.handler(({ input, context: call, errors }) => {
      const company = open(call);
      const given = inputOf(company, input.uploadIds);
      if (given === null) throw errors.upload_unknown(NO_DETAIL);
      const { commandId, chosen } = input;
      const { filesPath } = company.folder;
      const { jobId, outcome } = context.jobs.start(
        einvoiceCommit,
        { ...given, commandId, chosen, filesPath },
        { companyKey: company.key, subject: subjectOf(given), mayCancel: true },
      );
      void outcome.then(({ state }) => {
        if (state !== 'done') return;
        const topics = ['imports', 'customers', 'items', 'documents'];
        company.ledger.announce({ topics, customerIds: 'all' });
      });
      return { jobId };
    }),
    ofItem: api.einvoices.ofItem.handler(({ input, context: call }) => {
      const found = open(call).ledger.read((reader) => findInvoiceFile(reader, input.receivableId));
      if (found === null) return null;
      const { fileName, isPdf, dueDate, invoice } = found;
      const stated = invoice === null ? null : statedOf(JSON.parse(invoice) as Einvoice, dueDate);
      return { fileName, isPdf, stated };
    }),
    file: api.einvoices.file.handler(async ({ input, context: call, errors }) => {
      const { ledger, folder } = open(call);
      const found = ledger.read((reader) => findInvoiceFile(reader, input.receivableId));
      const bytes = found === null ? null : await readKeptFile(folder.filesPath, found.fileSha256);
      if (found === null || bytes === null) throw errors.file_missing(NO_DETAIL);
      const { fileName, isPdf } = found;
      const path = context.filesOut.newPath(isPdf ? 'pdf' : 'xml');
      await writeFile(path, bytes);
      return { fileId: context.filesOut.offer({ path, fileName }).fileId, fileName };
    }),
  };
}

function statedOf(invoice: Einvoice, dueDate: Einvoice['dueDate']) {
  const { number, issueDate, currency, paymentTerms, orderNumber, buyer } = invoice;
  return {
    number,
    issueDate,
    dueDate,
    amountCents: ledgerAmountOf(invoice),
    currency,
    paymentTerms,
    iban: invoice.paymentMeans.find(({ iban }) => iban !== null)?.iban ?? null,
    orderNumber,
    buyerName: buyer.name,
    buyerSiren: buyer.siren,
  };
}
