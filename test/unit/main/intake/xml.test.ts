/** What makes a document, what is refused, and where the fault stands. */
import { describe, expect, test } from 'vitest';
import {
  elementAt,
  elementsOf,
  readXml,
  textAt,
  XML_DEPTH_MAX,
  type XmlElement,
} from '../../../../src/main/intake/xml.ts';

const read = (text: string | Uint8Array) =>
  readXml(typeof text === 'string' ? Buffer.from(text) : text);

function rootOf(text: string | Uint8Array): XmlElement {
  const result = read(text);
  if (!result.isDone) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

describe('a document is a tree', () => {
  test('elements by local name, with their namespace, attributes, text and line', () => {
    const root = rootOf(
      '<?xml version="1.0"?>\n<!-- < & > -->\n<a:Doc xmlns:a="urn:one" xmlns="urn:two">\n' +
        '<Line a:id=\'1\' other="x &lt; y">first</Line><Line/>\n</a:Doc>\n',
    );
    expect([root.name, root.namespace, root.lineNumber]).toEqual(['Doc', 'urn:one', 3]);
    expect(root.attributes.size).toBe(0);
    const [first, second] = elementsOf(root, 'Line');
    expect([first?.namespace, first?.text, first?.lineNumber]).toEqual(['urn:two', 'first', 4]);
    expect([...(first?.attributes ?? [])]).toEqual([
      ['id', '1'],
      ['other', 'x < y'],
    ]);
    expect([second?.text, second?.children]).toEqual(['', []]);
  });

  test('a namespace holds inside its element only', () => {
    const root = rootOf('<d xmlns="u:1"><e xmlns="u:2"><f/></e><g/><x:h/></d>');
    const namespaces = ['e', 'g', 'h'].map((name) => elementAt(root, name)?.namespace);
    expect(namespaces).toEqual(['u:2', 'u:1', '']);
    expect(elementAt(root, 'e', 'f')?.namespace).toBe('u:2');
  });

  test('text is put together around children, comments and character data', () => {
    const root = rootOf('<a> one<!-- no --> &#233;&#xE9;&amp;<b>no</b><![CDATA[<&two]]>\r\n</a>');
    expect(root.text).toBe(' one éé&<&two\n');
    expect(textAt(root)).toBe('one éé&<&two');
    expect(textAt(root, 'b')).toBe('no');
    expect(textAt(root, 'b', 'c')).toBe('');
    expect(elementsOf(undefined, 'b')).toEqual([]);
  });

  test('a `>` inside a quoted value ends no tag', () => {
    expect(rootOf('<a b="1>2"/>').attributes.get('b')).toBe('1>2');
  });
});

describe('the encoding is that of the mark, the declaration, or the bytes', () => {
  const latin = (declared: string) =>
    Buffer.from(`<?xml version="1.0" encoding="${declared}"?><a>é</a>`, 'latin1');
  const wide = Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>é</a>', 'utf16le');
  test.each([
    ['UTF-8', Buffer.from('<a>é</a>')],
    ['UTF-8 with its mark', Buffer.from('\ufeff<a>é</a>')],
    ['ISO-8859-1 declared', latin('ISO-8859-1')],
    ['windows-1252 declared', latin('windows-1252')],
    ['UTF-8 declared, and it is not', latin('UTF-8')],
    ['an encoding nobody knows', latin('x-unknown-9')],
    ['UTF-16 with its mark', wide],
    ['UTF-16 without its mark', wide.subarray(2)],
  ])('%s', (_name, bytes) => {
    expect(rootOf(bytes).text).toBe('é');
  });
});

describe('what is no document is refused, with its line', () => {
  const deep = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels);
  test.each([
    ['', 'xml_malformed', 1],
    ['hello', 'xml_malformed', 1],
    ['<a>\n<b>\n</a>', 'xml_malformed', 3],
    ['<a>', 'xml_malformed', 1],
    ['<a></a><b/>', 'xml_malformed', 1],
    ['<a/>\nmore', 'xml_malformed', 1],
    ['</a>', 'xml_malformed', 1],
    ['<a b=1/>', 'xml_malformed', 1],
    ['<a b="1" b="2"/>', 'xml_malformed', 1],
    ['<a b="1"c="2"/>', 'xml_malformed', 1],
    ['<a b="<"/>', 'xml_malformed', 1],
    ['<a b="1', 'xml_malformed', 1],
    ['<a', 'xml_malformed', 1],
    ['< a/>', 'xml_malformed', 1],
    ['<a>\n\n&nbsp;</a>', 'xml_malformed', 1],
    ['<a>fish & chips</a>', 'xml_malformed', 1],
    ['<a>&#0;</a>', 'xml_malformed', 1],
    ['<a>&#xD800;</a>', 'xml_malformed', 1],
    ['<a><!-- </a>', 'xml_malformed', 1],
    ['<![CDATA[x]]><a/>', 'xml_malformed', 1],
    ['<!ELEMENT a><a/>', 'xml_malformed', 1],
    ['\n<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'xml_doctype', 2],
    [deep(XML_DEPTH_MAX + 1), 'xml_too_deep', 1],
  ])('%j', (text, code, lineNumber) => {
    const result = read(text);
    expect(result.isDone ? 'read' : result.refusal).toEqual({ code, lineNumber });
  });

  test('as deep as allowed is read', () => {
    expect(read(deep(XML_DEPTH_MAX)).isDone).toBe(true);
  });

  test('a document larger than allowed is not looked at', () => {
    const result = readXml(new Uint8Array((64 << 20) + 1));
    expect(result.isDone ? 'read' : result.refusal.code).toBe('xml_too_large');
  });
});

test('a long document is gone through once', () => {
  const started = performance.now();
  const text = `<a>${'<b c="1">two &amp; three</b>\n'.repeat(100_000)}</a>`;
  const root = rootOf(text);
  expect(root.children).toHaveLength(100_000);
  expect(root.children.at(-1)?.lineNumber).toBe(100_000);
  expect(performance.now() - started).toBeLessThan(5_000);
});
