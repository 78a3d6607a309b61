import { describe, expect, test } from 'vitest';
import type { Severity } from '../../../../src/shared/domain/dunning/severity.ts';
import type { ChargeSettings } from '../../../../src/shared/domain/interest/charge-settings.ts';
import {
  CHARGE_DEFAULTS,
  chargeStageOf,
} from '../../../../src/shared/domain/interest/charge-settings.ts';

const stages = (settings: Partial<ChargeSettings>, levels: readonly (Severity | null)[]) =>
  levels.map((severity) => chargeStageOf(severity, { ...CHARGE_DEFAULTS, ...settings }));

describe('what a message says of charges, by its level', () => {
  const levels = [
    null,
    'notice',
    'reminder_2',
    'reminder_3',
    'formal_notice',
    'hand_over',
  ] as const;

  test.each([
    ['by default', {}, ['silent', 'silent', 'silent', 'shown', 'claimed', 'claimed']],
    [
      'claimed from the second reminder',
      { claimedFrom: 'reminder_2' },
      ['silent', 'silent', 'claimed', 'claimed', 'claimed', 'claimed'],
    ],
    [
      'never claimed',
      { claimedFrom: null },
      ['silent', 'silent', 'silent', 'shown', 'shown', 'shown'],
    ],
    [
      'never spoken of',
      { claimedFrom: null, shownFrom: null },
      ['silent', 'silent', 'silent', 'silent', 'silent', 'silent'],
    ],
  ] as const)('%s', (_, settings, expected) => {
    expect(stages(settings, levels)).toEqual(expected);
  });
});
