import { describe, expect, test } from 'vitest';
import {
  formatRegisteredNumber,
  registeredNumberOf,
} from '../../../../src/shared/domain/message/registered-number.ts';

describe('the number of a registered letter', () => {
  test.each([
    ['1A 123 456 7890 1', '1A12345678901'],
    ['1a-123.456.7890\u00a01', '1A12345678901'],
    ['*2C16512345678*', '2C16512345678'],
    ['RR 47312482 9 GB', 'RR473124829GB'],
    ['RK000000080FR', 'RK000000080FR'],
    ['RK000000005FR', 'RK000000005FR'],
    ['87000123456', '87000123456'],
    ['870001234567890', '870001234567890'],
  ])('%s reads as %s', (typed, number) => {
    expect(registeredNumberOf(typed)).toEqual({ isDone: true, value: number });
  });

  test.each([
    ['', 'registered_number_empty'],
    [' - ', 'registered_number_empty'],
    ['1A 123 456 7890 é', 'registered_number_signs'],
    ['1A12345678', 'registered_number_length'],
    ['1A12345678901234', 'registered_number_length'],
    ['RR473124828GB', 'registered_number_key'],
  ])('%s is refused: %s', (typed, refusal) => {
    expect(registeredNumberOf(typed)).toEqual({ isDone: false, refusal });
  });
});

test.each([
  ['1A12345678901', '1A 123 456 7890 1'],
  ['1A 123 456 7890 1', '1A 123 456 7890 1'],
  ['RR473124829GB', 'RR 47312482 9 GB'],
  ['87000123456', '8700 0123 456'],
  ['', ''],
])('%s is written %s', (number, written) => {
  expect(formatRegisteredNumber(number).replaceAll('\u00a0', ' ')).toBe(written);
});
