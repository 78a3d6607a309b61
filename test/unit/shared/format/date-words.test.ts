import { describe, expect, test } from 'vitest';
import { parseDateWords } from '../../../../src/shared/format/date-words.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const MONDAY = calendarDate('2026-11-23');

describe('a day typed in words, on Monday 23/11/2026', () => {
  const cases: readonly [string, string | null][] = [
    ['demain', '2026-11-24'],
    ['Demain ', '2026-11-24'],
    ['après-demain', '2026-11-25'],
    ['apres demain', '2026-11-25'],
    ["aujourd'hui", '2026-11-23'],
    ['aujourd’hui', '2026-11-23'],
    ['hier', '2026-11-22'],
    ['tomorrow', '2026-11-24'],
    ['ven.', '2026-11-27'],
    ['ven', '2026-11-27'],
    ['vendredi', '2026-11-27'],
    ['friday', '2026-11-27'],
    ['lundi', '2026-11-30'],
    ['lundi prochain', '2026-11-30'],
    ['vendredi prochain', '2026-11-27'],
    ['next friday', '2026-11-27'],
    ['vendredi en huit', '2026-12-04'],
    ['vendredi en quinze', '2026-12-11'],
    ['ce vendredi', '2026-11-27'],
    ['ven. 27', '2026-11-27'],
    ['ven. 27 nov.', '2026-11-27'],
    ['vendredi 27/11', '2026-11-27'],
    ['jeudi 27 nov.', null],
    ['vendredi xx', null],
    ['+8', '2026-12-01'],
    ['+ 8 jours', '2026-12-01'],
    ['J+8', '2026-12-01'],
    ['+2 sem', '2026-12-07'],
    ['+1 mois', '2026-12-23'],
    ['-3', '2026-11-20'],
    ['dans 3 jours', '2026-11-26'],
    ['dans trois jours', '2026-11-26'],
    ['dans une semaine', '2026-11-30'],
    ['dans un mois', '2026-12-23'],
    ['sous 8 jours', '2026-12-01'],
    ["d'ici 8 jours", '2026-12-01'],
    ['8 jours', '2026-12-01'],
    ['8j', '2026-12-01'],
    ['sous huitaine', '2026-12-01'],
    ['sous quinzaine', '2026-12-08'],
    ['in 3 days', '2026-11-26'],
    ['dans plusieurs jours', null],
    ['12/11', '2026-11-12'],
    ['12/01', '2027-01-12'],
    ['12/6', '2026-06-12'],
    ['12/11/2026', '2026-11-12'],
    ['12/11/26', '2026-11-12'],
    ['12-11-2026', '2026-11-12'],
    ['12.11.26', '2026-11-12'],
    ['12 11', '2026-11-12'],
    ['121126', '2026-11-12'],
    ['12112026', '2026-11-12'],
    ['20261112', '2026-11-12'],
    ['2026-11-12', '2026-11-12'],
    ['le 10', '2026-12-10'],
    ['10', '2026-12-10'],
    ['23', '2026-11-23'],
    ['le 31', '2026-12-31'],
    ['1er', '2026-12-01'],
    ['12 novembre', '2026-11-12'],
    ['12 nov. 2027', '2027-11-12'],
    ['12 nov 27', '2027-11-12'],
    ['1er décembre', '2026-12-01'],
    ['15 août', '2026-08-15'],
    ['3 march', '2027-03-03'],
    ['fin de mois', '2026-11-30'],
    ['fin du mois', '2026-11-30'],
    ['fin mois', '2026-11-30'],
    ['FDM', '2026-11-30'],
    ['fin du mois prochain', '2026-12-31'],
    ['fin de semaine', '2026-11-27'],
    ['semaine prochaine', '2026-11-30'],
    ['mois prochain', '2026-12-01'],
    ['fin décembre', '2026-12-31'],
    ['fin janvier', '2027-01-31'],
    ['début décembre', '2026-12-01'],
    ['mi-décembre', '2026-12-15'],
    ['fin juin 2027', '2027-06-30'],
    // no such day
    ['', null],
    ['bientôt', null],
    ['31/11', null],
    ['32', null],
    ['0', null],
    ['29/02/2026', null],
    ['12/13/2026', null],
    ['12/11/1926', null],
    ['12/11/0098', null],
    ['991231', null],
    ['12 jui', null],
    ['12 xyz', null],
    ['le', null],
    ['+', null],
    ['+1000000', null],
  ];
  test.each(cases)('« %s » is %s', (text, day) => {
    expect(parseDateWords(text, MONDAY)).toBe(day);
  });
});

test('a weekday said on that day is the next week, and a week ends on its Friday', () => {
  const friday = calendarDate('2026-11-27');
  expect(parseDateWords('vendredi', friday)).toBe('2026-12-04');
  expect(parseDateWords('fin de semaine', friday)).toBe('2026-11-27');
  expect(parseDateWords('fin de semaine', calendarDate('2026-11-28'))).toBe('2026-12-04');
});

test('the 31st is sought in the months that have one', () => {
  expect(parseDateWords('31', calendarDate('2027-02-01'))).toBe('2027-03-31');
});

test('a leap day without a year is the nearest one there is', () => {
  expect(parseDateWords('29/02', calendarDate('2027-06-01'))).toBe('2028-02-29');
  expect(parseDateWords('29/02', calendarDate('2030-06-01'))).toBeNull();
});
