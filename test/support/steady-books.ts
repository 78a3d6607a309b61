/** Made-up books of three customers who pay every invoice a month after its due date. */
import { type BookParty, MadeUpBooks } from './made-up-books.ts';

export const STEADY_PARTIES: readonly BookParty[] = ['VAL', 'LEROY', 'MARTIN'].map((code) => ({
  code,
  name: `Maison ${code}`,
}));
const AMOUNT_CENTS = 100_000;

/** An invoice a week and customer from January to October, paid up to those of September. */
export function steadyBooks(): MadeUpBooks {
  const books = new MadeUpBooks();
  for (const party of STEADY_PARTIES) {
    for (let month = 1; month <= 10; month += 1) {
      for (const day of ['04', '11', '18', '25']) {
        const number = `${party.code}-${month}-${day}`;
        const on = (at: number) => `2026-${String(at).padStart(2, '0')}-${day}`;
        const due = { dueDate: on(month + 1) };
        const bill = books.invoice(party, on(month), number, AMOUNT_CENTS, due);
        if (month >= 10) continue;
        const money = books.receipt(party, on(month + 2), AMOUNT_CENTS, `VIR ${number}`);
        books.letter('A', on(month + 2), [bill, money]);
      }
    }
  }
  return books;
}

/** The first week of December: each pays an invoice, and one an invoice of the same week. */
export function payTheWeek(books: MadeUpBooks): void {
  for (const party of STEADY_PARTIES) {
    books.receipt(party, '2026-12-04', AMOUNT_CENTS, `VIR ${party.code}-10-04`);
  }
  const [val] = STEADY_PARTIES;
  if (val === undefined) return;
  const bill = books.invoice(val, '2026-12-01', 'VAL-NEW', 7000, { dueDate: '2026-12-31' });
  const money = books.receipt(val, '2026-12-03', 7000, 'VIR VAL-NEW');
  books.letter('N', '2026-12-03', [bill, money]);
}
