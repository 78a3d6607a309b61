/** A list of open items as a workbook, the way an accounting package exports it. */
import ExcelJS from 'exceljs';

/** Customer, name, document, day of the invoice, due date, what is still owed. */
export type OpenItemRow = readonly [string, string, string, string, string, number];

const HEADERS = ['Code client', 'Nom', 'N° facture', 'Date facture', 'Échéance', 'Reste dû'];

export async function openItemsWorkbook(name: string, rows: readonly OpenItemRow[]) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Postes ouverts');
  sheet.addRow(HEADERS);
  for (const row of rows) sheet.addRow([...row]);
  const buffer = Buffer.from(await book.xlsx.writeBuffer());
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name, mimeType, buffer };
}
