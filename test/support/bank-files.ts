/** Small statements of banks, written as banks write them, for tests. */

import { readBank } from '../../src/main/intake/bank/read-bank.ts';
import type {
  BankMovement,
  BankReading,
} from '../../src/shared/domain/statement/bank-statement.ts';

const NEGATIVE = '}JKLMNOPQR';
const POSITIVE = '{ABCDEFGHI';

/** Fourteen signs, the last one with the side. */
export function cfonbAmountText(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(14, '0');
  const signs = cents < 0 ? NEGATIVE : POSITIVE;
  return digits.slice(0, 13) + signs.charAt(Number(digits.slice(13)));
}

interface RecordParts {
  readonly account?: string;
  readonly code?: string;
  /** JJMMAA. */
  readonly date?: string;
  readonly cents?: number | null;
  readonly decimals?: string;
  readonly currency?: string;
  readonly label?: string;
  readonly motive?: string;
}

/** A record 01, 04 or 07 of an account of 30002/00447. */
export function cfonbRecord(kind: '01' | '04' | '07', parts: RecordParts = {}): string {
  const amount = parts.cents === null ? ' '.repeat(14) : cfonbAmountText(parts.cents ?? 0);
  const head = `${kind}30002    00447${parts.currency ?? 'EUR'}${parts.decimals ?? '2'} `;
  const body =
    `${parts.account ?? '0000888899H'}${(parts.code ?? '').padEnd(2)}` +
    `${parts.date ?? '160926'}${(parts.motive ?? '').padEnd(2)}${parts.date ?? '160926'}`;
  const label = (parts.label ?? '').padEnd(31);
  return `${head}${body}${label}${' '.repeat(11)}${amount}`.padEnd(120);
}

export function cfonbDetail(kind: string, text: string): string {
  return `0530002    00447EUR2 0000888899H  160926     ${kind}${text}`.padEnd(120);
}

/** Opening 100,00; one credit of 250,00 with its details; closing 350,00. */
export function cfonbStatement(details: readonly string[] = [], end = '\r\n'): string {
  return [
    cfonbRecord('01', { cents: 10_000, date: '150926' }),
    cfonbRecord('04', { cents: 25_000, code: '05', label: 'VIR SEPA DUPONT' }),
    ...details,
    cfonbRecord('07', { cents: 35_000 }),
  ].join(end);
}

export function readText(text: string, encoding: BufferEncoding = 'utf8'): BankReading {
  const read = readBank(Buffer.from(text, encoding));
  if (!read.isDone) throw new Error(`refused: ${read.refusal.code} ${read.refusal.value}`);
  return read.value;
}

export function refusalOf(text: string): string {
  const read = readBank(Buffer.from(text));
  return read.isDone ? 'read' : read.refusal.code;
}

export function movementsIn(reading: BankReading): readonly BankMovement[] {
  return reading.accounts.flatMap(({ statements }) =>
    statements.flatMap(({ movements }) => movements),
  );
}

/** The codes of the problems, in their order. */
export function problemsIn(reading: BankReading): string[] {
  return reading.problems.map(({ code }) => code);
}

/** A CAMT.053 of one statement; `inside` stands behind its balances. */
export function camtStatement(inside: string, closing = '150.00', version = '02'): string {
  const balance = (kind: string, amount: string) =>
    `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt>` +
    '<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-09-15</Dt></Dt></Bal>';
  return (
    `<?xml version="1.0" encoding="UTF-8"?>` +
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>` +
    '<GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Acct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id>' +
    `</Acct>${balance('OPBD', '100.00')}${balance('CLBD', closing)}${inside}` +
    '</Stmt></BkToCstmrStmt></Document>'
  );
}

export function camtEntry(amount: string, side: 'CRDT' | 'DBIT', inside = ''): string {
  return (
    `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>` +
    `<BookgDt><Dt>2026-09-16</Dt></BookgDt>${inside}</Ntry>`
  );
}
