import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneLine, visibleText } from '../../../../src/shared/format/one-line.ts';

describe('one line', () => {
  test.each([
    ['a line break and a header', 'A\r\nBcc: x@y.example', 'A Bcc: x@y.example'],
    ['separators of lines', 'a\u2028b\u2029c\u0085d\ve', 'a b c d e'],
    ['zero-width signs', 'a\u200bb\u200dc\ufeffd\u00ade', 'abcde'],
    ['marks of direction', '\u202egnp.exe\u202c \u2066x\u2069\u200f', 'gnp.exe x'],
    ['controls', 'a\u0000b\u001b[31mc\u007f', 'ab[31mc'],
    ['private signs and halves of a pair', '\ue000a\ud800b\udc00\ue001', 'ab'],
    ['blank letters', 'a\u3164\u115fb', 'ab'],
    ['a narrow no-break space', '1\u202f234', '1\u00a0234'],
    ['an accent apart', 'e\u0301', 'é'],
    ['spaces', '  a   b\t ', 'a b'],
    ['letters of other scripts', 'شركة 株式会社 😀', 'شركة 株式会社 😀'],
  ])('%s', (_name, text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });

  test('a long one is cut by whole signs, with an ellipsis', () => {
    expect(oneLine('abcdef', 4)).toBe('abc…');
    expect(oneLine('abcd', 4)).toBe('abcd');
    expect(oneLine('😀😀😀', 3)).toBe('😀😀😀');
    expect(oneLine('😀😀😀😀', 3)).toBe('😀😀…');
  });

  test('has no line end and nothing unseen, whatever comes; twice is as once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const line = oneLine(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u202f]/u);
        expect(oneLine(line)).toBe(line);
      }),
      { numRuns: 100 },
    );
  });
});

test('a text keeps its line ends, and nothing unseen', () => {
  expect(visibleText('a\r\nb\rc\u2028d\te\u200b\u202e')).toBe('a\nb\nc\nd e');
});
