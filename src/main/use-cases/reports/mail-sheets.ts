/**
 * Workbooks of what stands in the way of a message: addresses that refuse, PDFs that lack;
 * and of what came back.
 */
import { columnText } from '../../../shared/text/columns.ts';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { loadPdfKeys } from '../../ledger/stores/invoice-pdfs.ts';
import { readReplies } from '../../ledger/views/outbox.ts';
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

/** What came back from customers; the unread alone where the screen shows those. */
export const replySheet: MakeSheet = ({ ledger, language, input }) => {
  const words = repliesText[language];
  return {
    columns: columns(language, [
      ['day', 'day', 12],
      ...CUSTOMER,
      ['kind', 'text', 18],
      ['sender', 'text', 34],
      ['subject', 'text', 50],
      ['answer', 'text', 22],
      ['state', 'text', 12],
    ]),
    rows: ledger
      .read((reader) => readReplies(reader, null))
      .filter(({ isRead }) => input.isUnreadOnly !== true || isRead === 0)
      .map((row) => ({
        ...row,
        kind: words.kinds[row.kind] ?? row.kind,
        answer: row.answer === null ? '' : (words.payerAnswers[row.answer] ?? ''),
        state: row.isRead === 0 ? words.unread : words.wasRead,
      })),
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
