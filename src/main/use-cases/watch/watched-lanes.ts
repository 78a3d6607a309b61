/**
 * The time line of the watched customers: due dates, promises with their outcome, payments,
 * contacts and disputes of each, from a season ago to two months ahead.
 */
import { setImmediate } from 'node:timers/promises';
import type { MarkKind } from '../../../shared/contract/watch.ts';
import { type Happening, marksOf } from '../../../shared/domain/payer/watch-marks.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { isOverdue } from '../../../shared/domain/receivable/net-position.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import type { Language } from '../../../shared/format/language.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { watchText } from '../../../shared/text/screens/watch.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readTimeline, type TimelineRow } from '../../ledger/views/timeline.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

const DAYS_BACK = 120;
const DAYS_AHEAD = 63;
const LANES_MAX = 100;
/** Customers read before the thread is given back. */
const STAGE = 10;
const HAPPENINGS_MAX = 200;

/** What the log of a customer says, and the mark it makes. */
const KINDS: Readonly<Record<string, MarkKind>> = {
  call: 'called',
  incoming_call: 'heard',
  reply: 'heard',
  message: 'sent',
  payment: 'payment',
  reject: 'reject',
  refund: 'reject',
  dispute: 'dispute',
  dispute_closed: 'dispute_closed',
};
/** A message that never left reached nobody. */
const LEFT: ReadonlySet<unknown> = new Set(['sent', 'posted']);

/** The lanes with their span. */
export async function watchedLanes(ledger: Ledger, portfolio: Portfolio, language: Language) {
  const { today } = portfolio;
  const span = { fromDay: addDays(today, -DAYS_BACK), toDay: addDays(today, DAYS_AHEAD) };
  const watched = [...portfolio.accounts.values()]
    .flatMap((account) => {
      const watch = account.marks.findLast(({ kind }) => kind === 'watch');
      return watch === undefined ? [] : [{ ...account, watch }];
    })
    .sort(
      (a, b) =>
        b.sums.overdueCents - a.sums.overdueCents || (a.record.name < b.record.name ? -1 : 1),
    );
  const lanes = [];
  for (const [index, account] of watched.slice(0, LANES_MAX).entries()) {
    if (index % STAGE === STAGE - 1) await setImmediate();
    const { record, sums, watch } = account;
    lanes.push({
      customerId: record.customerId,
      code: record.code,
      name: record.name,
      watch: { markId: watch.markId, reason: watch.reason, reviewOn: watch.reviewOn },
      overdueCents: sums.overdueCents,
      oldestDaysPastDue: sums.oldestDaysPastDue,
      marks: marksOf(happeningsOf(ledger, account, today), span.fromDay, span.toDay).map(
        (mark) => ({
          ...mark,
          sentence: sentenceOf(mark, language),
        }),
      ),
    });
  }
  return { today, ...span, lanes, moreCount: Math.max(0, watched.length - LANES_MAX) };
}

function happeningsOf(
  ledger: Ledger,
  account: CustomerAccount,
  today: CalendarDate,
): Happening<MarkKind>[] {
  const { rows } = ledger.read((reader) =>
    readTimeline(reader, {
      customerId: account.record.customerId,
      kinds: Object.keys(KINDS),
      offset: 0,
      limit: HAPPENINGS_MAX,
    }),
  );
  return [...dueDates(account, today), ...promised(account), ...rows.flatMap(logged)];
}

function dueDates({ items }: CustomerAccount, today: CalendarDate): Happening<MarkKind>[] {
  return items.flatMap((item) =>
    item.dueDate === null || item.outstandingCents <= 0
      ? []
      : {
          kind: isOverdue(item, today) ? 'late' : 'due',
          day: item.dueDate,
          amountCents: inBooks(item.outstandingCents, item.currency),
        },
  );
}

const OUTCOMES: Readonly<Record<string, MarkKind>> = {
  kept: 'promise_kept',
  late: 'promise_kept',
  settled_by_credit: 'promise_kept',
  broken: 'promise_broken',
  partly_kept: 'promise_broken',
};

function promised({ judgedPromises, promises }: CustomerAccount): Happening<MarkKind>[] {
  return judgedPromises.map(({ promise, outcome }) => {
    const currency = promises.find((row) => row.promiseId === promise.promiseId)?.currency;
    return {
      kind: OUTCOMES[outcome] ?? 'promise',
      day: promise.promisedFor,
      amountCents: inBooks(promise.amountCents, currency ?? LEDGER_CURRENCY),
    };
  });
}

function logged({ kind, day, facts }: TimelineRow): Happening<MarkKind>[] {
  const mark = KINDS[kind];
  if (mark === undefined || (kind === 'message' && !LEFT.has(facts.status))) return [];
  const isMoney = mark === 'payment' || mark === 'reject' || mark === 'dispute';
  const cents = facts.amountCents;
  const currency = typeof facts.currency === 'string' ? facts.currency : LEDGER_CURRENCY;
  const amountCents = isMoney && typeof cents === 'number' ? inBooks(cents, currency) : null;
  return [{ kind: mark, day, amountCents }];
}

/** No sum mixes two currencies: another than that of the books has no amount here. */
function inBooks(cents: number, currency: string): number | null {
  return currency === LEDGER_CURRENCY ? cents : null;
}

function sentenceOf(
  mark: Happening<MarkKind> & { readonly count: number },
  language: Language,
): string {
  const words = watchText[language];
  const name = words.kinds[mark.kind];
  const counted =
    mark.count === 1 ? name : words.counted(name, formatCount(mark.count, { language }));
  if (mark.amountCents === null) return counted;
  return `${counted} · ${formatCents(mark.amountCents, { language })}`;
}
