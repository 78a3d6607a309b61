/** Workbooks of what stands in the way of a message: addresses that refuse, PDFs that lack. */
import { columnText } from '../../../shared/text/columns.ts';
import { loadPdfKeys } from '../../ledger/stores/invoice-pdfs.ts';
import { missingPdfRows } from '../outbox/invoice-folder.ts';
import { refusedAddressRows } from '../outbox/refused-addresses.ts';
import { columns, type MakeSheet, sheetsByCurrency } from './list-sheet.ts';

const CUSTOMER = [
  ['code', 'text', 12],
  ['name', 'text', 34],
] as const;

export const refusedAddressSheet: MakeSheet = ({ ledger, portfolio, language }) => {
  const { yes, no } = columnText[language];
  return {
    columns: columns(language, [
      ['address', 'text', 34],
      ...CUSTOMER,
      ['day', 'day', 12, 'refusedOn'],
      ['sentence', 'text', 60, 'refusal'],
      ['hasOther', 'text', 14],
      ['overdueCents', '+amount', 15],
    ]),
    rows: ledger
      .read((reader) => refusedAddressRows(reader, portfolio, language))
      .map((row) => ({ ...row, hasOther: row.hasOther ? yes : no })),
  };
};

export const missingPdfSheet: MakeSheet = ({ ledger, portfolio, language }) => ({
  columns: columns(language, [
    ...CUSTOMER,
    ['documentNumber', 'text', 18],
    ['documentDate', 'day', 12],
    ['dueDate', 'day', 12],
    ['amountCents', '+amount', 15],
    ['outstandingCents', '+amount', 15],
  ]),
  ...sheetsByCurrency(missingPdfRows(portfolio, ledger.read(loadPdfKeys))),
});
