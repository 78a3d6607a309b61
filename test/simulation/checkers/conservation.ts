/** What each customer owes is Σ of the lines of the live files, to the cent. */
import { outstandingByCode } from '../../use-cases/reading.ts';
import { type Checker, same } from './checker.ts';

export const conservation: Checker = async ({ company, world }) => {
  same('owed by customer', await outstandingByCode(company), world.expectedBalances());
};
