/** The procedures of `documents`: files kept on a customer or an item, opened, withdrawn. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { documentKeyOf } from '../../../shared/domain/message/document-file.ts';
import type { Reader } from '../../ledger/session.ts';
import {
  appendDocument,
  loadDocument,
  readDocumentsOf,
  recordDocumentWithdrawn,
} from '../../ledger/stores/documents.ts';
import { readItem } from '../../ledger/views/customer-items.ts';
import { knownCustomer } from '../actions/known-customer.ts';
import { api, CommandRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { keepFile, readKeptFile } from '../files/kept-files.ts';

const NO_DETAIL = { data: { detail: null } };
const DOCUMENT_BYTES_MAX = 40_000_000;

/** Binds the area. */
export function keptDocumentRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return {
    list: api.documents.list.handler(({ input, context: call, errors }) => {
      const { ledger } = knownCustomer(open(call), input.customerId, errors);
      return { rows: ledger.read((reader) => readDocumentsOf(reader, input.customerId)) };
    }),
    add: api.documents.add.handler(async ({ input, context: call, errors }) => {
      const { commandId, uploadId, ...said } = input;
      const { customerId } = said;
      const company = knownCustomer(open(call), customerId, errors);
      const upload = context.uploads.find(uploadId);
      if (upload === null) throw errors.upload_unknown(NO_DETAIL);
      const { fileName, sizeBytes } = upload;
      if (sizeBytes > DOCUMENT_BYTES_MAX) throw errors.document_too_large(NO_DETAIL);
      if (sizeBytes === 0) throw errors.document_empty(NO_DETAIL);
      const fileSha256 = await keepFile(company.folder.filesPath, await readFile(upload.path));
      const document = { ...said, fileName, fileSha256, sizeBytes };
      const entry = { commandId, kind: 'document_kept', customerId, payload: document };
      return recordCommand(company, entry, errors, (writer, entryId) => ({
        documentId: appendDocument(writer, entryId, {
          ...document,
          documentKey: keyOfItem(writer, said),
        }),
      }));
    }),
    withdraw: api.documents.withdraw.handler(({ input, context: call, errors }) => {
      const { commandId, ...said } = input;
      const company = open(call);
      const known = company.ledger.read((reader) => loadDocument(reader, said.documentId));
      if (known === null) throw errors.document_unknown(NO_DETAIL);
      const { customerId } = known;
      const entry = { commandId, kind: 'document_withdrawn', customerId, payload: said };
      return recordCommand(company, entry, errors, (writer, entryId) => {
        recordDocumentWithdrawn(writer, entryId, { ...said, customerId });
        return {};
      });
    }),
    file: api.documents.file.handler(async ({ input, context: call, errors }) => {
      const { ledger, folder } = open(call);
      const known = ledger.read((reader) => loadDocument(reader, input.documentId));
      if (known === null) throw errors.document_unknown(NO_DETAIL);
      const bytes = await readKeptFile(folder.filesPath, known.fileSha256);
      if (bytes === null) throw errors.file_missing(NO_DETAIL);
      const { fileName } = known;
      const target = context.filesOut.newPath(path.extname(fileName).slice(1) || 'bin');
      await writeFile(target, bytes);
      return { fileId: context.filesOut.offer({ path: target, fileName }).fileId, fileName };
    }),
  };
}

/** The key of the number of an item of that customer; empty for a document of the customer. */
function keyOfItem(
  reader: Reader,
  said: { readonly customerId: number; readonly receivableId: number | null },
): string {
  if (said.receivableId === null) return '';
  const item = readItem(reader, said.receivableId);
  if (item?.customerId !== said.customerId) throw new CommandRefused('receivable_unknown');
  return documentKeyOf(item.documentNumber);
}
