/** The container: what a PDF may carry, where, and under which name; and what cannot be opened. */
import { deflateSync } from 'node:zlib';
import {
  AFRelationship,
  type PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
} from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { inflatesWithin, OBJECT_BYTES_MAX } from '../../src/main/intake/einvoice/object-streams.ts';
import { PDF_BYTES_MAX } from '../../src/main/intake/einvoice/pdf-attachments.ts';
import { readEinvoice } from '../../src/main/intake/einvoice/read-einvoice.ts';
import { CII, UBL } from '../support/einvoice-xml.ts';

type Attached = readonly [name: string, content: string | Uint8Array];

/** A page with these attachments, as a package writes them. */
async function pdfWith(
  attached: readonly Attached[],
  { useObjectStreams = true } = {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  for (const [name, content] of attached) {
    await document.attach(Buffer.from(content), name, {
      mimeType: 'text/xml',
      afRelationship: AFRelationship.Alternative,
    });
  }
  return document.save({ useObjectStreams });
}

/** A page whose catalogue is made by hand. */
async function pdfByHand(
  make: (document: PDFDocument, spec: (name: string, content: string) => PDFDict) => void,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage();
  const { context } = document;
  make(document, (name, content) => {
    const file = context.register(context.flateStream(content, { Type: 'EmbeddedFile' }));
    return context.obj({ Type: 'Filespec', UF: PDFHexString.fromText(name), EF: { F: file } });
  });
  return document.save({ useObjectStreams: false });
}

async function said(bytes: Uint8Array): Promise<string> {
  const result = await readEinvoice(bytes);
  if (!result.isDone) return `${result.refusal.code} ${result.refusal.value}`.trim();
  return `${result.value.attachmentName} ${result.value.invoice.syntax}`;
}

describe('the invoice is found among what is attached', () => {
  test.each<[string, readonly Attached[], string]>([
    ['Factur-X', [['factur-x.xml', CII]], 'factur-x.xml cii'],
    ['ZUGFeRD 2.0', [['zugferd-invoice.xml', CII]], 'zugferd-invoice.xml cii'],
    ['ZUGFeRD with capitals', [['ZUGFeRD-invoice.xml', CII]], 'ZUGFeRD-invoice.xml cii'],
    ['XRechnung', [['xrechnung.xml', CII]], 'xrechnung.xml cii'],
    ['renamed by a portal', [['F1 é.XML', UBL]], 'F1 é.XML ubl'],
    [
      'after others',
      [
        ['a.pdf', '%PDF-'],
        ['a.xml', '<a/>'],
        ['factur-x.xml', CII],
      ],
      'factur-x.xml cii',
    ],
    [
      'under no name of the norm',
      [
        ['a.xml', '<a/>'],
        ['b.xml', CII],
      ],
      'b.xml cii',
    ],
    ['no XML', [['notes.txt', 'x']], 'pdf_without_einvoice'],
    ['nothing attached', [], 'pdf_without_einvoice'],
    [
      'an XML of something else',
      [['order-x.xml', '<SCRDMCCBDACIOMessageStructure/>']],
      'einvoice_not_recognised SCRDMCCBDACIOMessageStructure',
    ],
    [
      'a broken XML under the right name',
      [
        ['factur-x.xml', '<a>'],
        ['b.xml', '<a/>'],
      ],
      'xml_malformed 1',
    ],
  ])('%s', async (_name, attached, expected) => {
    expect(await said(await pdfWith(attached))).toBe(expected);
    expect(await said(await pdfWith(attached, { useObjectStreams: false }))).toBe(expected);
  });

  test('some lines before the mark do no harm', async () => {
    const pdf = await pdfWith([['factur-x.xml', CII]]);
    expect(await said(Buffer.concat([Buffer.from('\r\n\r\n'), pdf]))).toBe('factur-x.xml cii');
  });

  test('by the list of associated files alone', async () => {
    const bytes = await pdfByHand((document, spec) => {
      const files = document.context.obj([document.context.register(spec('factur-x.xml', CII))]);
      document.catalog.set(PDFName.of('AF'), files);
    });
    expect(await said(bytes)).toBe('factur-x.xml cii');
  });

  test('in a tree of names with branches', async () => {
    const bytes = await pdfByHand((document, spec) => {
      const { context } = document;
      const names = (name: string, content: string) =>
        context.register(
          context.obj({ Names: [PDFString.of(name), context.register(spec(name, content))] }),
        );
      const Kids = [names('a.txt', 'x'), names('factur-x.xml', CII)];
      document.catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: { Kids } }));
    });
    expect(await said(bytes)).toBe('factur-x.xml cii');
  });

  test('a tree that turns back on itself ends', async () => {
    const bytes = await pdfByHand((document) => {
      const { context } = document;
      const node = context.nextRef();
      context.assign(node, context.obj({ Kids: [node, node, node] }));
      document.catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: node }));
    });
    expect(await said(bytes)).toBe('pdf_without_einvoice');
  });

  test('a catalogue of the wrong kinds holds nothing', async () => {
    const bytes = await pdfByHand((document) => {
      document.catalog.set(PDFName.of('Names'), PDFString.of('none'));
      document.catalog.set(
        PDFName.of('AF'),
        document.context.obj([1, 'two', { EF: 3 }, { EF: {} }]),
      );
    });
    expect(await said(bytes)).toBe('pdf_without_einvoice');
  });
});

describe('what cannot be opened says why', () => {
  /** A file attached with this dictionary and these bytes. */
  const attachedAs = (Filter: string | string[], contents: Uint8Array) =>
    pdfByHand((document) => {
      const { context } = document;
      const file = context.register(context.stream(contents, { Filter }));
      const spec = context.obj({ UF: PDFString.of('factur-x.xml'), EF: { F: file } });
      document.catalog.set(PDFName.of('AF'), context.obj([spec]));
    });

  test.each<[string, string | string[], Uint8Array, string]>([
    ['one filter', 'FlateDecode', deflateSync(CII), 'factur-x.xml cii'],
    ['one filter in a list', ['FlateDecode'], deflateSync(CII), 'factur-x.xml cii'],
    ['no filter', [], Buffer.from(CII), 'factur-x.xml cii'],
    [
      'two filters',
      ['ASCIIHexDecode', 'FlateDecode'],
      deflateSync(CII),
      'pdf_attachment_unreadable factur-x.xml',
    ],
    ['another filter', 'LZWDecode', Buffer.from(CII), 'pdf_attachment_unreadable factur-x.xml'],
    [
      'bytes that do not inflate',
      'FlateDecode',
      Buffer.from(CII),
      'pdf_attachment_unreadable factur-x.xml',
    ],
    [
      'bytes that fill a memory',
      'FlateDecode',
      deflateSync(new Uint8Array(21_000_000)),
      'pdf_attachment_unreadable factur-x.xml',
    ],
  ])('%s', async (_name, filter, contents, expected) => {
    expect(await said(await attachedAs(filter, contents))).toBe(expected);
  });

  test('an encrypted file, whose parts are readable or not', async () => {
    const open = await pdfByHand((document, spec) => {
      const { context } = document;
      document.catalog.set(PDFName.of('AF'), context.obj([spec('factur-x.xml', CII)]));
      context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', V: 4 }));
    });
    expect(await said(open)).toBe('pdf_encrypted');
    const text = Buffer.from(await pdfWith([['factur-x.xml', CII]])).toString('latin1');
    const scrambled = text
      .replace(
        /\/Type \/ObjStm(.*?)stream\n.{40}/s,
        (_all, rest) => `/Type /ObjStm${rest}stream\n${'?'.repeat(40)}`,
      )
      .replace('/Root', '/Encrypt 9 0 R /Root');
    expect(await said(Buffer.from(scrambled, 'latin1'))).toBe('pdf_encrypted');
  });

  describe('compressed objects that would fill a memory', () => {
    const filled = deflateSync(new Uint8Array(OBJECT_BYTES_MAX + 1));
    const half = deflateSync(new Uint8Array(OBJECT_BYTES_MAX / 2 + 1));
    const objects = (head: string, ...data: readonly Uint8Array[]) =>
      Buffer.concat([
        Buffer.from('%PDF-1.7\n'),
        ...data.flatMap((one, index) => [
          Buffer.from(`${index + 1} 0 obj\n<< ${head} /N 1 /First 4 >>\nstream\r\n`),
          one,
          Buffer.from('\nendstream\nendobj\n'),
        ]),
      ]);
    test.each<[string, Uint8Array, boolean]>([
      ['one', objects('/Type /ObjStm /Filter /FlateDecode', filled), false],
      ['several', objects('/Type /ObjStm /Filter [/FlateDecode]', half, half), false],
      ['a table of references', objects('/Type/XRef/Filter/FlateDecode', filled), false],
      [
        'a name written by its codes',
        objects('/Type /#4fbjStm /Filter /FlateDecode', filled),
        false,
      ],
      ['two filters', objects('/Type /ObjStm /Filter [/FlateDecode /FlateDecode]', half), false],
      ['another filter', objects('/Type /ObjStm /Filter /LZWDecode', half), false],
      [
        'a name that looks like the word',
        objects('/Type /ObjStm /Xstream 1 /Filter /FlateDecode', filled),
        false,
      ],
      [
        'that name over and over',
        objects(`/Type /ObjStm ${'/stream 1 '.repeat(60)} /Filter /FlateDecode`, filled),
        false,
      ],
      [
        'the word in a text',
        objects(`/Type /EmbeddedFile`, Buffer.from('stream '.repeat(100))),
        true,
      ],
      ['half as much', objects('/Type /ObjStm /Filter /FlateDecode', half), true],
      ['no filter', objects('/Type /ObjStm', filled), true],
      ['a picture, never inflated', objects('/Subtype /Image /Filter /FlateDecode', filled), true],
      [
        'bytes that do not inflate',
        objects('/Type /ObjStm /Filter /FlateDecode', Buffer.from('x')),
        true,
      ],
    ])('%s', (_name, bytes, expected) => {
      expect(inflatesWithin(bytes)).toBe(expected);
    });

    test('a file of nothing but the word is gone through once', () => {
      const started = performance.now();
      expect(inflatesWithin(Buffer.alloc(20_000_000, '>>stream\n'))).toBe(true);
      expect(performance.now() - started).toBeLessThan(10_000);
    });

    test('are refused before they are opened', async () => {
      const bytes = objects('/Type /ObjStm /Filter /FlateDecode', filled);
      expect(await said(bytes)).toBe('pdf_damaged');
    });
  });

  test('a broken file', async () => {
    expect(await said(Buffer.from('%PDF-1.7\n'))).toBe('pdf_damaged');
    expect(await said(Buffer.from('%PDF-'))).toBe('pdf_damaged');
    const pdf = await pdfWith([['factur-x.xml', CII]]);
    expect(await said(pdf.subarray(0, 300))).toBe('pdf_damaged');
  });

  test('a file larger than allowed', async () => {
    const bytes = Buffer.alloc(PDF_BYTES_MAX + 1);
    bytes.write('%PDF-1.7');
    expect(await said(bytes)).toBe('pdf_too_large');
  });
});
