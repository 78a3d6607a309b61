/**
 * What must hold of a message at the second it leaves, judged from the ledger's rows alone: nothing
 * here asks the planner, nor the last look that the outbox itself takes.
 */
import type { Ledger } from '../../src/main/ledger/ledger.ts';
import {
  addBusinessDays,
  businessCalendar,
} from '../../src/shared/domain/calendar/business-calendar.ts';
import { type CalendarDate, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import type { Instant } from '../../src/shared/kernel/instant.ts';
import { minuteOfDayOf } from '../../src/shared/kernel/time-zone.ts';

/** An item of a message, by what survives a restored copy. */
export interface LeavingItem {
  /** Customer, document and step, once a cycle. */
  readonly claim: string;
  readonly item: string;
  readonly claimKey: string;
  readonly severity: string | null;
}

export interface Leaving {
  readonly payerCode: string;
  readonly items: readonly LeavingItem[];
  /** What should have kept it from leaving; empty for nothing. */
  readonly faults: readonly string[];
}

interface Row {
  readonly customerId: number;
  readonly code: string;
  readonly sourceKey: string;
  readonly claimKey: string;
  readonly severity: string | null;
  readonly cycle: number;
  readonly askedCents: number;
  readonly outstandingCents: number;
  readonly dueDate: string | null;
  readonly disputedCents: number;
  readonly promisedCents: number;
  readonly holds: number;
  readonly isDoNotChase: number;
  readonly netCents: number;
  readonly overdueCents: number;
}

const calendar = businessCalendar();
const PROMISE_GRACE = 2;
/** The hours of sending, in minutes since midnight in Paris, as the settings ship them. */
const [OPENS, CLOSES] = [8 * 60 + 30, 18 * 60];
/** Working holidays of the years simulated, written out so that nothing is computed. */
const HOLIDAYS = new Set(
  `2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15
   2026-11-01 2026-11-11 2026-12-25 2027-01-01 2027-03-29 2027-05-01 2027-05-06 2027-05-08
   2027-05-17 2027-07-14 2027-08-15 2027-11-01 2027-11-11 2027-12-25`.split(/\s+/),
);

const ITEMS = `
SELECT c.customer_id AS customerId, c.code, r.source_key AS sourceKey, i.claim_key AS claimKey,
  i.severity, i.cycle, i.amount_cents AS askedCents,
  ifnull((SELECT sum(o.outstanding_cents) FROM derived_open_item AS o
    WHERE o.receivable_id = i.receivable_id), 0) AS outstandingCents,
  (SELECT o.due_date FROM derived_open_item AS o
    WHERE o.receivable_id = i.receivable_id) AS dueDate,
  ifnull((SELECT sum(d.amount_cents) FROM dispute_item AS d
    WHERE d.receivable_id = i.receivable_id
      AND d.dispute_id NOT IN (SELECT dispute_id FROM dispute_closed)), 0) AS disputedCents,
  ifnull((SELECT sum(max(0, q.amount_cents - ifnull((SELECT sum(a.amount_cents)
      FROM derived_allocation AS a WHERE a.receivable_id = q.receivable_id
        AND a.effective_date >= p.promised_on), 0)))
    FROM promise_item AS q JOIN promise AS p USING (promise_id)
    WHERE q.receivable_id = i.receivable_id AND p.promised_for >= @day
      AND p.promise_id NOT IN (SELECT promise_id FROM promise_closed)), 0) AS promisedCents,
  (SELECT count(*) FROM hold AS h WHERE h.customer_id = c.customer_id
    AND (h.receivable_id IS NULL OR h.receivable_id = i.receivable_id)
    AND h.hold_id NOT IN (SELECT hold_id FROM hold_ended)) AS holds,
  (SELECT is_do_not_chase FROM derived_customer AS k
    WHERE k.customer_id = c.customer_id) AS isDoNotChase,
  (SELECT sum(o.outstanding_cents) FROM derived_open_item AS o
    WHERE o.customer_id = c.customer_id) AS netCents,
  ifnull((SELECT sum(o.outstanding_cents) FROM derived_open_item AS o
    WHERE o.customer_id = c.customer_id AND o.outstanding_cents > 0 AND o.due_date < @day), 0)
    AS overdueCents
FROM notice_item AS i
JOIN receivable AS r ON r.receivable_id = i.receivable_id
JOIN customer AS c ON c.customer_id = r.customer_id
WHERE i.notice_id = @noticeId ORDER BY i.receivable_id`;

/** Judges the message of that Message-ID as the ledger stands. */
export function judgeLeaving(ledger: Ledger, messageId: string, at: Instant): Leaving {
  return ledger.read(({ connection }) => {
    const notice = connection
      .prepare<[string], { noticeId: number; code: string; purpose: string; status: string }>(`
SELECT n.notice_id AS noticeId, c.code, n.purpose, u.status
FROM notice AS n JOIN customer AS c ON c.customer_id = n.payer_id
LEFT JOIN notice_under_way AS u ON u.notice_id = n.notice_id
WHERE n.message_id = ?`)
      .get(messageId);
    if (notice === undefined) {
      return { payerCode: '', items: [], faults: ['it is not a message of the ledger'] };
    }
    const day = calendarDate(ledger.clock.today());
    const rows = connection
      .prepare<[{ noticeId: number; day: string }], Row>(ITEMS)
      .all({ noticeId: notice.noticeId, day });
    return {
      payerCode: notice.code,
      items: rows.map(({ code, sourceKey, claimKey, cycle, severity }) => ({
        claim: [code, sourceKey, claimKey, cycle].join('|'),
        item: [code, sourceKey].join('|'),
        claimKey,
        severity,
      })),
      faults: [
        ...(notice.status === 'sending' ? [] : [`its state is ${notice.status}`]),
        ...(rows.length === 0 ? ['it covers nothing'] : []),
        ...calendarFaults(day, at),
        ...(notice.purpose === 'thank_you'
          ? rows.flatMap(thanksFaults)
          : [
              ...rows.flatMap((row) => itemFaults(row, notice.purpose, day)),
              ...knownBroken(connection, rows, day),
            ]),
      ],
    };
  });
}

function calendarFaults(day: CalendarDate, at: Instant): string[] {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  const isClosed = weekday === 0 || weekday === 6 || HOLIDAYS.has(day);
  const minute = minuteOfDayOf(at, 'Europe/Paris');
  return [
    ...(isClosed ? [`nobody works on ${day}`] : []),
    ...(minute < OPENS || minute > CLOSES ? [`it is minute ${minute} of the day`] : []),
  ];
}

function itemFaults(row: Row, purpose: string, day: CalendarDate): string[] {
  const what = `${row.code} ${row.sourceKey}`;
  const { askedCents, outstandingCents, disputedCents, promisedCents } = row;
  const disputed = Math.min(disputedCents, outstandingCents);
  const promised = Math.min(promisedCents, outstandingCents - disputed);
  const chases = purpose === 'reminder' || purpose === 'formal_notice';
  return [
    ...(outstandingCents <= 0 ? [`${what} is settled`] : []),
    ...(askedCents > outstandingCents ? [`${what}: more is asked than is open`] : []),
    ...(askedCents > outstandingCents - disputed ? [`${what} is disputed`] : []),
    ...(askedCents > outstandingCents - disputed - promised ? [`${what} is promised`] : []),
    ...(row.holds > 0 ? [`${what} is stopped`] : []),
    ...(row.isDoNotChase === 1 ? [`${what} is never chased`] : []),
    ...(row.netCents <= 0 ? [`${row.code} owes nothing net`] : []),
    ...(chases && severe(row) && (row.dueDate === null || row.dueDate >= day)
      ? [`${what} is not due`]
      : []),
  ];
}

/** Thanks are for what is settled, and never beside something overdue. */
function thanksFaults(row: Row): string[] {
  const what = `${row.code} ${row.sourceKey}`;
  return [
    ...(row.outstandingCents > 0 ? [`${what} is not settled`] : []),
    ...(row.overdueCents > 0 ? [`${row.code} owes something overdue`] : []),
    ...(row.severity !== null ? [`${what} would move`] : []),
    ...(row.holds > 0 ? [`${what} is stopped`] : []),
    ...(row.isDoNotChase === 1 ? [`${what} is never written to`] : []),
  ];
}

function severe({ severity }: Row): boolean {
  return severity !== null && severity !== 'notice';
}

/** A promise whose day is past still holds until the bank is known far enough. */
function knownBroken(
  connection: Parameters<Parameters<Ledger['read']>[0]>[0]['connection'],
  rows: readonly Row[],
  day: CalendarDate,
): string[] {
  const bank = connection
    .prepare<[], { bankDate: string | null }>(`
SELECT max(bank_date) AS bankDate FROM import_batch
WHERE import_id NOT IN (SELECT import_id FROM import_undone)`)
    .get();
  const bankDate = bank?.bankDate ?? '';
  const past = connection.prepare<
    [{ code: string; sourceKey: string; day: string }],
    { promisedFor: string; left: number }
  >(`
SELECT p.promised_for AS promisedFor, q.amount_cents - ifnull((SELECT sum(a.amount_cents)
    FROM derived_allocation AS a WHERE a.receivable_id = q.receivable_id
      AND a.effective_date >= p.promised_on), 0) AS left
FROM promise_item AS q JOIN promise AS p USING (promise_id)
JOIN receivable AS r ON r.receivable_id = q.receivable_id
JOIN customer AS c ON c.customer_id = r.customer_id
WHERE c.code = @code AND r.source_key = @sourceKey AND p.promised_for < @day
  AND p.promise_id NOT IN (SELECT promise_id FROM promise_closed)`);
  return rows.flatMap((row) => {
    const { code, sourceKey, askedCents, outstandingCents } = row;
    return past.all({ code, sourceKey, day }).flatMap(({ promisedFor, left }) => {
      const deadline = addBusinessDays(calendarDate(promisedFor), PROMISE_GRACE, calendar);
      const isUnknown = bankDate < deadline && left > 0;
      const isAsked = askedCents > outstandingCents - Math.min(left, outstandingCents);
      return isUnknown && isAsked ? [`${code} ${sourceKey}: the promise is not known broken`] : [];
    });
  });
}
