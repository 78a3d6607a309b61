/** The rates of late-payment interest as the settings show and change them. */
import { appliedRate } from '../../../shared/domain/interest/applied-rate.ts';
import type { ChargeSettings } from '../../../shared/domain/interest/charge-settings.ts';
import {
  type RateFigure,
  type RateTable,
  rateOf,
  rateTable,
  type TypedRate,
} from '../../../shared/domain/interest/legal-rates.ts';
import {
  endOfSemester,
  type Semester,
  semesterOf,
} from '../../../shared/domain/interest/semester.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { SHIPPED_RATES } from './shipped-rates.ts';

/** Every half-year from the first known to the present one, the latest first. */
export function rateRows(
  typed: readonly TypedRate[],
  { today, charges }: { readonly today: CalendarDate; readonly charges: ChargeSettings },
) {
  const rates = rateTable(SHIPPED_RATES, typed);
  return semestersUpTo(rates, today)
    .map((semester) => ({
      semester: semester as string,
      refinancing: figureOf(rateOf(rates, semester, 'refinancing')),
      legalOther: figureOf(rateOf(rates, semester, 'legal_other')),
      legalIndividuals: figureOf(rateOf(rates, semester, 'legal_individuals')),
      appliedBasisPoints: appliedIn(rates, semester, charges),
    }))
    .reverse();
}

/** Half-years that are missing in between are there too: their interest can't be claimed. */
function semestersUpTo(rates: RateTable, today: CalendarDate): Semester[] {
  const current = semesterOf(today);
  const [first = current] = rates.keys();
  const semesters: Semester[] = [];
  for (let at = first; at <= current; at = semesterOf(addDays(endOfSemester(at), 1))) {
    semesters.push(at);
  }
  return semesters;
}

function figureOf(figure: RateFigure | null) {
  return figure === null ? null : { ...figure };
}

/** What a business that pays late owes a year. */
function appliedIn(rates: RateTable, semester: Semester, charges: ChargeSettings): number | null {
  const applied = appliedRate('professional', charges, semester, rates);
  return 'code' in applied ? null : applied.basisPoints;
}
