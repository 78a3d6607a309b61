import { expect, test } from 'vitest';
import { backOn } from '../../../../../src/main/intake/mail/back-on.ts';
import { calendarDate } from '../../../../../src/shared/kernel/calendar-date.ts';

// Received on Monday 23 November 2026.
test.each([
  ['Je serai de retour le lundi 7 décembre 2026.', '2026-12-07'],
  ['De retour le 07/12.', '2026-12-07'],
  ['Je reprends le 7/12/26 au matin', '2026-12-07'],
  ['Retour au bureau le 1er décembre', '2026-12-01'],
  ['Je suis absente jusqu’au vendredi 4 décembre inclus.', '2026-12-05'],
  ["Absent jusqu'au 04.12.2026", '2026-12-05'],
  ['En congés du 23 novembre au 4 décembre.', '2026-12-05'],
  ['En congés du 20/11 au 24/11, de retour le 25/11', '2026-11-25'],
  ['Fermeture annuelle, reprise le 4 janvier', '2027-01-04'],
  ['I am out of the office until December 4th, 2026.', '2026-12-05'],
  ['I will be back on 7 December', '2026-12-07'],
  ['Returning on Monday, 7th of December 2026', '2026-12-07'],
  ['back in the office on 2026-12-07', '2026-12-07'],
  ['Je serai de nouveau joignable à compter du 7 décembre', '2026-12-07'],
  ['Je suis absent.', null],
  ['De retour le 31 février', null],
  ['De retour le 12/10/2026', null],
  ['De retour le 12/10/2032', null],
  ['Votre facture du 12/10/2026 de 1 200,00 €', null],
  ['', null],
])('%j', (text, day) => {
  expect(backOn(text, calendarDate('2026-11-23'))).toBe(day);
});
