/**
 * The sample company shows each screen at its best and its truest: a portfolio as a firm has it,
 * the
 * same for a day on every machine, whatever that day is.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleCompany } from '../../src/main/sample/sample-company.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { RunningApplication, type TestCompany } from '../support/running-application.ts';
import { agedBalance, customerRows } from './reading.ts';

const DAYS = ['2026-11-23', '2027-02-28', '2025-06-02', '2026-08-15'];

test.each(DAYS)('is the same each time it is made on %s', (day) => {
  expect(sampleCompany(calendarDate(day))).toEqual(sampleCompany(calendarDate(day)));
});

describe.each(DAYS)('on %s', (day) => {
  let application: RunningApplication;
  let company: TestCompany;
  let filledMs = 0;

  beforeAll(async () => {
    application = await RunningApplication.start({ today: day });
    const startedAt = performance.now();
    company = await application.openSample();
    filledMs = performance.now() - startedAt;
  });
  afterAll(() => application.close());

  test('it is filled while one waits', () => {
    expect(filledMs).toBeLessThan(30_000);
  });

  test('about 150 customers of every profile, about 3 000 invoices over eighteen months', async () => {
    const rows = await customerRows(company);
    expect(rows.length).toBeGreaterThanOrEqual(140);
    expect(rows.length).toBeLessThanOrEqual(160);
    expect(new Set(rows.map(({ profile }) => profile))).toEqual(
      new Set(['key_account', 'sme', 'sole_trader', 'public', 'group']),
    );
    const { documents } = invoicesOf(day);
    expect(documents).toBeGreaterThan(2_500);
    expect(documents).toBeLessThan(3_600);
    const [ledger] = (await company.call.imports.history()).filter(
      ({ meaning }) => meaning === 'period',
    );
    expect(ledger?.coversFromDate?.slice(0, 7)).toBe(addDays(calendarDate(day), -530).slice(0, 7));
    expect(ledger?.rejectedCount).toBe(0);
  });

  test('a fifth to a third of what is owed is late, most of it lately', async () => {
    const { figures, buckets } = await company.call.overview.dashboard();
    const share = (figures?.overdueCents ?? 0) / (figures?.outstandingCents ?? 1);
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.35);
    const of = (key: string) => buckets.find((one) => one.key === key)?.amountCents ?? 0;
    expect(of('late_1_30')).toBeGreaterThan(of('late_31_60'));
    expect(of('late_over_90')).toBeLessThan((figures?.overdueCents ?? 0) / 4);
    for (const key of ['not_due', 'late_1_30', 'late_31_60', 'late_61_90', 'late_over_90']) {
      expect(of(key), key).toBeGreaterThan(0);
    }
    expect(of('credits')).toBeLessThan(0);
  });

  test('the accounts agree with the files to the cent', async () => {
    const balance = await agedBalance(company);
    expect(balance.isEqual).toBe(true);
    expect(balance.debitBalancesCents + balance.creditBalancesCents).toBe(balance.balanceCents);
    expect(await company.call.backups.verifyJournal()).toMatchObject({ isIntact: true });
  });

  test('a full morning: obligations, ten to call, reasons to leave others out', async () => {
    const morning = await company.call.overview.priorities();
    expect(morning.ten, JSON.stringify(morning.excluded)).toHaveLength(10);
    expect(morning.othersCount).toBeGreaterThan(5);
    const kinds = new Set(morning.obligations.map(({ kind }) => kind));
    for (const kind of ['reject', 'broken_promise', 'call_back'] as const) {
      expect(kinds, kind).toContain(kind);
    }
    const today = morning.obligations.filter(({ kind }) => kind === 'call_back');
    expect(today.some(({ deadline }) => deadline === day)).toBe(true);
    const reasons = new Set(morning.excluded.map(({ verdict }) => verdict));
    for (const reason of ['promised', 'stop', 'direct_debit', 'to_match_first']) {
      expect(reasons, reason).toContain(reason);
    }
  });

  test('promises pending, kept and broken; disputes; stops to look at again', async () => {
    const { counts } = await company.call.overview.promises({ outcomes: [], offset: 0, limit: 1 });
    const outcomes = new Map(counts.map(({ outcome, count }) => [outcome, count]));
    for (const outcome of ['pending', 'kept', 'broken']) {
      expect(outcomes.get(outcome) ?? 0, outcome).toBeGreaterThan(2);
    }
    const window = { offset: 0, limit: 50 };
    const disputes = await company.call.overview.disputes({ show: 'open', ...window });
    expect(disputes.total).toBeGreaterThan(1);
    const holds = await company.call.overview.holds({ isExpiringOnly: false, ...window });
    const expiring = await company.call.overview.holds({ isExpiringOnly: true, ...window });
    expect(expiring.total).toBeGreaterThan(0);
    expect(expiring.total).toBeLessThan(holds.total);
  });

  test('customers without an address or a telephone, credits to allocate, accounts to letter', async () => {
    const window = { offset: 0, limit: 50 };
    for (const missing of ['email', 'phone', 'address'] as const) {
      const { total } = await company.call.overview.missingContacts({ missing, ...window });
      expect(total, missing).toBeGreaterThan(0);
    }
    const credits = await company.call.overview.creditsToAllocate(window);
    expect(credits.total).toBeGreaterThan(2);
    expect(credits.totalCents).toBeLessThan(0);
    const toMatch = await company.call.imports.toMatch(window);
    expect(toMatch.total).toBeGreaterThan(0);
    const calls = await company.call.overview.calls({ fromDay: null, ...window });
    expect(calls.total).toBeGreaterThan(20);
  });
});

/** How many invoices the ledger file of a day holds, counted in its text. */
function invoicesOf(day: string): { documents: number } {
  const { fec } = sampleCompany(calendarDate(day));
  const lines = fec.text.split('\r\n').filter((line) => line.includes('\t411000\t'));
  return { documents: lines.filter((line) => line.startsWith('VE\t')).length };
}
