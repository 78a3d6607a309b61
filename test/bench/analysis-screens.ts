/** What the analyses wait for: cross-tables, alerts, lists, each beside its bare grouped reading. */
import type { CrossQuestion } from '../../src/shared/contract/cross.ts';
import type { CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { addDays, addMonths, startOfMonth } from '../../src/shared/kernel/calendar-date.ts';
import type { TestCompany } from '../support/running-application.ts';

const PAGE = { offset: 0, limit: 200 };
const QUESTION: CrossQuestion = {
  rows: 'rep_code',
  columns: 'month_due',
  measure: 'outstanding',
  asOf: null,
  period: 'twelve_months',
  text: '',
  filters: [],
  rowsMax: null,
  columnsMax: 12,
  sort: 'total',
  isDescending: true,
};

/** Cases of the bench: their name, what is asked, and the bare query (`read` makes it). */
export function analysisCases(
  company: TestCompany,
  read: (sql: string) => () => unknown,
  today: CalendarDate,
): readonly (readonly [string, () => Promise<unknown>, () => unknown])[] {
  const { cross, alerts, lists, watch } = company.call;
  const table = (part: Partial<CrossQuestion>) => () =>
    cross.table({ ...QUESTION, ...part, ...PAGE });
  const openBy = (row: string, column: string) =>
    read(`SELECT ${row} AS r, ${column} AS c, sum(o.outstanding_cents)
      FROM derived_open_item AS o JOIN derived_customer AS k USING (customer_id) GROUP BY 1, 2`);
  const byMonth = openBy('k.rep_code', 'substr(o.due_date, 1, 7)');
  const since = addMonths(startOfMonth(today), -11);
  return [
    ['tableau croisé, commercial × mois', table({}), byMonth],
    [
      'tableau croisé, client × mois',
      table({ rows: 'customer' }),
      openBy('k.customer_id', 'substr(o.due_date, 1, 7)'),
    ],
    [
      'tableau croisé, net dû par ville × profil',
      table({ rows: 'city', columns: 'profile', measure: 'net_due' }),
      openBy('k.city', 'k.profile'),
    ],
    ['tableau croisé il y a 60 jours', table({ asOf: addDays(today, -60) }), byMonth],
    [
      'tableau croisé, encaissements de douze mois',
      table({ rows: 'customer', columns: 'month_invoice', measure: 'receipts' }),
      read(`SELECT customer_id, substr(received_date, 1, 7), sum(amount_cents)
        FROM derived_payment WHERE received_date >= '${since}' AND nature IN ('bank', 'cash')
        GROUP BY 1, 2`),
    ],
    [
      'alertes',
      () => alerts.list({ state: 'open', ruleKey: null, ...PAGE }),
      read('SELECT * FROM alert'),
    ],
    [
      'liste des encaissements',
      () =>
        lists.read({
          list: 'receipts',
          group: null,
          text: '',
          sort: 'amount',
          isDescending: true,
          ...PAGE,
        }),
      read(`SELECT customer_id, sum(amount_cents) FROM derived_payment
        WHERE received_date >= '${addDays(today, -30)}' AND nature IN ('bank', 'cash')
        GROUP BY 1`),
    ],
    ['frise', () => watch.lanes(), read("SELECT * FROM payer_mark WHERE kind = 'watch'")],
  ];
}
