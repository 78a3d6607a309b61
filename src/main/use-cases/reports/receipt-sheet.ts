/** The workbook of the receipts, tab by tab as the screen shows them. */
import { z } from 'zod';
import { receiptTabSchema } from '../../../shared/contract/receipts.ts';
import type { Language } from '../../../shared/format/language.ts';
import { receiptsText } from '../../../shared/text/screens/receipts.ts';
import { readMovements } from '../../ledger/views/bank-receipts.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { receiptRows } from '../receipts/receipt-rows.ts';
import { columns, type ListSheet, sheetsByCurrency } from './list-sheet.ts';

const input = z.object({ tab: receiptTabSchema, text: z.string() });
const ROWS_MAX = 100_000;

/** One row a movement. */
export function receiptSheet(company: OpenCompany, given: unknown, language: Language): ListSheet {
  const question = input.parse(given);
  const words = receiptsText[language];
  const rows = company.ledger.read((reader) => {
    const movements = readMovements(reader, { ...question, offset: 0, limit: ROWS_MAX });
    return receiptRows(reader, movements, language);
  });
  return {
    columns: columns(language, [
      ['bookedOn', 'day', 12],
      ['amountCents', '+amount', 15],
      ['payer', 'text', 34],
      ['rest', '+amount', 15],
      ['proposal', 'text', 44],
      ['name', 'text', 34],
      ['documents', 'text', 30],
      ['state', 'text', 22],
      ['reject', 'text', 34],
      ['comment', 'text', 30],
      ['text', 'text', 60, 'label'],
      ['account', 'text', 30],
    ]),
    ...sheetsByCurrency(
      rows.map((row) => {
        const [first] = row.suggestions;
        const proposed = first?.allocations.map(({ documentNumber }) => documentNumber) ?? [];
        return {
          currency: row.currency,
          bookedOn: row.bookedOn,
          amountCents: row.amountCents,
          payer: row.payer ?? row.text,
          rest: row.restCents,
          proposal: first === undefined ? '' : `${first.customerName} · ${proposed.join(', ')}`,
          name: row.customerName ?? '',
          documents: row.allocations.map(({ documentNumber }) => documentNumber).join(', '),
          state: words.states[row.state] ?? row.state,
          reject: row.rejectMeaning ?? row.rejectCode ?? '',
          comment: row.comment,
          text: row.text,
          account: row.account,
        };
      }),
    ),
  };
}
