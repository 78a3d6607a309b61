/** The lists of customers as the screen and the workbook tell them: filtered, sorted, totalled. */
import type {
  CustomerList,
  ListedCustomer,
  ListQuestion,
} from '../../../shared/contract/customer-lists.ts';
import { LEDGER_CURRENCY, sumApart } from '../../../shared/domain/receivable/currency.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addDays, laterOf } from '../../../shared/kernel/calendar-date.ts';
import { searchTextOf } from '../../ledger/search-text.ts';
import { readLastMessages } from '../../ledger/views/last-messages.ts';
import { readReceivedSince } from '../../ledger/views/period-flows.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { type CompanyPlan, companyPlan } from '../dunning/plan-keeper.ts';
import { lastAnswer } from '../overview/last-answer.ts';
import { overdueElsewhere } from '../portfolio/customer-account.ts';
import type { ListFrame, ListMember } from './list-frame.ts';
import { LIST_MEMBERS, RECENT_DAYS } from './list-members.ts';

interface Frame extends ListFrame {
  readonly paidBy: ReadonlyMap<number, readonly { currency: string; amountCents: number }[]>;
}

/** What all lists need, of the books as they stand. */
export async function listFrame(
  context: AppContext,
  company: OpenCompany,
  language: Language,
): Promise<Frame> {
  const known = await companyPlan(context, company);
  return { ...frames(known, language, () => makeFrame(company, known)), company, known, language };
}

type Parts = Pick<Frame, 'paidBy' | 'lastContactOf' | 'received'>;
const frames = lastAnswer<Parts>();

function makeFrame({ ledger }: OpenCompany, { portfolio }: CompanyPlan): Parts {
  const since = addDays(portfolio.today, -RECENT_DAYS);
  const { messages, received } = ledger.read((reader) => ({
    messages: readLastMessages(reader),
    received: readReceivedSince(reader, since),
  }));
  return {
    received,
    paidBy: Map.groupBy(received, ({ customerId }) => customerId),
    lastContactOf: ({ record, contact }) => {
      const message = messages.get(record.payerCustomerId) ?? null;
      const payer = portfolio.accounts.get(record.payerCustomerId)?.contact.lastActionDate ?? null;
      return [message, payer, contact.lastActionDate].reduce((latest, day) =>
        latest === null ? day : day === null ? latest : laterOf(latest, day),
      );
    },
  };
}

const answers = lastAnswer<ReturnType<typeof makeAnswer>>();

/** Rows of a list with the groups it falls into, made once for all its windows. */
export function listAnswer(frame: Frame, question: ListQuestion) {
  return answers(frame.known, [question, frame.language], () => makeAnswer(frame, question));
}

/** The groups are of the list whole. */
function makeAnswer(frame: Frame, question: ListQuestion) {
  const all = LIST_MEMBERS[question.list](frame);
  const words = searchTextOf([question.text])
    .split(' ')
    .filter((word) => word !== '');
  const rows = all
    .filter(({ groupKey }) => question.group === null || groupKey === question.group)
    .filter(({ account }) => words.every((word) => account.record.search.includes(word)))
    .map((member) => rowOf(frame, member))
    .sort(rowOrder(question));
  return { rows, groups: groupsOf(all), ...totalsOf(rows) };
}

/** How many rows each list has. */
export function listCounts(frame: Frame): { list: CustomerList; count: number }[] {
  return countsOf(frame.known, frame.language, () =>
    Object.entries(LIST_MEMBERS).map(([list, members]) => ({
      list: list as CustomerList,
      count: members(frame).length,
    })),
  );
}

const countsOf = lastAnswer<{ list: CustomerList; count: number }[]>();

function rowOf(frame: Frame, member: ListMember): ListedCustomer {
  const { account, groupLabel: _label, ...said } = member;
  const { record, profile, sums } = account;
  const paid = sumApart(frame.paidBy.get(record.customerId) ?? []);
  return {
    ...said,
    customerId: record.customerId,
    code: record.code,
    name: record.name,
    profile,
    repCode: record.repCode,
    comingCents: sums.notDueCents,
    overdueCents: sums.overdueCents,
    oldestDaysPastDue: sums.oldestDaysPastDue,
    otherOverdue: overdueElsewhere(account),
    paidCents: paid.totalCents,
    otherPaid: paid.otherTotals,
    lastContactDay: frame.lastContactOf(account),
  };
}

function groupsOf(members: readonly ListMember[]) {
  return [...Map.groupBy(members, ({ groupKey }) => groupKey)]
    .map(([key, own]) => ({ key, label: own[0]?.groupLabel ?? key, count: own.length }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

function totalsOf(rows: readonly ListedCustomer[]) {
  const customers = [...new Map(rows.map((row) => [row.customerId, row])).values()];
  const sum = (figure: 'comingCents' | 'overdueCents' | 'paidCents') =>
    customers.reduce((total, row) => total + row[figure], 0);
  const amounts = sumApart(
    rows.map(({ amountCents, currency }) => ({ amountCents: amountCents ?? 0, currency })),
  );
  const overdue = sumApart(customers.flatMap(({ otherOverdue }) => otherOverdue));
  const hasAmounts = rows.some(({ amountCents }) => amountCents !== null);
  return {
    totals: {
      comingCents: sum('comingCents'),
      overdueCents: sum('overdueCents'),
      paidCents: sum('paidCents'),
      amountCents: amounts.totalCents,
    },
    otherTotals: hasAmounts ? amounts.otherTotals : overdue.otherTotals,
  };
}

const inFrench = new Intl.Collator('fr');

function rowOrder({ sort, isDescending }: ListQuestion) {
  const sign = isDescending ? -1 : 1;
  const value = (row: ListedCustomer): number | string => {
    switch (sort) {
      case 'name':
        return row.name;
      case 'rep':
        return row.repCode ?? '';
      case 'day':
        return row.day ?? '';
      case 'last_contact':
        return row.lastContactDay ?? '';
      case 'amount':
        return row.currency === LEDGER_CURRENCY ? (row.amountCents ?? 0) : 0;
      case 'coming':
        return row.comingCents;
      case 'paid':
        return row.paidCents;
      case 'overdue':
        return row.overdueCents;
    }
  };
  return (a: ListedCustomer, b: ListedCustomer) => {
    const [x, y] = [value(a), value(b)];
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : inFrench.compare(`${x}`, `${y}`);
    return sign * order || inFrench.compare(a.name, b.name) || (a.rowKey < b.rowKey ? -1 : 1);
  };
}
