import { describe, expect, test } from 'vitest';
import { readFecHeader } from '../../../../../src/main/intake/fec/fec-columns.ts';
import { readFecFileName } from '../../../../../src/main/intake/fec/file-name.ts';
import { PLAIN_HEADER } from '../../../../support/fec-writer.ts';

const header = (separator: string) => PLAIN_HEADER.replaceAll('\t', separator);

describe('the header of a FEC', () => {
  test.each(['\t', '|', ';', ','])('is read whatever separates its columns (%j)', (separator) => {
    const read = readFecHeader(header(separator));
    expect(read.isDone && read.value.separator).toBe(separator);
    expect(read.isDone && read.value.variant).toBe('debit_credit');
    expect(read.isDone && read.value.absentColumns).toEqual([]);
  });

  test.each([
    ['upper case', PLAIN_HEADER.toUpperCase()],
    ['lower case', PLAIN_HEADER.toLowerCase()],
    ['accents', PLAIN_HEADER.replace('Debit', 'Débit').replace('Credit', 'Crédit')],
    ['padding', PLAIN_HEADER.replaceAll('\t', '   \t')],
    ['a trailing separator', `${PLAIN_HEADER}\t`],
    [
      'quotes',
      PLAIN_HEADER.split('\t')
        .map((name) => `"${name}"`)
        .join('\t'),
    ],
  ])('survives %s', (_name, line) => {
    const read = readFecHeader(line);
    expect(read.isDone && read.value.columnNames).toHaveLength(18);
    expect(read.isDone && read.value.at.debit).toBe(11);
  });

  test('Montant and Sens stand for Debit and Credit', () => {
    const read = readFecHeader(PLAIN_HEADER.replace('Debit\tCredit', 'Montant\tSens'));
    expect(read.isDone && read.value.variant).toBe('montant_sens');
  });

  test('columns of the package are passed over, the due date of Dolibarr is not', () => {
    const read = readFecHeader(`${PLAIN_HEADER}\tDateLimitReglmt\tNumFacture\tFichierFacture`);
    expect(read.isDone && read.value.at.datelimitreglmt).toBe(18);
    expect(read.isDone && read.value.columnNames).toHaveLength(21);
  });

  test('only the cells of a wholly quoted header are unquoted', () => {
    const quoted = readFecHeader(PLAIN_HEADER.replace(/[^\t]+/g, '"$&"'));
    expect(quoted.isDone && quoted.value.isQuoted).toBe(true);
    const plain = readFecHeader(PLAIN_HEADER);
    expect(plain.isDone && plain.value.isQuoted).toBe(false);
  });

  test.each([
    ['CompteNum', 'CompteNum'],
    ['EcritureDate', 'EcritureDate'],
    ['Credit', 'Credit'],
    ['Debit', 'Debit'],
  ])('without %s it is refused by name', (column, missing) => {
    const line = PLAIN_HEADER.split('\t')
      .filter((name) => name !== column)
      .join('\t');
    expect(readFecHeader(line)).toEqual({
      isDone: false,
      refusal: { code: 'fec_columns_missing', value: missing },
    });
  });

  test.each([
    ['Debit\tCredit', '', 'Debit, Credit'],
    ['Debit\tCredit', 'Montant', 'Sens'],
    ['Debit\tCredit', 'Sens', 'Montant'],
  ])('amounts of which half is missing are named (%s → %s)', (from, to, missing) => {
    const read = readFecHeader(PLAIN_HEADER.replace(from, to));
    expect(read.isDone || read.refusal.value).toBe(missing);
  });

  test('columns it can do without are told', () => {
    const line = PLAIN_HEADER.replace('CompAuxNum\tCompAuxLib\t', '');
    const read = readFecHeader(line);
    expect(read.isDone && read.value.absentColumns).toEqual(['CompAuxNum', 'CompAuxLib']);
  });

  test.each([
    [
      'VE\tVentes\t1\t20260105\t411000\tClients\t\t\tF1\t20260105\tFacture\t1,00\t0,00\t\t\t\t\t',
      'fec_header_missing',
    ],
    ['Client;Montant;Échéance', 'fec_not_recognised'],
    ['Bonjour', 'fec_not_recognised'],
  ])('%j is refused as %s', (line, code) => {
    const read = readFecHeader(line);
    expect(read.isDone || read.refusal.code).toBe(code);
  });
});

test.each([
  ['732829320FEC20261231.txt', '732829320', '2026-12-31'],
  ['732829320FEC20261231', '732829320', '2026-12-31'],
  ['copie de 732829320fec20261231 (2).csv', '732829320', '2026-12-31'],
  // Nine digits that are no SIREN; ten digits; no closing date.
  ['123456789FEC20231231.txt', null, '2023-12-31'],
  ['0000000001FEC20220831.txt', null, null],
  ['small-lettered_2020.txt', null, null],
  ['FEC20261331.txt', null, null],
])('the name %s says SIREN %s, closing %s', (name, siren, closingDate) => {
  expect(readFecFileName(name)).toEqual({ siren, closingDate });
});
