/** Before approval: the letter as it will be printed, and what a mail will carry. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPdf, wholeText } from '../support/read-pdf.ts';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { letterCompany } from './letter-company.ts';
import { TODAY } from './small-company.ts';
import { writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });
const NO_CHANGE = {
  subject: null,
  body: null,
  freeSentence: null,
  recipient: null,
  withoutReceivableIds: [],
};

const textOf = async (bytes: Uint8Array) => wholeText(await readPdf(bytes));

test('a letter is seen before approval with the words that are printed after it', async () => {
  const at = await letterCompany();
  const { call } = at.company;
  const edit = { ...NO_CHANGE, freeSentence: 'La palette manquante part demain.' };
  const asked = { payerId: at.val, edit, paper: 'letter' } as const;
  const { jobId } = await call.dunning.previewPaper(asked);
  const shown = await at.company.made(jobId);
  expect(shown.name).toBe(`VAL-${TODAY}.pdf`);
  const text = await textOf(shown.bytes);
  expect(text).toContain('La palette manquante part demain.');
  expect(text).toContain('86000 POITIERS');
  expect(text).toContain('FA102');
  expect(await at.notices()).toEqual([]);
  const messages = [{ payerId: at.val, edit }];
  await call.dunning.approve({ ...command(), messages, staleReason: null });
  await at.pulse();
  const [notice] = await at.notices();
  const { fileId } = await call.outbox.file({ noticeId: notice?.noticeId ?? 0 });
  expect(await textOf((await at.company.file(fileId)).bytes)).toBe(text);
});

test('a letter encloses nothing, and one that is not planned has no sheets', async () => {
  const at = await letterCompany();
  const { dunning } = at.company.call;
  const preview = await dunning.preview({ payerId: at.val, edit: null });
  expect(preview.attachments).toEqual([]);
  const asked = { payerId: 99_999, edit: null, paper: 'letter' } as const;
  expect(await refusalOf(dunning.previewPaper(asked))).toBe('not_planned');
  const broken = { ...NO_CHANGE, body: 'Bonjour {inconnu}' };
  const wrong = { payerId: at.val, edit: broken, paper: 'letter' } as const;
  expect(await refusalOf(dunning.previewPaper(wrong))).toBe('template_invalid');
});

test('what a mail carries is listed with its size, and opens', async () => {
  const at = await writingCompany();
  const { call } = at.company;
  const folder = mkdtempSync(path.join(tmpdir(), 'encours-pdf-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'FA102.pdf');
  writeFileSync(file, '%PDF-1.4 facture');
  const { settings } = await call.settings.show();
  const mail = {
    ...settings.mail,
    invoiceFolder: folder,
    withInvoices: true,
    withStatement: true,
  };
  await call.settings.change({ ...command(), settings: { mail } });
  await at.company.done((await call.outbox.scanInvoices()).jobId);
  const seen = async () =>
    (await call.dunning.preview({ payerId: at.val, edit: null })).attachments;
  const statement = `releve-VAL-${TODAY}.pdf`;
  expect(await seen()).toEqual([
    { kind: 'statement', documentNumber: '', fileName: statement, sizeBytes: null, isFound: true },
    {
      kind: 'invoice',
      documentNumber: 'FA102',
      fileName: 'FA102.pdf',
      sizeBytes: 16,
      isFound: true,
    },
  ]);
  const { fileId } = await call.dunning.invoiceFile({ documentNumber: 'FA102' });
  expect(Buffer.from((await at.company.file(fileId)).bytes).toString()).toBe('%PDF-1.4 facture');
  const asked = { payerId: at.val, edit: null, paper: 'statement' } as const;
  const made = await at.company.made((await call.dunning.previewPaper(asked)).jobId);
  expect(made.name).toBe(statement);
  expect(await textOf(made.bytes)).toContain('FA102');
  rmSync(file);
  expect((await seen())[1]).toMatchObject({ sizeBytes: null, isFound: false });
  expect(await refusalOf(call.dunning.invoiceFile({ documentNumber: 'FA102' }))).toBe(
    'file_missing',
  );
  expect(await refusalOf(call.dunning.invoiceFile({ documentNumber: 'FA999' }))).toBe(
    'file_missing',
  );
});
