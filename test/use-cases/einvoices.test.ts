/** Files of invoices: what they enrich is told, then done as one block, and can be taken back. */
import { Zip, ZipDeflate } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { InvoiceFilesPreview } from '../../src/shared/contract/einvoices.ts';
import { ciiFile, facturXFile, type InvoiceFileText, plainPdf } from '../support/invoice-files.ts';
import { hasRealFiles, realFile } from '../support/real-files.ts';
import {
  fileOnDisk,
  type GivenFile,
  newCommandId,
  refusalOf,
  type TestCompany,
} from '../support/running-application.ts';
import { openItems } from './reading.ts';
import { smallCompany } from './small-company.ts';

const SIREN = '732829320';
/** FA104 of LEROY, of whom the books know neither SIREN nor the true due date. */
const FA104: InvoiceFileText = {
  number: 'FA104',
  issueDate: '2026-09-15',
  dueDate: '2026-11-30',
  amountCents: 30_000,
  buyer: 'LEROY FRERES SARL',
  buyerSiren: SIREN,
};
const command = () => ({ commandId: newCommandId() });

async function uploaded(company: TestCompany, files: readonly GivenFile[]): Promise<string[]> {
  const uploadIds: string[] = [];
  for (const file of files) uploadIds.push(await company.upload(file));
  return uploadIds;
}

async function previewed(company: TestCompany, files: readonly GivenFile[]) {
  const uploadIds = await uploaded(company, files);
  const { jobId } = await company.call.einvoices.startPreview({ ...command(), uploadIds });
  const { rows } = await company.done<InvoiceFilesPreview>(jobId);
  return { uploadIds, rows };
}

/** Imports what is ready of these files. */
async function imported(company: TestCompany, files: readonly GivenFile[]) {
  const { uploadIds, rows } = await previewed(company, files);
  const chosen = rows.filter(({ state }) => state === 'ready').map((row) => row.fileSha256);
  const { jobId } = await company.call.einvoices.startCommit({ ...command(), uploadIds, chosen });
  return company.done<{ importId: number; fileCount: number }>(jobId);
}

async function leroyOf(company: TestCompany, customerId: number) {
  const [item] = await openItems(company, customerId);
  const { siren } = await company.call.customers.file({ customerId });
  return { dueDate: item?.dueDate, dueBasis: item?.dueBasis, siren };
}

describe('a Factur-X', () => {
  test('gives its item the true due date, its customer a SIREN, and is kept', async () => {
    const { company, leroy, receivable } = await smallCompany();
    const { rows } = await previewed(company, [await facturXFile(FA104, 'FA104.pdf')]);
    expect(rows).toMatchObject([
      {
        state: 'ready',
        isPdf: true,
        number: 'FA104',
        customerId: leroy,
        customerName: 'Leroy Frères',
        amountCents: 30_000,
        dueBefore: '2026-10-15',
        dueAfter: '2026-11-30',
        dueSentence: 'Échéance corrigée au 30/11/2026, lue sur la facture.',
        newSiren: SIREN,
      },
    ]);
    expect(await leroyOf(company, leroy)).toMatchObject({ dueDate: '2026-10-15' });
    const file = await facturXFile(FA104, 'FA104.pdf');
    expect(await imported(company, [file])).toMatchObject({ fileCount: 1 });
    expect(await leroyOf(company, leroy)).toEqual({
      dueDate: '2026-11-30',
      dueBasis: 'stated',
      siren: SIREN,
    });
    const receivableId = await receivable(leroy, 'FA104');
    expect(await company.call.einvoices.ofItem({ receivableId })).toMatchObject({
      fileName: 'FA104.pdf',
      isPdf: true,
      stated: { number: 'FA104', dueDate: '2026-11-30', buyerSiren: SIREN },
    });
    const { fileId } = await company.call.einvoices.file({ receivableId });
    expect(Buffer.from((await company.file(fileId)).bytes)).toEqual(Buffer.from(file.bytes));
    const joined = await company.call.dunning.invoiceFile({ documentNumber: 'FA104' });
    expect((await company.file(joined.fileId)).bytes.byteLength).toBe(file.bytes.byteLength);
    const missing = await company.call.outbox.missingPdfs({ offset: 0, limit: 50 });
    expect(missing.rows.map((row) => row.documentNumber)).toEqual(['FA102', 'FA103']);
  });

  test('brought a second time changes nothing', async () => {
    const { company } = await smallCompany();
    const file = await facturXFile(FA104, 'FA104.pdf');
    await imported(company, [file]);
    const { uploadIds, rows } = await previewed(company, [file, file]);
    expect(rows).toMatchObject([{ state: 'known' }]);
    const { jobId } = await company.call.einvoices.startCommit({
      ...command(),
      uploadIds,
      chosen: rows.map((row) => row.fileSha256),
    });
    expect(await refusalOf(company.done(jobId))).toBe('einvoices_nothing_chosen');
    expect((await company.call.imports.history()).length).toBe(2);
  });

  test('taken back leaves everything as it was; imported again, it counts again', async () => {
    const { company, leroy, receivable } = await smallCompany();
    const before = await leroyOf(company, leroy);
    const receivableId = await receivable(leroy, 'FA104');
    const file = await facturXFile(FA104, 'FA104.pdf');
    const { importId } = await imported(company, [file]);
    const told = await company.call.imports.previewUndo({ importId });
    expect(told).toMatchObject({
      customerCount: 1,
      itemsWithdrawn: { lineCount: 0 },
      itemsChanged: { lineCount: 1, amountCents: 0 },
    });
    await company.undo(importId);
    expect(await leroyOf(company, leroy)).toEqual(before);
    expect(await company.call.einvoices.ofItem({ receivableId })).toBeNull();
    expect(await refusalOf(company.call.einvoices.file({ receivableId }))).toBe('file_missing');
    await imported(company, [file]);
    expect(await leroyOf(company, leroy)).toMatchObject({ dueDate: '2026-11-30' });
  });

  test('gives way to a date typed by a person, and comes back when that is given up', async () => {
    const { company, leroy, receivable } = await smallCompany();
    const receivableId = await receivable(leroy, 'FA104');
    const setDue = (dueDate: '2026-12-24' | null) =>
      company.call.actions.setDueDate({ ...command(), receivableId, dueDate: dueDate as never });
    await setDue('2026-12-24');
    const { rows } = await previewed(company, [ciiFile(FA104)]);
    expect(rows).toMatchObject([{ state: 'ready', dueAfter: null, isPdf: false }]);
    await imported(company, [ciiFile(FA104)]);
    expect(await leroyOf(company, leroy)).toMatchObject({ dueDate: '2026-12-24' });
    await setDue(null);
    expect(await leroyOf(company, leroy)).toMatchObject({
      dueDate: '2026-11-30',
      dueBasis: 'stated',
    });
  });

  test('never takes the place of a SIREN that a person typed', async () => {
    const { company, leroy } = await smallCompany();
    const changes = { siren: '552100554' };
    await company.call.customers.change({ ...command(), customerId: leroy, changes });
    const { rows } = await previewed(company, [ciiFile(FA104)]);
    expect(rows).toMatchObject([{ state: 'held', newSiren: null }]);
  });
});

describe('several files', () => {
  test('each says what it is, and what is ready goes in as one block', async () => {
    const { company, val } = await smallCompany();
    const { rows } = await previewed(company, [
      await facturXFile(FA104, 'FA104.pdf'),
      ciiFile({ ...FA104, amountCents: 31_000 }, 'montant.xml'),
      ciiFile({ ...FA104, number: 'FB900' }, 'inconnue.xml'),
      await plainPdf('Facture FA102 Val.pdf'),
      await plainPdf('conditions.pdf'),
      { name: 'autre.xml', bytes: Buffer.from('<livre/>') },
      { name: 'vide.xml', bytes: new Uint8Array() },
    ]);
    expect(rows.map(({ fileName, state }) => `${fileName} ${state}`)).toEqual([
      'FA104.pdf ready',
      'montant.xml held',
      'inconnue.xml absent',
      'Facture FA102 Val.pdf ready',
      'conditions.pdf refused',
      'autre.xml refused',
      'vide.xml refused',
    ]);
    for (const { sentence } of rows) expect(sentence).toMatch(/\.$/u);
    expect(rows[1]?.sentence).toContain('310,00');
    const files = [await facturXFile(FA104, 'FA104.pdf'), await plainPdf('Facture FA102 Val.pdf')];
    expect(await imported(company, files)).toMatchObject({ fileCount: 2 });
    const [last] = await company.call.imports.history();
    expect(last).toMatchObject({ meaning: 'einvoice', lineCount: 2, mayUndo: true });
    const [item] = await openItems(company, val);
    expect(item).toMatchObject({ documentNumber: 'FA102', dueDate: '2026-10-10' });
    const { missing } = await company.call.outbox.duplicatesPreview({
      customerId: val,
      receivableIds: [item?.receivableId ?? 0],
    });
    expect(missing).toEqual([]);
  });

  test('an archive is opened, and what it holds is read', async () => {
    const { company } = await smallCompany();
    const factures = await archive('factures.zip', [ciiFile(FA104, '2026/FA104.xml')]);
    expect(await company.recognise(factures)).toMatchObject({ format: 'einvoice' });
    const { rows } = await previewed(company, [factures]);
    expect(rows).toMatchObject([{ fileName: 'FA104.xml', state: 'ready' }]);
    const nothing = await archive('photos.zip', [{ name: 'a.txt', bytes: Buffer.from('a') }]);
    const broken = { name: 'x.zip', bytes: factures.bytes.slice(0, 200) };
    const others = await previewed(company, [nothing, broken]);
    expect(others.rows.map(({ state }) => state)).toEqual(['refused', 'refused']);
  });

  test('an upload that is gone is refused', async () => {
    const { company } = await smallCompany();
    const call = company.call.einvoices.startPreview({ ...command(), uploadIds: ['x'] });
    expect(await refusalOf(call)).toBe('upload_unknown');
    const commit = { ...command(), uploadIds: ['x'], chosen: ['y'] };
    expect(await refusalOf(company.call.einvoices.startCommit(commit))).toBe('upload_unknown');
  });

  test.runIf(hasRealFiles)('the files of others are told apart, and none crashes', async () => {
    const { company } = await smallCompany();
    const names = [
      'akretion-invoice_EN16931.pdf',
      'ZUGFeRD-Facture_FR_MINIMUM.pdf',
      'Tiime-PDP-XP_Z12-012_Annexe_B_EXEMPLES_V1.4.pdf',
      'akretion-ubl-21-en16931.xml',
    ];
    const files = names.map((name) => fileOnDisk(realFile('einvoice', name)));
    const { rows } = await previewed(company, files);
    expect(rows.map(({ state }) => state)).toEqual(['absent', 'absent', 'refused', 'absent']);
    expect(rows[0]).toMatchObject({ number: 'F20260023', amountCents: 10_490 });
  });
});

/** A zip of these files. */
async function archive(name: string, files: readonly GivenFile[]): Promise<GivenFile> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_error, chunk) => chunks.push(chunk));
  for (const file of files) {
    const entry = new ZipDeflate(file.name);
    zip.add(entry);
    entry.push(new Uint8Array(file.bytes), true);
  }
  zip.end();
  return { name, bytes: Buffer.concat(chunks) };
}
