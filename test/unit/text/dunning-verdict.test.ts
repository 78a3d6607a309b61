import { describe, expect, test } from 'vitest';
import {
  DUNNING_VERDICTS,
  type DunningVerdict,
  NO_DETAIL,
  type VerdictDetail,
} from '../../../src/shared/domain/dunning/dunning-verdict.ts';
import { calendarDate } from '../../../src/shared/kernel/calendar-date.ts';
import { dunningSentence } from '../../../src/shared/text/dunning-verdict.ts';
import { lateAs, planned, plannerPayer } from '../../support/dunning.ts';
import { MONDAY } from '../../support/open-items.ts';

const friday = calendarDate('2026-11-27');

function sentence(
  verdict: DunningVerdict,
  part: Partial<VerdictDetail> = {},
  language: 'fr' | 'en' = 'fr',
): string {
  return dunningSentence(
    { verdict, detail: { ...NO_DETAIL, ...part } },
    { language, today: MONDAY },
  );
}

describe('why an amount is in the batch or not, with its figures', () => {
  test.each<readonly [DunningVerdict, Partial<VerdictDetail>, string]>([
    [
      'step_not_reached',
      { day: friday, severity: 'reminder_2', channel: 'email' },
      'Relance 2 prévue le 27/11.',
    ],
    [
      'step_not_reached',
      { day: calendarDate('2027-01-04'), channel: 'call' },
      'Appel prévu le 04/01/2027.',
    ],
    ['step_not_reached', { day: friday }, 'Étape prévue le 27/11.'],
    [
      'exchange_recent',
      { day: MONDAY, exchange: 'call', minuteOfDay: 545 },
      'Appel du jour (9 h 05) : les relances attendent.',
    ],
    [
      'exchange_recent',
      { day: MONDAY, exchange: 'reply' },
      'Réponse du jour : les relances attendent.',
    ],
    [
      'exchange_recent',
      { day: calendarDate('2026-11-19') },
      'Échange du 19/11 : les relances attendent.',
    ],
    ['interval', { day: friday }, 'Relancé récemment : prochaine relance le 27/11 au plus tôt.'],
    ['monthly_cap', { count: 4 }, 'Plafond mensuel atteint : 4 courriels en 30 jours.'],
    ['in_outbox', { day: MONDAY }, 'Message du 23/11 dans la boîte d’envoi.'],
    ['in_outbox', { day: MONDAY, channel: 'letter' }, 'Courrier du 23/11 imprimé, à poster.'],
    ['already_sent_today', { day: MONDAY }, 'Un message part ou est parti aujourd’hui.'],
    [
      'already_sent_today',
      { day: calendarDate('2026-11-20') },
      'Le message du 20/11 n’est pas parti.',
    ],
    ['no_address', { channel: 'email' }, 'Aucune coordonnée valable pour le joindre par courriel.'],
    [
      'planned',
      { severity: 'reminder_1', channel: 'email' },
      'Relance 1 aujourd’hui, par courriel.',
    ],
    [
      'to_confirm',
      { severity: 'formal_notice', channel: 'registered_letter' },
      'Mise en demeure à confirmer, en recommandé.',
    ],
    [
      'to_confirm',
      { kind: 'promise_broken', channel: 'email' },
      'Rappel de la promesse non tenue à confirmer, par courriel.',
    ],
    [
      'task_vip',
      { severity: 'reminder_1', person: 'Dupas' },
      'VIP : relance 1 à traiter par Dupas.',
    ],
    ['task_vip', { severity: 'reminder_1' }, 'VIP : relance 1 à traiter, personne n’est désigné.'],
    ['residue', { channel: 'sms' }, 'Petit reste : SMS dès qu’une autre relance part.'],
    [
      'rep_notice_pending',
      { day: friday, severity: 'formal_notice' },
      'Mise en demeure possible le 27/11, après l’avis au commercial.',
    ],
    [
      'listed',
      { day: friday, severity: 'reminder_1' },
      'Citée dans la relance du jour ; relance 1 prévue le 27/11.',
    ],
    ['disputed', {}, 'En litige.'],
  ])('%s: %j', (verdict, detail, expected) => {
    expect(sentence(verdict, detail)).toBe(expected);
  });

  test('in English too', () => {
    expect(sentence('step_not_reached', { day: friday, severity: 'reminder_2' }, 'en')).toBe(
      'Reminder 2 planned for 27/11.',
    );
    expect(
      sentence('exchange_recent', { day: MONDAY, exchange: 'call', minuteOfDay: 545 }, 'en'),
    ).toBe('Call today (9:05): reminders wait.');
    expect(sentence('step_not_reached', { day: friday }, 'en')).toBe('Step planned for 27/11.');
  });
});

test.each(['fr', 'en'] as const)(
  '%s: every verdict is one sentence that ends with a point',
  (language) => {
    for (const verdict of DUNNING_VERDICTS) {
      const told = dunningSentence({ verdict }, { language, today: MONDAY });
      expect(told, verdict).toMatch(/^\p{Lu}.*\.$/u);
      expect(told, verdict).not.toContain('undefined');
      expect(
        sentence(verdict, { day: MONDAY, channel: 'letter', severity: 'reminder_1' }, language),
      ).not.toContain('null');
    }
  },
);

test('what the planner says of an invoice reads as it should', () => {
  const [item] = planned(plannerPayer([lateAs(1, 900, 8)])).items;
  expect(
    item?.parts.map((part) => dunningSentence(part, { language: 'fr', today: MONDAY })),
  ).toEqual(['Relance 1 prévue le 24/11.']);
});
