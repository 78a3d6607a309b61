/**
 * Which stated lines count: the latest statement of a period, and openings that continue the year
 * before instead of doubling it.
 *
 * A file that restates a period takes the place of what earlier files said of its days. The
 * openings (à nouveaux) of a year then repeat the balance of the lines before it, where those are
 * known: openings that name an open line are dropped and hand it their letter, openings by balance
 * are dropped, and only a difference stays, as one opening of its own. So the sum of the live lines
 * from the opening on is what the accountant's file of the year says, to the cent.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { AccountRole } from '../statement/account-role.ts';
import { compareText, documentKeyOf } from './document-key.ts';
import type { FactLine, LiveImport } from './interpretation.ts';

/** The lines that count, in an order that does not depend on the order of the files. */
export function liveLinesOf(
  lines: readonly FactLine[],
  imports: readonly LiveImport[],
  roleOf: (ledgerAccountCode: string) => AccountRole,
): FactLine[] {
  const kept = withoutSuperseded(lines, imports);
  kept.sort(orderOfLines);
  const openings = kept.filter((line) => line.isOpening && line.amountCents !== 0);
  const [firstLine] = kept;
  if (openings.length === 0 || firstLine === undefined) return kept;
  const lastOpening = openings[openings.length - 1] as FactLine;
  if (firstLine.lineDate >= lastOpening.lineDate) return kept;
  return withOpeningsContinued(
    kept,
    (line) => `${roleOf(line.ledgerAccountCode)}|${line.currency}`,
  );
}

/** Day, then debits before credits, then what the line says; the line number only between twins. */
export function orderOfLines(a: FactLine, b: FactLine): number {
  return (
    compareText(a.lineDate, b.lineDate) ||
    b.amountCents - a.amountCents ||
    compareText(a.documentNumber, b.documentNumber) ||
    compareText(a.label, b.label) ||
    compareText(a.letter ?? '', b.letter ?? '') ||
    compareText(a.ledgerAccountCode, b.ledgerAccountCode) ||
    compareText(a.counterpart, b.counterpart) ||
    compareText(a.journalCode, b.journalCode) ||
    compareText(a.documentDate ?? '', b.documentDate ?? '') ||
    compareText(a.statedDueDate ?? '', b.statedDueDate ?? '') ||
    compareText(a.letteredOnDate ?? '', b.letteredOnDate ?? '') ||
    compareText(a.currency, b.currency) ||
    compareText(String(b.isOpening), String(a.isOpening)) ||
    a.importId - b.importId ||
    a.lineNumber - b.lineNumber
  );
}

function withoutSuperseded(lines: readonly FactLine[], imports: readonly LiveImport[]): FactLine[] {
  const periods = imports.filter(({ meaning }) => meaning === 'period');
  const live = new Set(periods.map(({ importId }) => importId));
  if (periods.length === 1) return lines.filter(({ importId }) => live.has(importId));
  return lines.filter(
    ({ importId, lineDate }) =>
      live.has(importId) && !isRestated(periods, { importId, day: lineDate }),
  );
}

/** Whether a later file restates a period that holds this day. */
export function isRestated(
  periods: readonly LiveImport[],
  stated: { readonly importId: number; readonly day: CalendarDate },
): boolean {
  return periods.some(
    ({ importId, coversFromDate, coversToDate }) =>
      importId > stated.importId &&
      coversFromDate !== null &&
      coversToDate !== null &&
      coversFromDate <= stated.day &&
      stated.day <= coversToDate,
  );
}

/** Openings of each day, oldest first, against the lines before that day. */
function withOpeningsContinued(
  sorted: readonly FactLine[],
  poolOf: (line: FactLine) => string,
): FactLine[] {
  const isOpeningDay = new Set<CalendarDate>();
  for (const line of sorted) if (line.isOpening) isOpeningDay.add(line.lineDate);
  let result: FactLine[] = [];
  let at = 0;
  for (const day of [...isOpeningDay].sort()) {
    while (at < sorted.length && (sorted[at] as FactLine).lineDate < day) {
      result.push(sorted[at] as FactLine);
      at += 1;
    }
    const ofDay: FactLine[] = [];
    while (at < sorted.length && (sorted[at] as FactLine).lineDate === day) {
      ofDay.push(sorted[at] as FactLine);
      at += 1;
    }
    result = continued(result, ofDay, poolOf);
  }
  for (; at < sorted.length; at += 1) result.push(sorted[at] as FactLine);
  return result;
}

function continued(
  before: readonly FactLine[],
  ofDay: readonly FactLine[],
  poolOf: (line: FactLine) => string,
): FactLine[] {
  const result = [...before];
  const kept = ofDay.filter((line) => !line.isOpening);
  const pools = Map.groupBy(
    ofDay.filter((line) => line.isOpening),
    poolOf,
  );
  for (const [pool, openings] of pools) {
    const prior: number[] = [];
    for (let index = 0; index < before.length; index += 1) {
      if (poolOf(before[index] as FactLine) === pool) prior.push(index);
    }
    if (prior.length === 0) kept.push(...openings);
    else kept.push(...continuedPool(result, prior, openings));
  }
  kept.sort(orderOfLines);
  return [...result, ...kept];
}

/**
 * The openings that stay for one kind of account. `lines` are those before; the ones an opening
 * names receive its letter, in place.
 */
function continuedPool(
  lines: FactLine[],
  prior: readonly number[],
  openings: readonly FactLine[],
): FactLine[] {
  const waiting = new Map<string, number[]>();
  let difference: Cents = 0;
  for (const index of prior) {
    const line = lines[index] as FactLine;
    difference -= line.amountCents;
    const name = nameOf(line);
    if (name === null) continue;
    const known = waiting.get(name);
    if (known === undefined) waiting.set(name, [index]);
    else known.push(index);
  }
  const unmatched: FactLine[] = [];
  for (const opening of openings) {
    difference += opening.amountCents;
    const index = waiting.get(nameOf(opening) ?? '')?.shift();
    if (index === undefined) unmatched.push(opening);
    else handLetter(lines, index, opening);
  }
  if (difference === 0) return [];
  const carrier = openings[0] as FactLine;
  // Openings by balance name nothing: what they add to the lines before is all that is kept.
  if (unmatched.length === openings.length) return [residualOf(carrier, difference)];
  for (const line of unmatched) difference -= line.amountCents;
  return difference === 0 ? unmatched : [...unmatched, residualOf(carrier, difference)];
}

function nameOf(line: FactLine): string | null {
  const document = documentKeyOf(line.documentNumber);
  return document === '' ? null : `${document}|${line.amountCents}`;
}

function handLetter(lines: FactLine[], index: number, opening: FactLine): void {
  const line = lines[index] as FactLine;
  if (opening.letter === null || line.letter !== null) return;
  const { letter, letteredOnDate, ledgerAccountCode } = opening;
  lines[index] = { ...line, letter, letteredOnDate, ledgerAccountCode };
}

function residualOf(opening: FactLine, amountCents: Cents): FactLine {
  return {
    ...opening,
    amountCents,
    documentNumber: '',
    documentDate: null,
    letter: null,
    letteredOnDate: null,
    statedDueDate: null,
  };
}
