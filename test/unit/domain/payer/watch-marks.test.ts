import { expect, test } from 'vitest';
import { type Happening, marksOf } from '../../../../src/shared/domain/payer/watch-marks.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const at = (day: string, kind: string, amountCents: number | null): Happening<string> => ({
  day: calendarDate(day),
  kind,
  amountCents,
});
const shown = (happenings: readonly Happening<string>[]) =>
  marksOf(happenings, calendarDate('2026-10-01'), calendarDate('2026-10-31')).map((mark) =>
    [mark.day.slice(8), mark.kind, mark.count, mark.amountCents].join(' '),
  );

const cases: readonly (readonly [string, readonly Happening<string>[], readonly string[]])[] = [
  ['nothing happened', [], []],
  [
    'both ends are shown, what lies beyond is not',
    [
      at('2026-09-30', 'due', 1),
      at('2026-10-01', 'due', 2),
      at('2026-10-31', 'due', 3),
      at('2026-11-01', 'due', 4),
    ],
    ['01 due 1 2', '31 due 1 3'],
  ],
  [
    'what falls together is one mark with its sum',
    [at('2026-10-05', 'due', 100), at('2026-10-05', 'paid', 7), at('2026-10-05', 'due', 20)],
    ['05 due 2 120', '05 paid 1 7'],
  ],
  [
    'what has no amount adds none',
    [at('2026-10-05', 'call', null), at('2026-10-05', 'call', null)],
    ['05 call 2 '],
  ],
  [
    'an amount beside one unknown is the amount known',
    [at('2026-10-05', 'due', null), at('2026-10-05', 'due', 5), at('2026-10-05', 'due', null)],
    ['05 due 3 5'],
  ],
  [
    'marks come in the order of their days',
    [at('2026-10-09', 'due', 1), at('2026-10-02', 'due', 1), at('2026-10-05', 'due', 1)],
    ['02 due 1 1', '05 due 1 1', '09 due 1 1'],
  ],
];
test.each(cases)('%s', (_what, happenings, expected) => {
  expect(shown(happenings)).toEqual(expected);
});
