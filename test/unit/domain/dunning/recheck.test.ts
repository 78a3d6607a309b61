import { describe, expect, test } from 'vitest';
import type {
  PlannerPayer,
  PlannerSettings,
} from '../../../../src/shared/domain/dunning/planner-input.ts';
import {
  type LeavingMessage,
  type LeavingThanks,
  recheckMessage,
} from '../../../../src/shared/domain/dunning/recheck.ts';
import type { OpenItem } from '../../../../src/shared/domain/receivable/open-item.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { lateAs, plannerPayer, plannerSettings, toCome } from '../../../support/dunning.ts';
import { customer, euros, MONDAY, openItem } from '../../../support/open-items.ts';

const leaving: LeavingMessage = {
  channel: 'email',
  approvedOn: MONDAY,
  approvedMinute: 9 * 60,
  items: [
    { receivableId: 1, amountCents: euros(900), section: 'due' },
    { receivableId: 2, amountCents: euros(400), section: 'to_fall_due' },
  ],
  thanks: null,
};

const open = [lateAs(1, 900, 20), toCome(2, 400, '2026-11-26')];

const received: LeavingThanks = {
  isReceived: true,
  isStopped: false,
  currency: 'EUR',
  despiteOverdueCents: 0,
};

interface Part {
  readonly thanks?: Partial<LeavingThanks>;
  readonly items?: readonly OpenItem[];
  readonly payer?: Parameters<typeof plannerPayer>[1];
  readonly settings?: Partial<PlannerSettings>;
  readonly today?: string;
}

/** `go`, or what holds it. */
function rechecked(part: Part): string {
  const { items = open, payer, settings = {}, today = MONDAY, thanks } = part;
  const fresh = plannerPayer(items, payer);
  const found = recheckMessage(
    { ...leaving, thanks: thanks === undefined ? null : { ...received, ...thanks } },
    fresh,
    { ...plannerSettings(), ...settings },
    calendarDate(today),
  );
  if (found.mayGo) return 'go';
  const details = [found.receivableId, found.verdict, found.exchange].filter((one) => one !== null);
  return [found.hold, ...details].join(' ');
}

const exchange = (day: string, minuteOfDay: number | null): Partial<PlannerPayer> => ({
  lastExchange: { day: calendarDate(day), kind: 'call', minuteOfDay },
});

describe('a last look before leaving, in order of precedence', () => {
  test.each<readonly [string, Part, string]>([
    ['nothing changed', {}, 'go'],
    [
      'sending locked since',
      { settings: { isSendingLocked: true }, today: '2026-11-28' },
      'sending_locked',
    ],
    ['on a Saturday', { today: '2026-11-28', settings: { freshness: 'stale' } }, 'closed_day'],
    ['three working days later', { today: '2026-11-26' }, 'go'],
    [
      'four working days later',
      { today: '2026-11-27', settings: { freshness: 'stale' } },
      'too_old',
    ],
    [
      'the bank has grown old',
      { settings: { freshness: 'stale' }, payer: { reachable: [] } },
      'stale_data',
    ],
    ['nothing of the bank is known any more', { settings: { freshness: 'empty' } }, 'stale_data'],
    ['old, and allowed', { settings: { freshness: 'stale', isStaleAllowed: true } }, 'go'],
    [
      'the address refuses',
      { payer: { reachable: ['letter'], hasUnreadReply: true } },
      'no_address',
    ],
    [
      'a reply came in',
      { payer: { hasUnreadReply: true, ...exchange('2026-11-23', 600) } },
      'unread_reply',
    ],
    [
      'a call at 9:05 on a message approved at 9:00',
      { payer: exchange('2026-11-23', 545), items: [] },
      'exchange_since call',
    ],
    ['a call at 8:55', { payer: exchange('2026-11-23', 535) }, 'go'],
    [
      'a call of today, at an hour nobody noted',
      { payer: exchange('2026-11-23', null) },
      'exchange_since call',
    ],
    ['a call of tomorrow', { payer: exchange('2026-11-24', 1) }, 'exchange_since call'],
    [
      'a call of Friday, let through when it was approved',
      { payer: exchange('2026-11-20', null) },
      'go',
    ],
    ['one was settled', { items: [toCome(2, 400, '2026-11-26')] }, 'item_settled 1'],
    [
      'settled, and still in the books at nought',
      { items: [{ ...lateAs(1, 900, 20), outstandingCents: 0 }, toCome(2, 400, '2026-11-26')] },
      'item_settled 1',
    ],
    ['the one to come was paid early', { items: [lateAs(1, 900, 20)] }, 'item_settled 2'],
    [
      'disputed since',
      { payer: { on: { situation: customer({ items: { 1: { disputedCents: euros(900) } } }) } } },
      'item_stopped 1 disputed',
    ],
    [
      'promised since',
      { payer: { on: { situation: customer({ items: { 1: { promisedCents: euros(900) } } }) } } },
      'item_stopped 1 promised',
    ],
    [
      'stopped since',
      { payer: { on: { situation: customer({ isHeld: true }) } } },
      'item_stopped 1 stop',
    ],
    [
      'insolvent since',
      { payer: { on: { situation: customer({ isInsolvent: true }) } } },
      'item_stopped 1 insolvency',
    ],
    [
      'a payment not allocated came',
      {
        items: [
          ...open,
          openItem({
            receivableId: null,
            paymentId: 1,
            kind: 'payment',
            dueDate: null,
            outstandingCents: -euros(100),
          }),
        ],
      },
      'amount_changed 1',
    ],
    [
      'a part was paid',
      { items: [lateAs(1, 800, 20), toCome(2, 400, '2026-11-26')] },
      'amount_changed 1',
    ],
    [
      'the due date was put off',
      { items: [toCome(1, 900, '2026-12-26'), toCome(2, 400, '2026-11-26')] },
      'item_stopped 1 not_due',
    ],
    ['what was to come has come', { items: [lateAs(1, 900, 20), lateAs(2, 400, 9)] }, 'go'],
  ])('%s', (_, part, expected) => {
    expect(rechecked(part)).toBe(expected);
  });
});

describe('thanks about to leave', () => {
  const toFallDue = [toCome(2, 400, '2026-11-26')];
  test.each<readonly [string, Part, string]>([
    ['their items are settled', { items: [], thanks: {} }, 'go'],
    ['something is to fall due', { items: toFallDue, thanks: {} }, 'go'],
    [
      'the books are old: what was received stays so',
      { items: [], thanks: {}, settings: { freshness: 'stale' } },
      'go',
    ],
    [
      'the address refuses',
      { items: [], thanks: { isReceived: false }, payer: { reachable: ['letter'] } },
      'no_address',
    ],
    ['a reply came in', { items: [], thanks: {}, payer: { hasUnreadReply: true } }, 'unread_reply'],
    [
      'a call since',
      { items: [], thanks: {}, payer: exchange('2026-11-23', 545) },
      'exchange_since call',
    ],
    ['the money has gone', { thanks: { isReceived: false, isStopped: true } }, 'payment_gone'],
    ['the customer was stopped', { thanks: { isStopped: true } }, 'customer_stopped'],
    ['something became overdue', { thanks: {} }, 'overdue_since'],
    ['as much as is allowed', { thanks: { despiteOverdueCents: euros(900) } }, 'go'],
    ['overdue in another currency', { thanks: { currency: 'USD' } }, 'go'],
  ])('%s', (_, part, expected) => {
    expect(rechecked(part)).toBe(expected);
  });
});
