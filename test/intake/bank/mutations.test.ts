/**
 * Damaged statements: whatever is done to the bytes, the reading ends, throws nothing, and never
 * passes a wrong balance without a word.
 *
 * 50 mutations of each file; 10 000 with ENCOURS_NIGHT=1. A failure prints the seed to replay.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBank } from '../../../src/main/intake/bank/read-bank.ts';
import { recogniseFile } from '../../../src/main/intake/recognise.ts';
import type { BankReading } from '../../../src/shared/domain/statement/bank-statement.ts';
import { parseCalendarDate } from '../../../src/shared/kernel/calendar-date.ts';
import { isProblemCode } from '../../../src/shared/text/problems.ts';
import {
  camtEntry,
  camtStatement,
  cfonbDetail,
  cfonbStatement,
  problemsIn,
} from '../../support/bank-files.ts';
import { hasRealFiles, realFile } from '../../support/real-files.ts';

const COUNT = process.env.ENCOURS_NIGHT === '1' ? 10_000 : 50;

const SPECIALS = [
  '\0',
  '\r\n',
  '\n',
  '<',
  '>',
  '&',
  '</Ntry>',
  '<STMTTRN>',
  ':61:',
  ':20:',
  '-}',
  '?20',
  '01',
  '04',
  '{',
  'R',
  '9'.repeat(40),
  '\u00e9',
  ' '.repeat(120),
  ']]>',
  '<!DOCTYPE x>',
  '&#x110000;',
];

/** One damage: where (a share of the length), how long, and what. */
const damage = fc.record({
  kind: fc.constantFrom('change', 'cut', 'remove', 'repeat', 'insert', 'swap'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.nat(300),
  byte: fc.nat(255),
  special: fc.constantFrom(...SPECIALS),
});
type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;

function damaged(bytes: Buffer, { kind, at, size, byte, special }: Damage): Buffer {
  const from = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, from), bytes.subarray(from)];
  switch (kind) {
    case 'change':
      return Buffer.concat([before, Buffer.of(byte), after.subarray(1)]);
    case 'cut':
      return before;
    case 'remove':
      return Buffer.concat([before, after.subarray(size)]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, size * 7), after]);
    case 'insert':
      return Buffer.concat([before, Buffer.from(special), after]);
    default:
      return Buffer.concat([before, after.subarray(size), after.subarray(0, size)]);
  }
}

/** Each statement that states both balances either adds up or is told. */
function expectSound(reading: BankReading): void {
  let differing = 0;
  for (const { statements, currency } of reading.accounts) {
    expect(currency).not.toBe('');
    for (const { openingCents, closingCents, movements } of statements) {
      let sum = 0;
      for (const { amountCents, bookedOn, valueOn } of movements) {
        expect(Number.isSafeInteger(amountCents)).toBe(true);
        expect(parseCalendarDate(bookedOn)).toBe(bookedOn);
        if (valueOn !== null) expect(parseCalendarDate(valueOn)).toBe(valueOn);
        sum += amountCents;
      }
      const isKnown = openingCents !== null && closingCents !== null;
      if (isKnown && openingCents + sum !== closingCents) differing += 1;
    }
  }
  const told = problemsIn(reading);
  expect(told.filter((code) => code === 'bank_balance_differs')).toHaveLength(differing);
  for (const code of told) expect(isProblemCode(code), code).toBe(true);
}

interface Subject {
  readonly name: string;
  readonly bytes: () => Buffer;
}

const subjects: readonly Subject[] = [
  {
    name: 'CFONB without line ends',
    bytes: () => Buffer.from(cfonbStatement([cfonbDetail('LCC', 'FA 12')], '')),
  },
  {
    name: 'CAMT of one entry',
    bytes: () => Buffer.from(camtStatement(camtEntry('50.00', 'CRDT'))),
  },
  ...(hasRealFiles
    ? readdirSync(realFile('bank')).map((name) => ({
        name,
        bytes: () => readFileSync(realFile('bank', name)),
      }))
    : []),
];

describe(`${COUNT} damages`, () => {
  test.each(subjects)('of $name', ({ name, bytes }) => {
    const sound = bytes();
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        const broken = damages.reduce(damaged, sound);
        recogniseFile(broken, name);
        const read = readBank(broken);
        if (read.isDone) expectSound(read.value);
        else expect(isProblemCode(read.refusal.code), read.refusal.code).toBe(true);
      }),
      { numRuns: COUNT },
    );
  });
});

test('a long damaged file is read in time: many records, one movement, one entry, one line', () => {
  const record = cfonbDetail('LIB', 'X');
  const texts = [
    cfonbStatement(Array<string>(50_000).fill(record)),
    camtStatement(camtEntry('50.00', 'CRDT', '<NtryDtls/>'.repeat(200_000))),
    `:20:1\n:25:1\n:60F:C260915EUR1,00\n:61:260916C5,00NTRFX\n:86:${'A\n'.repeat(500_000)}`,
    `OFXHEADER:100\n<OFX><STMTRS>${'<STMTTRN>'.repeat(200_000)}`,
    `<BkToCstmrStmt >${'<a '.repeat(500_000)}`,
    ' '.repeat(5_000_000),
    `${'01'.repeat(2_000_000)}`,
  ];
  const started = performance.now();
  for (const text of texts) readBank(Buffer.from(text));
  expect(performance.now() - started).toBeLessThan(20_000);
});
