/**
 * Damaged electronic invoices: whatever is done to the bytes, the reading ends, throws nothing,
 * keeps its promises on what it gives, and says each fault by a code that has its sentence.
 *
 * 50 mutations of each file; 10 000 with ENCOURS_NIGHT=1. A failure prints the seed to replay.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReadEinvoice, readEinvoice } from '../../src/main/intake/einvoice/read-einvoice.ts';
import { readXml, XML_REFUSALS } from '../../src/main/intake/xml.ts';
import { isBic } from '../../src/shared/domain/bank-account/iban.ts';
import { isSiren, isSiret } from '../../src/shared/domain/company/siren.ts';
import { ledgerAmountOf } from '../../src/shared/domain/einvoice/einvoice.ts';
import { parseCalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { AMOUNT_CENTS_MAX } from '../../src/shared/kernel/cents.ts';
import { isProblemCode } from '../../src/shared/text/problems.ts';
import { CII, UBL, UBL_CREDIT } from '../support/einvoice-xml.ts';
import { hasRealFiles, realFile } from '../support/real-files.ts';

const COUNT = process.env.ENCOURS_NIGHT === '1' ? 10_000 : 50;

/** Where, as parts of a million of the length, and what. */
interface Damage {
  readonly kind: keyof typeof DAMAGES;
  readonly at: number;
  readonly to: number;
  readonly size: number;
  readonly special: string;
}

const MILLION = 1_000_000;
const place = (bytes: Buffer, part: number) => Math.floor((bytes.length * part) / MILLION);

/** One element of the text, from its opening to its closing tag, around that place. */
function elementAround(text: string, at: number): readonly [from: number, to: number] | null {
  const from = text.lastIndexOf('<', at);
  const name = /^<([\w:]+)/.exec(text.slice(from, from + 100))?.[1];
  if (name === undefined) return null;
  const end = text.indexOf(`</${name}>`, from);
  return end === -1 ? null : [from, end + name.length + 3];
}

/** Rewrites the text of the bytes around one of its elements. */
function onElement(bytes: Buffer, part: number, rewrite: (element: string) => string): Buffer {
  const text = bytes.toString('latin1');
  const found = elementAround(text, place(bytes, part));
  if (found === null) return bytes;
  const [from, to] = found;
  return Buffer.from(
    text.slice(0, from) + rewrite(text.slice(from, to)) + text.slice(to),
    'latin1',
  );
}

const DAMAGES = {
  changeByte: (bytes: Buffer, { at, size }: Damage) => {
    const copy = Buffer.from(bytes);
    if (copy.length > 0) copy[Math.min(place(bytes, at), copy.length - 1)] = size % 256;
    return copy;
  },
  cutEnd: (bytes: Buffer, { at }: Damage) => bytes.subarray(0, place(bytes, at)),
  removeSlice: (bytes: Buffer, { at, size }: Damage) =>
    Buffer.concat([bytes.subarray(0, place(bytes, at)), bytes.subarray(place(bytes, at) + size)]),
  repeatSlice: (bytes: Buffer, { at, size }: Damage) =>
    Buffer.concat([bytes.subarray(0, place(bytes, at) + size), bytes.subarray(place(bytes, at))]),
  moveSlice: (bytes: Buffer, { at, to, size }: Damage) => {
    const slice = bytes.subarray(place(bytes, at), place(bytes, at) + size);
    const [before, after] = [bytes.subarray(0, place(bytes, to)), bytes.subarray(place(bytes, to))];
    return Buffer.concat([before, slice, after]);
  },
  insertSpecial: (bytes: Buffer, { at, special }: Damage) => {
    const [before, after] = [bytes.subarray(0, place(bytes, at)), bytes.subarray(place(bytes, at))];
    return Buffer.concat([before, Buffer.from(special), after]);
  },
  removeElement: (bytes: Buffer, { at }: Damage) => onElement(bytes, at, () => ''),
  repeatElement: (bytes: Buffer, { at }: Damage) => onElement(bytes, at, (one) => one + one),
  fillElement: (bytes: Buffer, { at, special }: Damage) =>
    onElement(bytes, at, (one) => one.replace(/>[^<]*<\//, () => `>${special}</`)),
} as const;

const SPECIALS = [
  '',
  '<',
  '>',
  '&',
  '&#0;',
  '&#x10FFFF;',
  '&lol;',
  '<!DOCTYPE a>',
  '<![CDATA[',
  ']]>',
  '-->',
  '</ram:ID>',
  '\0',
  '\u00e9',
  '381',
  '-1.00',
  '1e9',
  '99999999999999999999.99',
  '0.005',
  '20260230',
  '00000000',
  '732829320',
  '/Kids [1 0 R]',
  'endobj',
  '<a>'.repeat(100),
  '9'.repeat(3000),
];

const kinds = Object.keys(DAMAGES) as (keyof typeof DAMAGES)[];
const damages: fc.Arbitrary<Damage[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.nat({ max: MILLION }),
    to: fc.nat({ max: MILLION }),
    size: fc.nat({ max: 400 }),
    special: fc.constantFrom(...SPECIALS),
  }),
  { minLength: 1, maxLength: 3 },
);

const damaged = (sound: Buffer, list: readonly Damage[]): Buffer =>
  list.reduce((bytes, damage) => DAMAGES[damage.kind](bytes, damage), sound);

function expectSound({ invoice, problems }: ReadEinvoice): void {
  for (const { code, severity, lineNumber, value } of problems) {
    expect(isProblemCode(code), code).toBe(true);
    expect(severity).toBe('warning');
    expect(lineNumber).toBeGreaterThanOrEqual(0);
    expect(value.length).toBeLessThanOrEqual(200);
  }
  expect(invoice.number.trim()).not.toBe('');
  const days = [invoice.issueDate, ...invoice.instalments.map(({ dueDate }) => dueDate)];
  for (const day of days) expect(parseCalendarDate(day)).toBe(day);
  expect(invoice.instalments.map(({ dueDate }) => dueDate)).toEqual(
    invoice.instalments.map(({ dueDate }) => dueDate).sort(),
  );
  for (const amount of Object.values(invoice.totals)) {
    if (amount !== null) expect(Number.isSafeInteger(amount)).toBe(true);
  }
  expect(Math.abs(invoice.totals.inclVatCents)).toBeLessThanOrEqual(3 * AMOUNT_CENTS_MAX);
  if (invoice.kind === 'credit_note') expect(ledgerAmountOf(invoice)).toBeLessThanOrEqual(0);
  expect(invoice.currency).toMatch(/^[A-Z]{3}$/);
  for (const { siren, siret, name } of [invoice.seller, invoice.buyer]) {
    expect(siren === null || isSiren(siren)).toBe(true);
    expect(siret === null || isSiret(siret)).toBe(true);
    expect(name.length).toBeLessThanOrEqual(300);
  }
  for (const { bic } of invoice.paymentMeans) expect(bic === null || isBic(bic)).toBe(true);
  expect(JSON.parse(JSON.stringify(invoice))).toEqual(invoice);
}

const REAL = [
  'akretion-factur-x-minimum.xml',
  'akretion-factur-x-basicwl.xml',
  'akretion-factur-x-en16931.xml',
  'akretion-factur-x-extended.xml',
  'akretion-invoice_EN16931.pdf',
  'akretion-ubl-21-en16931.xml',
  'ConnectingEurope-CII_example1.xml',
  'ConnectingEurope-ubl-tc434-example1.xml',
  'ZUGFeRD-EN16931_Einfach_DueDate.cii.xml',
  'ZUGFeRD-EN16931_Einfach_DueDate.ubl.xml',
  'ZUGFeRD-Facture_FR_BASICWL.pdf',
  'ZUGFeRD-Facture_FR_MINIMUM.pdf',
  'Tiime-PDP-XP_Z12-012_Annexe_B_EXEMPLES_V1.4.pdf',
];

const subjects: readonly (readonly [name: string, bytes: () => Buffer])[] = [
  ['small CII', () => Buffer.from(CII)],
  ['small UBL', () => Buffer.from(UBL)],
  ['small credit note', () => Buffer.from(UBL_CREDIT)],
  ...(hasRealFiles
    ? REAL.map((name) => [name, () => readFileSync(realFile('einvoice', name))] as const)
    : []),
];

describe(`${COUNT} damages`, () => {
  test.each(subjects)('of %s', async (_name, bytes) => {
    const sound = bytes();
    await fc.assert(
      fc.asyncProperty(damages, async (list) => {
        const result = await readEinvoice(damaged(sound, list));
        if (result.isDone) expectSound(result.value);
        else expect(isProblemCode(result.refusal.code), result.refusal.code).toBe(true);
      }),
      { numRuns: COUNT },
    );
  });

  test('of the small ones, most are still read or refused as XML', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(damages, (list) => {
        const result = readXml(damaged(Buffer.from(CII), list));
        seen.add(result.isDone ? 'read' : result.refusal.code);
      }),
      { numRuns: 400, seed: 1 },
    );
    expect(seen).toContain('read');
    expect(seen).toContain('xml_malformed');
    expect([...seen].every((one) => one === 'read' || XML_REFUSALS.includes(one as never))).toBe(
      true,
    );
  });
});

test('any bytes at all are read or refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc
          .uint8Array({ maxLength: 200 })
          .map((tail) => Buffer.concat([Buffer.from('%PDF-1.7\n'), tail])),
        fc.string({ maxLength: 200 }).map((text) => Buffer.from(`<Invoice>${text}</Invoice>`)),
      ),
      async (bytes) => {
        const result = await readEinvoice(bytes);
        expect(result.isDone ? 'read' : isProblemCode(result.refusal.code)).toBe(true);
      },
    ),
    { numRuns: COUNT * 4 },
  );
});
