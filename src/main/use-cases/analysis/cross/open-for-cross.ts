/** The company of a cross-table, with what its question needs at hand. */
import type { CrossQuestion } from '../../../../shared/contract/cross.ts';
import type { OpenCompany } from '../../companies/open-company.ts';
import { prepareCross } from './cross-facts.ts';

/** The portfolio as it stands once what the question needs was read, however long that took. */
export async function openForCross(company: OpenCompany, question: CrossQuestion) {
  for (;;) {
    const now = await company.portfolio.read();
    await prepareCross(company.ledger, now, question);
    if ((await company.portfolio.read()) === now) return { ...company, now };
  }
}
