/**
 * The sample company (société d'exemple): deterministic for a day, made of invented names, and
 * complete enough that every screen has something to show. See `files.ts` for the road it takes.
 */

import names from '../../../resources/sample/names.json' with { type: 'json' };
import { addDays, type CalendarDate, weekdayOf } from '../../shared/kernel/calendar-date.ts';
import { type SampleAction, sampleActions } from './actions.ts';
import { sampleCustomers } from './customers.ts';
import { contactsTableOf, customersTableOf, fecOf } from './files.ts';
import { sampleLedger } from './invoices.ts';
import { randomOf } from './random.ts';

export interface SampleCompany {
  readonly identity: typeof names.company;
  readonly bankDate: CalendarDate;
  readonly fec: { readonly fileName: string; readonly text: string };
  readonly customers: { readonly fileName: string; readonly text: string };
  readonly contacts: { readonly fileName: string; readonly text: string };
  readonly actions: readonly SampleAction[];
}

const SEED = 20_260_101;

/**
 * The sample as it stands on the morning of `today`: the bank is known to the working day before.
 */
export function sampleCompany(today: CalendarDate): SampleCompany {
  const random = randomOf(SEED);
  const bankDate = workingDayBefore(today);
  const customers = sampleCustomers(random);
  const ledger = sampleLedger(customers, bankDate, random);
  const stamp = bankDate.replaceAll('-', '');
  return {
    identity: names.company,
    bankDate,
    fec: { fileName: `${names.company.siren}FEC${stamp}.txt`, text: fecOf(ledger.movements) },
    customers: { fileName: `clients-${stamp}.csv`, text: customersTableOf(customers) },
    contacts: { fileName: `contacts-${stamp}.csv`, text: contactsTableOf(customers, random) },
    actions: sampleActions(ledger.documents, today, random),
  };
}

function workingDayBefore(today: CalendarDate): CalendarDate {
  const day = addDays(today, -1);
  const weekday = weekdayOf(day);
  return weekday >= 6 ? addDays(day, 5 - weekday) : day;
}
