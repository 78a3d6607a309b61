/** « Renvoyez-moi la facture »: copies leave at once, and what lacks is named. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { MadeUpBooks } from '../support/made-up-books.ts';
import { readBack } from '../support/mail.ts';
import { newCommandId, RunningApplication, refusalOf } from '../support/running-application.ts';
import { openItems } from './reading.ts';
import { smallCompany, TODAY } from './small-company.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });
const WINDOW = { offset: 0, limit: 50 };
const PDF = '%PDF-1.4\n%%EOF\n';

/** A folder of invoices as packages fill it, and one outside that a link points to. */
function invoiceFolder(): { readonly folder: string; readonly outside: string } {
  const root = mkdtempSync(path.join(tmpdir(), 'encours-pdf-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = path.join(root, 'factures');
  const outside = path.join(root, 'ailleurs');
  mkdirSync(path.join(folder, '2026', '10'), { recursive: true });
  mkdirSync(outside);
  writeFileSync(path.join(folder, '2026', '10', 'Facture FA102 Val.pdf'), PDF);
  writeFileSync(path.join(folder, 'conditions-generales.pdf'), PDF);
  writeFileSync(path.join(folder, 'FA102.txt'), 'autre chose');
  writeFileSync(path.join(outside, 'FA104.pdf'), PDF);
  return { folder, outside };
}

async function setFolder({ company }: Pick<WritingCompany, 'company'>, invoiceFolder: string) {
  const { settings } = await company.call.settings.show();
  const mail = { ...settings.mail, invoiceFolder };
  await company.call.settings.change({ ...command(), settings: { mail } });
}

async function scanned({ company }: Pick<WritingCompany, 'company'>) {
  const { jobId } = await company.call.outbox.scanInvoices();
  return company.done<{ fileCount: number; matchedCount: number; unmatched: string[] }>(jobId);
}

async function idsOf({ company, val }: WritingCompany): Promise<number[]> {
  const items = await openItems(company, val);
  return items.flatMap(({ receivableId }) => receivableId ?? []);
}

describe('the folder of invoices', () => {
  test('is read with its sub-folders, and matched by the number in the name', async () => {
    const at = await writingCompany();
    const { folder } = invoiceFolder();
    const { call } = at.company;
    expect(await refusalOf(call.outbox.scanInvoices())).toBe('folder_missing');
    expect(await call.outbox.missingPdfs(WINDOW)).toMatchObject({ total: 0, folder: '' });
    await setFolder(at, folder);
    expect(await scanned(at)).toEqual({
      fileCount: 2,
      matchedCount: 1,
      unmatched: ['conditions-generales.pdf'],
      isCut: false,
    });
    const missing = await call.outbox.missingPdfs(WINDOW);
    expect(missing).toMatchObject({ fileCount: 1, rows: [{ documentNumber: 'FA104' }] });
    const { jobId } = await call.reports.makeWorkbook({
      list: 'missing_pdfs',
      input: {},
      title: 'PDF manquants',
      columns: null,
    });
    expect((await at.company.made(jobId)).bytes.byteLength).toBeGreaterThan(3000);
  });

  test('nothing outside it is ever listed', async () => {
    const at = await writingCompany();
    const { folder, outside } = invoiceFolder();
    symlinkSync(outside, path.join(folder, 'lien'));
    symlinkSync(path.join(outside, 'FA104.pdf'), path.join(folder, 'FA104.pdf'));
    await setFolder(at, folder);
    expect(await scanned(at)).toMatchObject({ matchedCount: 1 });
  });

  test('is read again each morning; one that is gone leaves what was known', async () => {
    const application = await RunningApplication.start({ today: TODAY, isScheduled: true });
    onTestFinished(() => application.close());
    const company = await application.createCompany();
    const books = new MadeUpBooks();
    books.invoice({ code: 'VAL', name: 'Val Matériaux' }, '2026-10-01', 'FA102', 80_000);
    await company.import(books.fec(TODAY));
    const { folder } = invoiceFolder();
    await setFolder({ company }, folder);
    const { missingPdfs } = company.call.outbox;
    expect(await missingPdfs(WINDOW)).toMatchObject({ fileCount: 0, total: 1 });
    await application.newDay(addDays(TODAY, 1));
    await expect.poll(() => missingPdfs(WINDOW)).toMatchObject({ fileCount: 1, total: 0 });
    rmSync(folder, { recursive: true });
    await application.newDay(addDays(TODAY, 2));
    expect(await refusalOf(company.call.outbox.scanInvoices())).toBe('folder_missing');
    expect(await missingPdfs(WINDOW)).toMatchObject({ fileCount: 1 });
  });
});

describe('a statement', () => {
  test('leaves at once with its PDF, in the language asked for; nobody is chased by it', async () => {
    const at = await writingCompany();
    const { outbox, reports } = at.company.call;
    const wanted = {
      ...command(),
      customerId: at.val,
      to: 'achats@val.example',
      language: 'en',
      from: calendarDate('2026-01-01'),
    } as const;
    const { noticeId } = await outbox.sendStatement(wanted);
    await at.pulse();
    expect(at.mailer.taken[0]?.envelope.to).toEqual(['achats@val.example']);
    const mail = await readBack(at.mailer.taken[0]?.bytes ?? Buffer.alloc(0));
    expect(mail.subject).toContain('VAL');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual([
      expect.stringMatching(/^(releve|statement)-VAL/),
    ]);
    expect(mail.text).toContain('FA102');
    expect((await outbox.show({ noticeId })).row).toMatchObject({
      status: 'sent',
      purpose: 'other',
      severity: null,
      totalCents: 80_000,
    });
    expect((await outbox.sendStatement(wanted)).noticeId).toBe(noticeId);
    const nobody = { ...wanted, ...command(), customerId: 999_999 };
    expect(await refusalOf(outbox.sendStatement(nobody))).toBe('customer_unknown');
    const order = { customerId: at.val, format: 'pdf', asOf: null, language: 'en' } as const;
    const { jobId } = await reports.makeStatement({ ...order, from: wanted.from });
    expect((await at.company.made(jobId)).name).toBe('Statement VAL 2026-11-23.pdf');
  });
});

describe('duplicates', () => {
  test('leave at once, to one contact, with what is known of the invoices', async () => {
    const at = await writingCompany();
    const { folder } = invoiceFolder();
    await setFolder(at, folder);
    await scanned(at);
    const { outbox } = at.company.call;
    const receivableIds = await idsOf(at);
    expect(await outbox.duplicatesPreview({ customerId: at.val, receivableIds })).toMatchObject({
      addresses: [{ address: 'compta@val.example' }],
      language: 'fr',
      found: ['FA102'],
      missing: [],
      isFolderSet: true,
      lock: null,
    });
    const sent = await outbox.sendDuplicates({
      ...command(),
      customerId: at.val,
      receivableIds,
      to: 'achats@val.example',
      language: 'fr',
      withStatement: true,
    });
    expect(sent).toMatchObject({ missing: [], joinedCount: 1 });
    await at.pulse();
    expect(at.mailer.taken[0]?.envelope.to).toEqual(['achats@val.example']);
    const mail = await readBack(at.mailer.taken[0]?.bytes ?? Buffer.alloc(0));
    expect(mail.subject).toBe('Copie de la facture FA102');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(
      expect.arrayContaining(['FA102.pdf', expect.stringMatching(/^releve-VAL/)]),
    );
    const shown = await outbox.show({ noticeId: sent.noticeId });
    expect(shown.row).toMatchObject({ status: 'sent', purpose: 'other', severity: null });
  });

  test('move no level, and do not wait for the hours, a pause or the day’s reminder', async () => {
    const at = await writingCompany();
    await at.approve([at.val]);
    await at.pulse();
    const { call } = at.company;
    const { settings } = await call.settings.show();
    const dunning = { ...settings.dunning, sendFromMinute: 0, sendUntilMinute: 1 };
    await call.settings.change({ ...command(), settings: { dunning } });
    await call.outbox.setPaused({ ...command(), isPaused: true });
    const before = await openItems(at.company, at.val);
    const sent = await call.outbox.sendDuplicates({
      ...command(),
      customerId: at.val,
      receivableIds: await idsOf(at),
      to: 'compta@val.example',
      language: 'en',
      withStatement: false,
    });
    expect(sent).toMatchObject({ missing: ['FA102'], joinedCount: 0 });
    await at.pulse();
    expect(at.mailer.taken).toHaveLength(2);
    const mail = await readBack(at.mailer.taken[1]?.bytes ?? Buffer.alloc(0));
    expect(mail.subject).toBe('Copy of invoice FA102');
    expect(mail.text).toContain('The copy of invoice FA102 will reach you separately.');
    expect(mail.attachments.filter(({ mimeType }) => mimeType === 'application/pdf')).toEqual([]);
    expect(await openItems(at.company, at.val)).toEqual(before);
  });

  test('asked twice by one command leave once', async () => {
    const at = await writingCompany();
    const wanted = {
      ...command(),
      customerId: at.val,
      receivableIds: await idsOf(at),
      to: 'compta@val.example',
      language: 'fr',
      withStatement: false,
    } as const;
    const first = await at.company.call.outbox.sendDuplicates(wanted);
    expect(await at.company.call.outbox.sendDuplicates(wanted)).toEqual(first);
    await at.pulse();
    expect(at.mailer.taken).toHaveLength(1);
  });

  test('are refused while sending is locked, unset, or their item is gone', async () => {
    const locked = await smallCompany();
    const { outbox, settings } = locked.company.call;
    const wanted = {
      customerId: locked.val,
      receivableIds: [await locked.receivable(locked.val, 'FA102')],
      to: 'compta@val.example',
      language: 'fr' as const,
      withStatement: true,
    };
    const send = (more: object = {}) =>
      refusalOf(outbox.sendDuplicates({ ...wanted, ...command(), ...more }));
    expect(await send()).toBe('sending_locked');
    const { lock } = await outbox.duplicatesPreview(wanted);
    expect(lock).toMatch(/\.$/);
    for (const key of ['lettering_accepted', 'test_received'] as const) {
      await outbox.acceptCondition({ ...command(), key, isAccepted: true });
    }
    const { mail } = (await settings.show()).settings;
    await settings.change({ ...command(), settings: { mail: { ...mail, transport: 'smtp' } } });
    expect(await send()).toBe('mail_not_set');
    await settings.change({ ...command(), settings: { mail } });
    expect(await send({ receivableIds: [999_999] })).toBe('receivable_settled');
    expect(await send({ customerId: 999_999 })).toBe('customer_unknown');
  });
});
