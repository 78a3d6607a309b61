import { describe, expect, test } from 'vitest';
import type { PriorityReason } from '../../../src/shared/domain/priority/priority-reason.ts';
import { calendarDate } from '../../../src/shared/kernel/calendar-date.ts';
import { prioritySentence } from '../../../src/shared/text/priority-reason.ts';

const reading = { today: calendarDate('2026-11-23'), currency: 'EUR' };
/** The sentences with plain spaces, to be read. */
const said = (...reasons: PriorityReason[]) =>
  (['fr', 'en'] as const).map((language) =>
    prioritySentence(reasons, { ...reading, language }).replace(/[\u00a0\u202f]/g, ' '),
  );
const day = calendarDate;

describe('the sentence of a row', () => {
  test('tells the three most telling reasons, with figures', () => {
    expect(
      said(
        {
          code: 'broken_promise',
          promisedFor: day('2026-11-12'),
          amountCents: 1_500_000,
          count: 1,
        },
        { code: 'items_late_beyond', count: 3, days: 60 },
        { code: 'not_contacted_for', days: 18 },
        { code: 'no_contact_known' },
      ),
    ).toEqual([
      'Promesse du 12/11 non tenue (15 000 €), 3 factures > 60 j, aucun contact depuis 18 jours.',
      'Promise of 12/11 broken (€15,000), 3 invoices > 60 d, no contact for 18 days.',
    ]);
  });

  test('always says that dates were estimated', () => {
    const [french] = said(
      { code: 'exposure_exceeded', excessCents: 320_049 },
      { code: 'order_waiting' },
      { code: 'items_late', count: 2, daysPastDue: 47 },
      { code: 'never_contacted' },
      { code: 'dates_estimated', amountCents: 100 },
    );
    expect(french).toBe(
      'Plafond dépassé de 3 200 €, commande en attente, 2 factures échues, la plus ancienne depuis 47 j, dates estimées.',
    );
  });
});

describe('each reason', () => {
  const cases: readonly (readonly [PriorityReason, string, string])[] = [
    [
      { code: 'broken_promise', promisedFor: day('2025-12-30'), amountCents: 99_950, count: 2 },
      'Promesse du 30/12/2025 non tenue (1 000 €, 2 en six mois).',
      'Promise of 30/12/2025 broken (€1,000, 2 in six months).',
    ],
    [
      { code: 'rejected_payment', day: day('2026-11-20'), amountCents: 480_000 },
      'Règlement rejeté le 20/11 (4 800 €).',
      'Payment rejected on 20/11 (€4,800).',
    ],
    [
      { code: 'exposure_exceeded', excessCents: 320_000 },
      'Plafond dépassé de 3 200 €.',
      'Limit exceeded by €3,200.',
    ],
    [{ code: 'order_waiting' }, 'Commande en attente.', 'Order waiting.'],
    [
      { code: 'good_payer_late', usualDelayDays: 3, daysPastDue: 47 },
      'Bon payeur (3 j d’habitude) en retard de 47 j.',
      'Good payer (usually 3 d) 47 d late.',
    ],
    [
      { code: 'good_payer_late', usualDelayDays: -2, daysPastDue: 47 },
      'Bon payeur (à l’heure d’habitude) en retard de 47 j.',
      'Good payer (usually on time) 47 d late.',
    ],
    [
      { code: 'payment_day_missed', day: day('2026-11-25') },
      'Rien reçu à son règlement du 25/11.',
      'Nothing received on the payment day of 25/11.',
    ],
    [
      { code: 'payment_day_near', day: day('2026-11-25') },
      'Règlement habituel attendu le 25/11.',
      'Usual payment expected on 25/11.',
    ],
    [{ code: 'items_late_beyond', count: 1, days: 60 }, '1 facture > 60 j.', '1 invoice > 60 d.'],
    [
      { code: 'items_late', count: 1, daysPastDue: 12 },
      '1 facture échue depuis 12 j.',
      '1 invoice overdue by 12 d.',
    ],
    [
      { code: 'items_late', count: 2, daysPastDue: 12 },
      '2 factures échues, la plus ancienne depuis 12 j.',
      '2 invoices overdue, the oldest by 12 d.',
    ],
    [{ code: 'never_contacted' }, 'Jamais joint.', 'Never reached.'],
    [{ code: 'reached', days: 0 }, 'Joint aujourd’hui.', 'Reached today.'],
    [{ code: 'reached', days: 1 }, 'Joint hier.', 'Reached yesterday.'],
    [{ code: 'reached', days: 4 }, 'Joint il y a 4 jours.', 'Reached 4 days ago.'],
    [{ code: 'unanswered', count: 1 }, '1 appel sans réponse.', '1 call unanswered.'],
    [{ code: 'unanswered', count: 3 }, '3 appels sans réponse.', '3 calls unanswered.'],
    [{ code: 'no_contact_known' }, 'Aucun contact connu.', 'No contact known.'],
    [{ code: 'dates_estimated', amountCents: 1 }, 'Dates estimées.', 'Dates estimated.'],
  ];
  test.each(cases)('%j', (reason, french, english) => {
    expect(said(reason)).toEqual([french, english]);
  });
});

test('an amount is written in the currency of the row', () => {
  const sentence = prioritySentence([{ code: 'exposure_exceeded', excessCents: 120_000 }], {
    ...reading,
    language: 'fr',
    currency: 'CHF',
  });
  expect(sentence.replace(/[\u00a0\u202f]/g, ' ')).toBe('Plafond dépassé de 1 200 CHF.');
});
