import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { textChunks } from '../../../../src/main/intake/text-chunks.ts';
import {
  bytesSource,
  decodeText,
  detectEncoding,
  lineEndOf,
  looksBinary,
  splitLines,
} from '../../../../src/main/intake/text-source.ts';

const FRENCH = 'Société Générale;Crédit à régler;Ça coûte 12 n° 4;Événement\n';

describe('the encoding of a text', () => {
  test.each([
    ['utf-8', FRENCH, 'utf-8'],
    ['iso-8859-15', FRENCH, 'iso-8859-15'],
    ['windows-1252', `${FRENCH}l’œuvre à 10 €`, 'windows-1252'],
    ['cp850', FRENCH, 'cp850'],
    ['macintosh', FRENCH, 'macintosh'],
    ['utf-16le', FRENCH, 'utf-16le'],
    ['utf-16be', FRENCH, 'utf-16be'],
    ['ascii', 'Clients;12', 'utf-8'],
    ['cp850', 'TVA à 5.5 %', 'cp850'],
    ['windows-1252', 'TVA à 5.5 %', 'iso-8859-15'],
  ])('written in %s, « %s » is found to be %s', (written, text, found) => {
    const bytes = iconv.encode(text, written);
    expect(detectEncoding(bytes, true)).toEqual({
      encoding: found,
      markBytes: 0,
      isCertain: true,
    });
    expect(decodeText(bytes, detectEncoding(bytes, true).encoding)).toBe(text);
  });

  test.each([
    [[0xef, 0xbb, 0xbf, 0x41], 'utf-8', 3],
    [[0xff, 0xfe, 0x41, 0x00], 'utf-16le', 2],
    [[0xfe, 0xff, 0x00, 0x41], 'utf-16be', 2],
  ])('the mark %j tells it', (bytes, encoding, markBytes) => {
    expect(detectEncoding(Uint8Array.from(bytes))).toEqual({
      encoding,
      markBytes,
      isCertain: true,
    });
  });

  test.each([1, 2, 3])('a part that ends %i bytes into a character is still UTF-8', (kept) => {
    const bytes = Buffer.concat([Buffer.from('é'), Buffer.from('😀').subarray(0, kept)]);
    expect(detectEncoding(bytes).encoding).toBe('utf-8');
    expect(detectEncoding(bytes, true).isCertain).toBe(false);
  });

  test('a cell in another encoding does not change that of the whole', () => {
    const bytes = Buffer.concat([Buffer.from(FRENCH.repeat(5)), iconv.encode('é', 'windows-1252')]);
    expect(detectEncoding(bytes, true).encoding).toBe('utf-8');
  });

  test('letters of another alphabet are not taken for certain', () => {
    const bytes = iconv.encode('Москва, Санкт-Петербург, Новосибирск', 'windows-1251');
    expect(detectEncoding(bytes, true).isCertain).toBe(false);
  });
});

test.each([
  ['a\nb', 'lf'],
  ['a\r\nb', 'crlf'],
  ['a\r\r\nb', 'crcrlf'],
  ['a\rb', 'cr'],
  ['a', 'lf'],
])('lines of %j end by %s', (text, lineEnd) => {
  expect(lineEndOf(Buffer.from(text))).toBe(lineEnd);
});

test.each([
  ['a\nb\n', ['a', 'b']],
  ['a\r\nb\r\n\r\n  \r\n', ['a', 'b']],
  ['a\r\r\nb\r\r\n', ['a', 'b']],
  ['a\rb\r', ['a', 'b']],
  ['a\n\nb', ['a', '', 'b']],
  ['', []],
])('%j has the lines %j', (text, lines) => {
  expect(splitLines(text)).toEqual(lines);
});

test('control characters make a file binary, an end-of-file mark of DOS does not', () => {
  expect(looksBinary(Buffer.from(`${FRENCH}\u001a`))).toBe(false);
  expect(looksBinary(Buffer.from([0, 1, 2, 3, 65, 66, 0]))).toBe(true);
  expect(looksBinary(iconv.encode(FRENCH, 'utf-16le'))).toBe(false);
});

describe('chunks of a text', () => {
  async function textOf(bytes: Uint8Array, chunkBytes: number): Promise<string> {
    const parts: Uint8Array[] = [];
    for await (const chunk of textChunks(bytesSource(bytes, 'f.txt', chunkBytes))) {
      parts.push(chunk.bytes);
    }
    return Buffer.concat(parts).toString('utf8');
  }

  test.each(['utf-8', 'utf-16le', 'utf-16be'])(
    '%s comes out as UTF-8, its mark removed',
    async (encoding) => {
      const long = FRENCH.repeat(3000);
      const bytes = iconv.encode(long, encoding, { addBOM: true });
      expect(await textOf(bytes, 999)).toBe(long);
    },
  );

  test('an empty file has no chunk', async () => {
    expect(await textOf(new Uint8Array(0), 10)).toBe('');
  });
});
