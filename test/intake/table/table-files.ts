/** Tables written for one test and read back, with all that the reader gave. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { fitProfile } from '../../../src/main/intake/table/fit-profile.ts';
import {
  type MappingProposal,
  type MappingWish,
  proposeMapping,
} from '../../../src/main/intake/table/propose-mapping.ts';
import { readTable } from '../../../src/main/intake/table/read-table.ts';
import { type SniffedTable, sniffTable } from '../../../src/main/intake/table/sniff-table.ts';
import type { TableOptions, TableReading } from '../../../src/main/intake/table/table-reading.ts';
import type {
  FileProblem,
  LedgerLine,
  StatedContact,
  StatedCustomer,
  StatedItem,
  StatedRow,
} from '../../../src/shared/domain/statement/statement.ts';
import type { TableProfile } from '../../../src/shared/domain/statement/table-mapping.ts';

let folder: string | null = null;
let count = 0;

afterAll(async () => {
  if (folder !== null) await rm(folder, { recursive: true, force: true });
  folder = null;
});

/** The path of a new file that ends with `ending`, in a folder removed after the tests. */
export async function newPath(ending = '.csv'): Promise<string> {
  folder ??= await mkdtemp(path.join(tmpdir(), 'encours-table-'));
  count += 1;
  return path.join(folder, `t${count}${ending}`);
}

/** Writes a file and gives its path. */
export async function tableFile(content: string | Uint8Array, ending = '.csv'): Promise<string> {
  const filePath = await newPath(ending);
  await writeFile(filePath, content);
  return filePath;
}

export interface ReadBack {
  readonly table: SniffedTable;
  readonly proposal: MappingProposal;
  readonly reading: TableReading;
  readonly customers: StatedCustomer[];
  readonly contacts: StatedContact[];
  readonly items: StatedItem[];
  readonly rows: StatedRow[];
  readonly lines: LedgerLine[];
  readonly problems: FileProblem[];
}

/** The records and problems of a file under a profile. */
export async function readUnder(
  filePath: string,
  profile: TableProfile,
  options: TableOptions = {},
): Promise<Omit<ReadBack, 'table' | 'proposal'> | { readonly refusedCode: string }> {
  const got = {
    customers: [] as StatedCustomer[],
    contacts: [] as StatedContact[],
    items: [] as StatedItem[],
    rows: [] as StatedRow[],
    lines: [] as LedgerLine[],
    problems: [] as FileProblem[],
  };
  const read = await readTable(
    filePath,
    profile,
    {
      customer: (customer) => got.customers.push(customer),
      contact: (contact) => got.contacts.push(contact),
      items: (batch) => got.items.push(...batch),
      rows: (batch) => got.rows.push(...batch),
      lines: (batch) => got.lines.push(...batch),
      amend: (lineNumber, counterpart) => {
        const at = got.lines.findIndex((line) => line.lineNumber === lineNumber);
        const line = got.lines[at];
        if (line !== undefined) got.lines[at] = { ...line, counterpart };
      },
      problem: (problem) => got.problems.push(problem),
    },
    options,
  );
  return read.isDone ? { ...got, reading: read.value } : { refusedCode: read.refusal.code };
}

/** Looks at a file, takes the proposed mapping (changed by `change`), and reads it. */
export async function readBack(
  filePath: string,
  wish: MappingWish = {},
  change: (profile: TableProfile) => TableProfile = (profile) => profile,
): Promise<ReadBack> {
  const sniffed = await sniffTable(filePath);
  if (!sniffed.isDone) throw new Error(`refused: ${sniffed.refusal.code}`);
  const proposal = proposeMapping(sniffed.value, wish);
  const got = await readUnder(filePath, change(proposal.profile));
  if ('refusedCode' in got) throw new Error(`refused: ${got.refusedCode}`);
  return { table: sniffed.value, proposal, ...got };
}

/**
 * The code that a file is refused with, at the first look or while it is read; null if it is not.
 */
export async function refusedCode(
  filePath: string,
  wish: MappingWish = {},
): Promise<string | null> {
  const sniffed = await sniffTable(filePath);
  if (!sniffed.isDone) return sniffed.refusal.code;
  const got = await readUnder(filePath, proposeMapping(sniffed.value, wish).profile);
  return 'refusedCode' in got ? got.refusedCode : null;
}

/** Reads a further file with the profile of an earlier one. */
export async function readAgain(
  filePath: string,
  saved: TableProfile,
): Promise<Awaited<ReturnType<typeof readUnder>>> {
  const sniffed = await sniffTable(filePath);
  if (!sniffed.isDone) return { refusedCode: sniffed.refusal.code };
  const fitted = fitProfile(saved, sniffed.value);
  return fitted.isDone ? readUnder(filePath, fitted.value) : { refusedCode: fitted.refusal.code };
}

/** Codes of problems with their lines: `amount_unreadable@4`. */
export function problemsOf(read: { readonly problems: readonly FileProblem[] }): string[] {
  return read.problems.map(({ code, lineNumber }) => `${code}@${lineNumber}`);
}
