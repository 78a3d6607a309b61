import { expect, test } from 'vitest';
import { makePdf } from '../../src/main/reports/pdf-document.ts';
import { readPdf, wholeText } from '../support/read-pdf.ts';

const textOf = async (text: string, bold = false): Promise<string> =>
  wholeText(await readPdf((await makePdf({ content: [{ text, bold }] })).bytes));

test('a document reads the same, whatever the documents made before it', async () => {
  const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789';
  const accented = 'ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸ àâäçéèêëîïôöùûüÿ œ Œ ½ € £ … – — « » Łódź ő';
  for (const bold of [false, true]) {
    expect(await textOf(accented, bold)).toBe(accented);
    expect(await textOf(plain, bold)).toBe(plain);
    expect(await textOf(accented, bold)).toBe(accented);
  }
});

test('letters drawn as one sign are read as letters', async () => {
  const words = 'fichier offert, office efficace';
  expect(await textOf(words)).toBe(words);
  expect(await textOf(words)).toBe(words);
});

test('documents made at once do not mix', async () => {
  const texts = Array.from({ length: 8 }, (_, index) => `Document ${index} à ${index * 7} €`);
  expect(await Promise.all(texts.map((text) => textOf(text)))).toEqual(texts);
});

test('nothing is fetched and no file is read', async () => {
  const address = { image: 'https://example.test/logo.png', fit: [10, 10] as const };
  await expect(makePdf({ content: [address] })).rejects.toThrow();
  const file = { image: '/etc/hostname', fit: [10, 10] as const };
  await expect(makePdf({ content: [file] })).rejects.toThrow(/denied|Invalid image/u);
});
