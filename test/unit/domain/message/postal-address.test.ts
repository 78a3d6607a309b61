import { describe, expect, test } from 'vitest';
import {
  ADDRESS_LINE_LENGTH_MAX,
  postalAddressOf,
} from '../../../../src/shared/domain/message/postal-address.ts';

interface Case {
  readonly name?: string;
  readonly contact?: string;
  readonly lines: readonly string[];
  readonly country?: string;
}

const addressOf = ({ name = 'Ets Babin', contact = '', lines, country = '' }: Case) =>
  postalAddressOf({ name, contactName: contact, addressLines: lines, countryCode: country });

/** Lines below the name, joined by bars. */
const below = (part: Case): string => addressOf(part).lines.slice(1).join(' | ');

describe('an address that nothing is wrong with', () => {
  const cases: readonly (readonly [string, Case, string])[] = [
    [
      'street and town in capitals without accents or punctuation',
      { lines: ['8, rue de l’Évêché', '86000 Poitiers'] },
      '8 RUE DE L EVECHE | 86000 POITIERS',
    ],
    [
      'dashes and points become spaces',
      { lines: ['2 bis, av. St-Exupéry', '79000 Niort-sur-Sèvre'] },
      '2 BIS AV ST EXUPERY | 79000 NIORT SUR SEVRE',
    ],
    [
      'CEDEX',
      { lines: ['BP 40123', '86000 Poitiers Cedex 9'] },
      'BP 40123 | 86000 POITIERS CEDEX 9',
    ],
    ['a postcode with a space', { lines: ['1 rue A', '75 008 Paris'] }, '1 RUE A | 75008 PARIS'],
    [
      'a postcode with its country',
      { lines: ['1 rue A', 'F-86000 Poitiers'] },
      '1 RUE A | 86000 POITIERS',
    ],
    [
      'a dash before the town',
      { lines: ['1 rue A', '86000 - POITIERS'] },
      '1 RUE A | 86000 POITIERS',
    ],
    ['the town first', { lines: ['1 rue A', 'Poitiers 86000'] }, '1 RUE A | 86000 POITIERS'],
    [
      'the town first, CEDEX last',
      { lines: ['1 rue A', 'Poitiers 86000 Cedex'] },
      '1 RUE A | 86000 POITIERS CEDEX',
    ],
    [
      'the postcode above its town',
      { lines: ['1 rue A', '86000', 'Poitiers'] },
      '1 RUE A | 86000 POITIERS',
    ],
    [
      'the postcode below its town',
      { lines: ['1 rue A', 'Poitiers', '86000'] },
      '1 RUE A | 86000 POITIERS',
    ],
    [
      'FRANCE is not printed',
      { lines: ['1 rue A', '86000 Poitiers', 'France'] },
      '1 RUE A | 86000 POITIERS',
    ],
    [
      'overseas, as in France',
      { lines: ['1 rue A', '97400 Saint-Denis'], country: 'RE' },
      '1 RUE A | 97400 SAINT DENIS',
    ],
    [
      'empty lines go',
      { lines: ['', '1 rue A', '  ', '86000 Poitiers'] },
      '1 RUE A | 86000 POITIERS',
    ],
    ['ligatures', { lines: ['1 rue du Cœur', '86000 Ærø'] }, '1 RUE DU COEUR | 86000 AERO'],
    [
      'a long street is abbreviated, as far as needed',
      { lines: ['128 avenue du Maréchal de Lattre de Tassigny', '86000 Poitiers'] },
      '128 AV DU MAL DE LATTRE DE TASSIGNY | 86000 POITIERS',
    ],
    [
      'a short street is not',
      { lines: ['12 avenue de la Gare', '86000 Poitiers'] },
      '12 AVENUE DE LA GARE | 86000 POITIERS',
    ],
    [
      'the country in capitals and in French, its town as it writes it',
      { lines: ['Hauptstraße 5', 'D-50667 Köln'], country: 'de' },
      'HAUPTSTRASSE 5 | D 50667 KOLN | ALLEMAGNE',
    ],
    [
      'the country is not printed twice',
      { lines: ['1 rue de la Loi', '1000 Bruxelles', 'Belgique'], country: 'BE' },
      '1 RUE DE LA LOI | 1000 BRUXELLES | BELGIQUE',
    ],
    [
      'a postcode below the town stays there',
      { lines: ['10 Downing Street', 'London SW1A 2AA'], country: 'GB' },
      '10 DOWNING STREET | LONDON SW1A 2AA | ROYAUME UNI',
    ],
    [
      'a country nobody knows is none',
      { lines: ['1 rue A', '86000 Poitiers'], country: '?' },
      '1 RUE A | 86000 POITIERS',
    ],
  ];
  test.each(cases)('%s', (_name, part, expected) => {
    expect(below(part)).toBe(expected);
    expect(addressOf(part).problems).toEqual([]);
  });

  test('its postcode, town and country are known for the order of the sheets', () => {
    const french = addressOf({ lines: ['1 rue A', '86000 Poitiers'] });
    expect([french.postcode, french.town, french.country]).toEqual(['86000', 'POITIERS', '']);
    const belgian = addressOf({ lines: ['1 rue A', '1000 Bruxelles'], country: 'BE' });
    expect([belgian.postcode, belgian.town, belgian.country]).toEqual([
      '1000',
      'BRUXELLES',
      'BELGIQUE',
    ]);
  });
});

describe('the name', () => {
  const lines = ['1 rue A', '86000 Poitiers'];
  test('stands first as it is written, the person below', () => {
    expect(addressOf({ name: ' Éts  Babin\n& Fils ', contact: 'Mme Noël', lines }).lines).toEqual([
      'Éts Babin & Fils',
      'Mme Noël',
      '1 RUE A',
      '86000 POITIERS',
    ]);
  });
  test('is not said twice by the person', () => {
    expect(addressOf({ name: 'Babin', contact: 'BABIN', lines }).lines).toHaveLength(3);
  });
  test('goes over two lines where it is long and there is room', () => {
    const name = 'Société des Établissements Réunis du Marais Poitevin';
    const split = addressOf({ name, lines }).lines;
    expect(split.slice(0, 2)).toEqual(['Société des Établissements Réunis du', 'Marais Poitevin']);
    const crowded = ['Bât. B', 'ZI Nord', '1 rue A', '86000 Poitiers'];
    const tight = addressOf({ name, contact: 'Mme Noël', lines: crowded });
    expect(tight.lines[0]).toBe(name);
    expect(tight.problems).toEqual(['address_line_too_long']);
  });
  test('of one word longer than a line is named as a problem', () => {
    const { lines: printed, problems } = addressOf({ name: 'X'.repeat(40), lines });
    expect(printed[0]).toHaveLength(40);
    expect(problems).toEqual(['address_line_too_long']);
  });
  test('alone may stand in for nobody: a person without a company is named', () => {
    const { lines: printed, problems } = addressOf({ name: '', contact: 'Mme Noël', lines });
    expect(printed[0]).toBe('Mme Noël');
    expect(problems).toEqual([]);
  });
});

describe('what is wrong is named', () => {
  const cases: readonly (readonly [string, Case, readonly string[]])[] = [
    ['nothing below the name', { lines: [] }, ['address_missing']],
    ['nothing below the name abroad', { lines: [], country: 'BE' }, ['address_missing']],
    ['nothing but blanks', { lines: [' ', ''] }, ['address_missing']],
    ['no name', { name: '', lines: ['1 rue A', '86000 Poitiers'] }, ['address_without_name']],
    ['no postcode', { lines: ['1 rue A', 'Poitiers'] }, ['address_without_postcode']],
    [
      'a zero lost by a spreadsheet',
      { lines: ['1 rue A', '1000 Bourg-en-Bresse'] },
      ['address_postcode_short'],
    ],
    ['no town', { lines: ['1 rue A', '86000'] }, ['address_without_town']],
    ['no street', { lines: ['86000 Poitiers'] }, ['address_without_street']],
    [
      'too many lines',
      { lines: ['Bât. B', 'Esc. 2', 'ZI Nord', '1 rue A', 'BP 12', '86000 Poitiers'] },
      ['address_too_many_lines'],
    ],
    [
      'a line no abbreviation shortens enough',
      { lines: ['128 chaussée des Grands Aménagements Hydrauliques', '86000 Poitiers'] },
      ['address_line_too_long'],
    ],
  ];
  test.each(cases)('%s', (_name, part, expected) => {
    expect(addressOf(part).problems).toEqual(expected);
  });

  test('what does not fit on the sheet keeps its head and its end', () => {
    const lines = ['Bât. B', 'Esc. 2', 'ZI Nord', '1 rue A', 'BP 12', '86000 Poitiers'];
    expect(addressOf({ lines }).lines).toEqual([
      'Ets Babin',
      'BAT B',
      'ZI NORD',
      '1 RUE A',
      'BP 12',
      '86000 POITIERS',
    ]);
  });

  test('seven lines are good abroad', () => {
    const lines = ['Building B', 'Floor 2', 'Park', '1 Road', '1000 Bruxelles'];
    const { lines: printed, problems } = addressOf({ lines, country: 'BE' });
    expect(printed).toHaveLength(7);
    expect(problems).toEqual([]);
  });
});

test('an address once in postal form stays as it is', () => {
  const lines = [
    'Bâtiment B',
    '128 avenue du Maréchal de Lattre de Tassigny',
    '86000 Poitiers Cedex',
  ];
  const first = addressOf({ lines });
  const again = addressOf({ lines: first.lines.slice(1) });
  expect(again.lines).toEqual(first.lines);
  expect(Math.max(...again.lines.map((line) => line.length))).toBeLessThanOrEqual(
    ADDRESS_LINE_LENGTH_MAX,
  );
});
