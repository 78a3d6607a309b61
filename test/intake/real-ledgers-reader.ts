/**
 * A second, much simpler reader of FEC files, independent of the product's: the lines of customer
 * accounts as the interpretation takes them. Whole file in memory, no problems reported.
 */
import { readFileSync } from 'node:fs';
import type {
  CustomerFacts,
  FactLine,
} from '../../src/shared/domain/interpretation/interpretation.ts';
import { type AccountRole, proposeRole } from '../../src/shared/domain/statement/account-role.ts';
import { accountKindOf, counterpartOf } from '../../src/shared/domain/statement/counterpart.ts';
import type { PaymentTerms } from '../../src/shared/domain/terms/payment-terms.ts';
import { type CalendarDate, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { realFile } from '../support/real-files.ts';

type Row = Readonly<Record<string, string>> & { readonly at: number; readonly cents: number };

export interface RealLedger {
  /** Every row of the file: account code and signed cents, for independent sums. */
  readonly rows: readonly Row[];
  readonly customers: ReadonlyMap<string, readonly FactLine[]>;
  readonly roles: ReadonlyMap<string, AccountRole>;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
}

export function readRealLedger(fileName: string): RealLedger {
  const rows = rowsOf(readFileSync(realFile('fec', fileName)));
  const entries = Map.groupBy(rows, entryOf);
  const loose = Map.groupBy(rows, looseEntryOf);
  const customers = new Map<string, FactLine[]>();
  const roles = new Map<string, AccountRole>();
  let firstDay = '9999-12-31';
  let lastDay = '0001-01-01';
  for (const row of rows) {
    const day = dayOf(row.ecrituredate ?? '') ?? '';
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
    const account = row.comptenum ?? '';
    if (!account.startsWith('41')) continue;
    const own = entries.get(entryOf(row)) ?? [];
    const entry = sumOf(own) === 0 ? own : (loose.get(looseEntryOf(row)) ?? []);
    const line = lineOf(row, entry);
    roles.set(account, proposeRole({ code: account, label: row.comptelib ?? '' }));
    const known = customers.get(line.customerCode);
    if (known === undefined) customers.set(line.customerCode, [line]);
    else known.push(line);
  }
  return {
    rows,
    customers,
    roles,
    firstDay: calendarDate(firstDay),
    lastDay: calendarDate(lastDay),
  };
}

const THIRTY_NET: PaymentTerms = { unit: 'days', count: 30, endOfMonth: 'none', dayOfMonth: null };

export function factsOf(ledger: RealLedger, customerCode: string): CustomerFacts {
  return {
    lines: ledger.customers.get(customerCode) ?? [],
    items: [],
    rows: [],
    imports: [
      {
        importId: 1,
        meaning: 'period',
        statedOnDate: ledger.lastDay,
        coversFromDate: ledger.firstDay,
        coversToDate: ledger.lastDay,
      },
    ],
    roles: ledger.roles,
    natureRules: [],
    terms: { terms: THIRTY_NET, isConfirmed: false },
    invoiceDueDates: new Map(),
    dueDateOverrides: new Map(),
  };
}

function rowsOf(bytes: Buffer): Row[] {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
  }
  const lines = text.split(/[\r\n]+/);
  const header = lines[0] ?? '';
  const separator = header.includes('\t') ? '\t' : '|';
  const names = header.split(separator).map((name) => name.trim().toLowerCase());
  const rows: Row[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue;
    const cells = line.split(separator);
    const row = Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()]));
    const cents = centsOf(row.debit ?? '') - centsOf(row.credit ?? '');
    rows.push({ ...row, at: index + 1, cents } as Row);
  }
  return rows;
}

function centsOf(text: string): number {
  const match = /^([+-]?)0*(\d*)(?:[.,](\d{1,2}))?$/.exec(text.replaceAll(' ', ''));
  if (match === null) return 0;
  const cents = Number.parseInt(`${match[2] || '0'}${(match[3] ?? '').padEnd(2, '0')}`, 10);
  return match[1] === '-' ? -cents : cents;
}

function dayOf(text: string): CalendarDate | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return match === null ? null : calendarDate(`${match[1]}-${match[2]}-${match[3]}`);
}

function entryOf(row: Row): string {
  return `${row.journalcode}|${looseEntryOf(row)}`;
}

function looseEntryOf(row: Row): string {
  const number = row.ecriturenum ?? '';
  return `${row.ecrituredate}|${number === '0' ? `${row.journalcode} ${row.pieceref}` : number}`;
}

function sumOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { cents }) => sum + cents, 0);
}

function lineOf(row: Row, entry: readonly Row[]): FactLine {
  const isOpening = /nouveau|ouverture|bilan debut/i.test(row.journallib ?? '');
  const parts = entry
    .filter((other) => other !== row)
    .map((other) => ({ kind: accountKindOf(other.comptenum ?? ''), amountCents: other.cents }));
  return {
    importId: 1,
    lineNumber: row.at,
    customerCode: row.compauxnum || row.comptenum || '',
    ledgerAccountCode: row.comptenum ?? '',
    ledgerAccountLabel: row.comptelib ?? '',
    journalCode: row.journalcode ?? '',
    journalLabel: row.journallib ?? '',
    entryNumber: row.ecriturenum ?? '',
    lineDate: dayOf(row.ecrituredate ?? '') ?? calendarDate('1970-01-01'),
    documentNumber: row.pieceref ?? '',
    documentDate: dayOf(row.piecedate ?? ''),
    label: row.ecriturelib ?? '',
    amountCents: row.cents,
    currency: 'EUR',
    letter: row.ecriturelet || null,
    letteredOnDate: dayOf(row.datelet ?? ''),
    counterpart: isOpening ? 'opening' : counterpartOf(parts, row.cents < 0 ? -1 : 1),
    isOpening,
    statedDueDate: null,
    paymentMethod: null,
  };
}
