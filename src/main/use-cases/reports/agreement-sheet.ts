/** Plans and settlements as a workbook: what came, what is to come, what is to write off. */
import { agreementsText } from '../../../shared/text/screens/agreements.ts';
import { agreementRows, type ListedAgreement } from '../agreements/agreement-rows.ts';
import { columns, type MakeSheet, sheetsByCurrency } from './list-sheet.ts';

export const agreementSheet: MakeSheet = ({ portfolio, language, input }) => ({
  columns: columns(language, [
    ['code', 'text', 12],
    ['name', 'text', 34],
    ['kind', 'text', 16],
    ['state', 'text', 18],
    ['agreedOn', 'day', 12],
    ['totalCents', '+amount', 15],
    ['receivedCents', '+amount', 15],
    ['openCents', '+amount', 15, 'remainingCents'],
    ['waivedCents', '+amount', 15],
    ['nextDueDate', 'day', 14],
    ['nextCents', 'amount', 15],
    ['documents', 'text', 40],
    ['comment', 'text', 40],
  ]),
  ...sheetsByCurrency(
    agreementRows(portfolio, language)
      .filter(({ shows }) => (shows as readonly unknown[]).includes(input.show))
      .map((listed) => sheetRow(listed, agreementsText[language])),
  ),
});

type Words = (typeof agreementsText)['fr'];

function sheetRow({ row }: ListedAgreement, words: Words) {
  const { documentNumbers, parts: _parts, steps: _steps, ...figures } = row;
  return {
    ...figures,
    kind: words.kinds[row.kind] ?? row.kind,
    state: words.states[row.state] ?? row.state,
    documents: documentNumbers.join(', '),
  };
}
