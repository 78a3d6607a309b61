import { describe, expect, test } from 'vitest';
import {
  type AccountKind,
  accountKindOf,
  counterpartOf,
} from '../../../../src/shared/domain/statement/counterpart.ts';
import type { Counterpart } from '../../../../src/shared/domain/statement/statement.ts';
import { cents } from '../../../../src/shared/kernel/cents.ts';

test.each<readonly [string, AccountKind]>([
  ['411000', 'customer'],
  ['41810000', 'customer'],
  ['419100', 'customer'],
  ['413000', 'bill'],
  ['416000', 'doubtful'],
  ['401DEM', 'supplier'],
  ['409100', 'supplier'],
  ['445710', 'vat'],
  ['445800', 'vat'],
  ['445660', 'other'],
  ['467100', 'factor'],
  ['487000', 'sales'],
  ['511200', 'bank'],
  ['511300', 'bill'],
  ['511400', 'bill'],
  ['511500', 'factor'],
  ['512000', 'bank'],
  ['514000', 'bank'],
  ['530000', 'cash'],
  ['580000', 'bank'],
  ['607000', 'other'],
  ['654000', 'loss'],
  ['658000', 'loss'],
  ['665000', 'loss'],
  ['707000', 'sales'],
  ['713000', 'other'],
  ['714000', 'loss'],
  ['758000', 'loss'],
  ['775100', 'sales'],
  ['781000', 'other'],
  ['101000', 'other'],
  ['', 'other'],
])('account %s is of kind %s', (code, kind) => {
  expect(accountKindOf(code)).toBe(kind);
});

/** Accounts with their amounts, debit positive; the first is the customer line looked at. */
type Case = readonly [string, Counterpart, readonly (readonly [string, number])[]];

const entries: readonly Case[] = [
  [
    'an invoice',
    'sales',
    [
      ['411', 120],
      ['707', -100],
      ['44571', -20],
    ],
  ],
  [
    'a credit note',
    'sales',
    [
      ['411', -120],
      ['707', 100],
      ['44571', 20],
    ],
  ],
  [
    'an invoice with an expense re-invoiced',
    'sales',
    [
      ['411', 130],
      ['707', -100],
      ['625', -30],
    ],
  ],
  [
    'an invoice of which only the tax is left',
    'sales',
    [
      ['411', 20],
      ['44571', -20],
    ],
  ],
  [
    'a receipt',
    'bank',
    [
      ['411', -120],
      ['512', 120],
    ],
  ],
  [
    'a receipt with tax due on receipts',
    'bank',
    [
      ['411', -120],
      ['512', 120],
      ['44574', 20],
      ['44571', -20],
    ],
  ],
  [
    'a receipt less a bank fee',
    'bank',
    [
      ['411', -1000],
      ['512', 995],
      ['627', 5],
    ],
  ],
  [
    'a receipt less a discount of 5 %',
    'bank',
    [
      ['411', -1000],
      ['512', 950],
      ['665', 50],
    ],
  ],
  [
    'a receipt less more than that',
    'mixed',
    [
      ['411', -1000],
      ['512', 949],
      ['665', 51],
    ],
  ],
  [
    'a remittance of two cheques',
    'bank',
    [
      ['411', -100],
      ['411', -200],
      ['511', 300],
    ],
  ],
  [
    'cash',
    'cash',
    [
      ['411', -15],
      ['53', 15],
    ],
  ],
  [
    'a refund',
    'bank',
    [
      ['411', 87],
      ['512', -87],
    ],
  ],
  [
    'an accepted bill',
    'bill',
    [
      ['411', -500],
      ['413', 500],
    ],
  ],
  [
    'a factor',
    'factor',
    [
      ['411', -500],
      ['467', 500],
    ],
  ],
  [
    'a set-off',
    'supplier',
    [
      ['411', -500],
      ['401', 500],
    ],
  ],
  [
    'a net receipt',
    'mixed',
    [
      ['411', -7945.3],
      ['401', 1023.52],
      ['512', 6921.78],
    ],
  ],
  [
    'a doubtful transfer',
    'doubtful',
    [
      ['411', -500],
      ['416', 500],
    ],
  ],
  [
    'a loss with its tax',
    'loss',
    [
      ['411', -120],
      ['654', 100],
      ['44571', 20],
    ],
  ],
  [
    'a transfer between customers',
    'customer',
    [
      ['411', -50],
      ['411', 50],
    ],
  ],
  [
    'a salary paid by a customer',
    'other',
    [
      ['411', -50],
      ['421', 50],
    ],
  ],
  [
    'expense and loss alone',
    'mixed',
    [
      ['411', -50],
      ['627', 25],
      ['654', 25],
    ],
  ],
  ['nothing else', 'none', [['411', 50]]],
];

describe('what answers a customer line', () => {
  test.each(entries)('%s: %s', (_name, expected, lines) => {
    const parts = lines.map(([account, euros]) => ({
      kind: accountKindOf(account),
      amountCents: cents(Math.round(euros * 100)),
    }));
    const side = (lines[0]?.[1] ?? 0) < 0 ? -1 : 1;
    expect(counterpartOf(parts, side)).toBe(expected);
  });
});
