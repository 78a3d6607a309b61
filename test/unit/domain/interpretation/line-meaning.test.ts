import { describe, expect, it } from 'vitest';
import type { SettlementNature } from '../../../../src/shared/domain/interpretation/interpretation.ts';
import {
  isDatedOpening,
  meaningOf,
  naturePatternOf,
} from '../../../../src/shared/domain/interpretation/line-meaning.ts';
import type { Counterpart } from '../../../../src/shared/domain/statement/statement.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { line, opening } from './a-customer.ts';

const NO_RULES = new Map<string, SettlementNature>();

function told(of: ReturnType<typeof meaningOf>): string {
  return of.is === 'item' ? of.kind : `${of.kind} ${of.nature}${of.isReturn ? ' returned' : ''}`;
}

describe('a debit', () => {
  it.each<[Counterpart, string, number, string, string]>([
    ['sales', 'F1', 100_00, '', 'invoice'],
    ['mixed', 'F1', 100_00, '', 'invoice'],
    ['none', 'F1', 100_00, '', 'invoice'],
    ['none', 'OD', 100_00, '', 'other'],
    ['other', 'OD1', 100_00, 'Virement de compte', 'other'],
    ['other', 'OD1', 12_00, 'Frais bancaires', 'fee'],
    ['supplier', 'OD1', 100_00, '', 'other'],
    ['customer', 'OD1', 100_00, '', 'other'],
    ['opening', 'X1', 100_00, '', 'opening'],
    ['bank', '', 100_00, 'VIR', 'refund bank returned'],
    ['cash', '', 100_00, '', 'refund cash returned'],
    ['bill', '', 100_00, '', 'refund bill returned'],
    ['factor', '', 100_00, '', 'refund factor returned'],
    ['doubtful', '', 100_00, '', 'refund doubtful returned'],
    ['bank', '', 15_00, 'FRAIS IMPAYE', 'fee'],
    ['loss', '', 5_00, 'ecart', 'entry loss'],
    ['loss', '', 5_01, 'ecart', 'invoice'],
  ])(
    'against %s (%j, %i, %j) is: %s',
    (...[counterpart, documentNumber, cents, label, expected]) => {
      const one = line('2026-01-05', cents, { counterpart, documentNumber, label });
      expect(told(meaningOf(one, 'ordinary', NO_RULES))).toBe(expected);
    },
  );
});

describe('a credit', () => {
  it.each<[Counterpart, string]>([
    ['sales', 'credit_note'],
    ['bank', 'receipt bank'],
    ['cash', 'receipt cash'],
    ['bill', 'receipt bill'],
    ['factor', 'receipt factor'],
    ['supplier', 'entry set_off'],
    ['customer', 'entry set_off'],
    ['doubtful', 'entry doubtful'],
    ['loss', 'entry loss'],
    ['opening', 'entry opening'],
    ['other', 'entry other_entry'],
    ['mixed', 'entry unknown'],
    ['none', 'entry unknown'],
  ])('against %s is: %s', (counterpart, expected) => {
    const one = line('2026-01-05', -100_00, { counterpart });
    expect(told(meaningOf(one, 'ordinary', NO_RULES))).toBe(expected);
  });

  it('has the nature a person gave to its pattern', () => {
    const one = line('2026-01-05', -100_00, { counterpart: 'mixed', journalCode: 'OD' });
    expect(naturePatternOf(one)).toBe('OD|mixed|credit');
    const of = (nature: SettlementNature) =>
      told(meaningOf(one, 'ordinary', new Map([['OD|mixed|credit', nature]])));
    expect(of('bank')).toBe('receipt bank');
    expect(of('credit_note')).toBe('credit_note');
    expect(of('set_off')).toBe('entry set_off');
  });

  it('of an opening stays an opening whatever the rules', () => {
    const rules = new Map<string, SettlementNature>([['AN|opening|credit', 'bank']]);
    expect(told(meaningOf(opening('2026-01-01', -5_00), 'ordinary', rules))).toBe('entry opening');
  });
});

it('the pattern of a debit is another', () => {
  expect(naturePatternOf(line('2026-01-05', 1, { journalCode: 'BQ', counterpart: 'bank' }))).toBe(
    'BQ|bank|debit',
  );
});

describe('on an account of deposits, all lines are deposits', () => {
  it.each([
    [line('2026-01-05', -100_00, { counterpart: 'bank' }), 'deposit bank'],
    [line('2026-01-05', 100_00, { counterpart: 'sales' }), 'deposit other_entry'],
    [opening('2026-01-01', -100_00), 'deposit opening'],
  ])('%#', (one, expected) => {
    expect(told(meaningOf(one, 'deposit', NO_RULES))).toBe(expected);
  });
});

describe('an opening is dated by its document', () => {
  it.each([
    ['F123', '2025-11-15', true],
    ['F123', '2025-12-31', true],
    ['F123', '2026-01-01', false],
    ['F123', null, false],
    ['RAN', '2025-11-15', false],
    ['AN2025', '2025-12-31', false],
    ['AN2025', '2025-11-15', true],
  ])('%s of %s: %s', (documentNumber, documentDate, expected) => {
    expect(
      isDatedOpening({
        documentNumber,
        documentDate: documentDate === null ? null : calendarDate(documentDate),
        lineDate: calendarDate('2026-01-01'),
      }),
    ).toBe(expected);
  });

  it('and is then an invoice', () => {
    const dated = opening('2026-01-01', 10_00, {
      documentNumber: 'F1',
      documentDate: '2025-11-15',
    });
    expect(told(meaningOf(dated, 'ordinary', NO_RULES))).toBe('invoice');
    expect(told(meaningOf(opening('2026-01-01', 10_00), 'ordinary', NO_RULES))).toBe('opening');
  });
});
