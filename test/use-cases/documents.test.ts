/** Files kept on a customer: listed with what they are, opened as they came, withdrawn. */
import { expect, test } from 'vitest';
import { plainPdf } from '../support/invoice-files.ts';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { smallCompany, TODAY } from './small-company.ts';

const command = () => ({ commandId: newCommandId() });
const ORDER = { kind: 'order', datedOn: TODAY, comment: 'signée', receivableId: null } as const;

test('a file is kept, opened as it came, withdrawn and put back', async () => {
  const { company, val } = await smallCompany();
  const { documents } = company.call;
  const bytes = Buffer.from('commande n° 12');
  const uploadId = await company.upload({ name: 'commande.txt', bytes });
  const added = await documents.add({ ...command(), ...ORDER, customerId: val, uploadId });
  const { documentId } = added;
  const kept = { documentId, kind: 'order', fileName: 'commande.txt', comment: 'signée' };
  expect(await documents.list({ customerId: val })).toMatchObject({ rows: [kept] });
  const { fileId } = await documents.file({ documentId });
  const opened = await company.file(fileId);
  expect(opened.name).toBe('commande.txt');
  expect(Buffer.from(opened.bytes)).toEqual(bytes);
  await documents.withdraw({ ...command(), documentId, isWithdrawn: true });
  expect(await documents.list({ customerId: val })).toEqual({ rows: [] });
  await documents.withdraw({ ...command(), documentId, isWithdrawn: false });
  expect(await documents.list({ customerId: val })).toMatchObject({ rows: [kept] });
});

test('an invoice kept on its item by hand is the one that reminders join', async () => {
  const { company, val, receivable } = await smallCompany();
  const { documents, dunning } = company.call;
  const receivableId = await receivable(val, 'FA102');
  const pdf = await plainPdf('scan.pdf');
  const { documentId } = await documents.add({
    ...command(),
    ...ORDER,
    kind: 'invoice',
    customerId: val,
    receivableId,
    uploadId: await company.upload(pdf),
  });
  const [row] = (await documents.list({ customerId: val })).rows;
  expect(row).toMatchObject({ documentNumber: 'FA102', receivableId });
  const { fileId } = await dunning.invoiceFile({ documentNumber: 'FA102' });
  expect((await company.file(fileId)).bytes.byteLength).toBe(pdf.bytes.byteLength);
  await documents.withdraw({ ...command(), documentId, isWithdrawn: true });
  expect(await refusalOf(dunning.invoiceFile({ documentNumber: 'FA102' }))).toBe('file_missing');
});

test('what can’t be kept is refused', async () => {
  const { company, val, leroy, receivable } = await smallCompany();
  const { documents } = company.call;
  const add = async (change: object, bytes = 'x') => {
    const uploadId = await company.upload({ name: 'a.txt', bytes: Buffer.from(bytes) });
    return refusalOf(
      documents.add({ ...command(), ...ORDER, customerId: val, uploadId, ...change }),
    );
  };
  expect(await add({ customerId: 999 })).toBe('customer_unknown');
  expect(await add({ receivableId: await receivable(leroy, 'FA104') })).toBe('receivable_unknown');
  expect(await add({ uploadId: 'x' })).toBe('upload_unknown');
  expect(await add({}, '')).toBe('document_empty');
  const gone = { ...command(), documentId: 99, isWithdrawn: true };
  expect(await refusalOf(documents.withdraw(gone))).toBe('document_unknown');
  expect(await refusalOf(documents.file({ documentId: 99 }))).toBe('document_unknown');
  expect(await refusalOf(documents.list({ customerId: 999 }))).toBe('customer_unknown');
});
