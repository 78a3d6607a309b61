import { describe, expect, test } from 'vitest';
import { contentDisposition, safeFileName } from '../../../../src/main/files/file-name.ts';
import { externalLink } from '../../../../src/main/host/external-link.ts';
import { folderCommand, openCommand } from '../../../../src/main/host/loopback/desktop.ts';
import { fileNameOf, mayBeShown } from '../../../../src/main/host/shown-file.ts';

test.each([
  ['https://example.fr/a?b#c', 'https://example.fr/a?b#c'],
  ['HTTPS://EXAMPLE.fr', 'https://example.fr/'],
  ['mailto:a@example.fr?subject=Relance', 'mailto:a@example.fr?subject=Relance'],
  ['tel:+33123456789', 'tel:+33123456789'],
  ['http://example.fr', null],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['https://a:b@example.fr/', null],
  ['not a link', null],
  [`https://example.fr/${'a'.repeat(2000)}`, null],
])('the link %s leaves as %s', (text, link) => {
  expect(externalLink(text)).toBe(link);
});

describe('a file name', () => {
  const cases = [
    ['relevé.pdf', 'relevé.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\temp\\a.txt', 'C__temp_a.txt'],
    ['a"b<c>d|e?f*g', 'a_b_c_d_e_f_g'],
    ['line\nbreak\u0000.csv', 'line_break_.csv'],
    ['con', '_con'],
    ['NUL.txt', '_NUL.txt'],
    ['  .  ', 'document'],
    ['', 'document'],
    ['.htaccess', 'htaccess'],
    [`${'a'.repeat(300)}.xlsx`, `${'a'.repeat(150)}.xlsx`],
  ] as const;
  test.each(cases)('%j is safe as %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  test.each(['relevé de compte.pdf', "l'été (1).xlsx", 'a;b=c".csv', '€ 9 %.txt', '日本.pdf'])(
    '%j survives the header',
    (name) => {
      const header = contentDisposition(name, 'save');
      expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w%.~!-]+$/);
      expect(fileNameOf(header)).toBe(safeFileName(name));
    },
  );

  test('not told is a document', () => {
    expect(fileNameOf('inline')).toBe('document');
    expect(fileNameOf("inline; filename*=UTF-8''..%2F..%2Fa.pdf")).toBe('a.pdf');
  });

  test.each([
    ['relevé.PDF', true],
    ['a.xlsx', true],
    ['a.pdf.exe', false],
    ['a.lnk', false],
    ['a.html', false],
    ['a.js', false],
    ['a', false],
  ])('%s may be shown: %s', (name, isShown) => {
    expect(mayBeShown(name)).toBe(isShown);
  });
});

test('each desktop has its command for a link and for a folder', () => {
  const link = 'https://example.fr/';
  expect(openCommand('linux', link)).toEqual(['xdg-open', link]);
  expect(openCommand('darwin', link)).toEqual(['open', link]);
  expect(openCommand('win32', link)).toEqual(['rundll32', 'url.dll,FileProtocolHandler', link]);
  expect(folderCommand('linux', '/a/b.pdf')).toEqual(['xdg-open', '/a']);
  expect(folderCommand('darwin', '/a/b.pdf')).toEqual(['open', '-R', '/a/b.pdf']);
  expect(folderCommand('win32', 'C:\\b.pdf')).toEqual(['explorer', '/select,C:\\b.pdf']);
});
