/** The alerts that stand, read once a version of the books: the side bar asks after every write. */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { type AlertRecord, loadStandingAlerts } from '../../ledger/stores/alerts.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { lastAnswer } from '../overview/last-answer.ts';

/** Whether an alert is put aside on a day: until that day, it asks for nothing. */
export function isAside({ asideUntil }: AlertRecord, today: CalendarDate): boolean {
  return asideUntil !== null && asideUntil > today;
}

const standing = lastAnswer<readonly AlertRecord[]>();

/** Alerts that stand, read once a version of the books. */
export function standingAlerts(ledger: Ledger): readonly AlertRecord[] {
  return standing(ledger, ledger.version(), () => ledger.read(loadStandingAlerts));
}

/** How many alerts ask to be looked at, without looking at the books again. */
export function openAlertCount({ ledger }: Pick<OpenCompany, 'ledger'>): number {
  const today = ledger.clock.today();
  return standingAlerts(ledger).filter((alert) => !isAside(alert, today)).length;
}
