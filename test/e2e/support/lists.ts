/** Lists on screen and their workbooks, read the same way so that one can be held to the other. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { parseAmount } from '../../../src/shared/format/amount.ts';

/** Opens a screen from the side bar. */
export async function openScreen(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await page
    .getByRole('main')
    .getByRole('heading', { level: 1, name })
    .or(page.getByRole('banner').getByText(name))
    .first()
    .waitFor();
}

/** A list by its name, grouped or not. */
export const grid = (page: Page, name: string): Locator =>
  page
    .getByRole('grid', { name, exact: true })
    .or(page.getByRole('treegrid', { name, exact: true }));

/** Takes a command back by the word at the bottom of the window that told it: several may be there. */
export async function takeBack(page: Page, word: string | RegExp): Promise<void> {
  const toast = page.getByRole('alert').filter({ hasText: word }).last();
  await toast.getByRole('button', { name: 'Annuler', exact: true }).click();
}

/** The cells of the lines drawn, under the words of their columns; totals are the last line. */
export async function shownRows(table: Locator): Promise<Record<string, string>[]> {
  await table.getByRole('row').nth(1).waitFor();
  return table.evaluate((ground) => {
    // One text for each column: a cell that runs over several has the others empty.
    const textsOf = (line: Element | undefined, role: string): string[] =>
      Array.from(line?.querySelectorAll<HTMLElement>(`[role=${role}]`) ?? []).flatMap((cell) => {
        const [, span = '1'] = /span (\d+)/.exec(cell.style.gridColumn) ?? [];
        return [cell.textContent ?? '', ...Array(Number.parseInt(span, 10) - 1).fill('')];
      });
    const [head, ...lines] = Array.from(ground.querySelectorAll('[role=row]')).sort(
      (a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')),
    );
    const names = textsOf(head, 'columnheader');
    return lines.map((line) => {
      const cells = textsOf(line, 'gridcell');
      return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
    });
  });
}

/** Waits until a list stands still: what is pressed on a row that moves falls on another. */
export async function standsStill(page: Page, table: Locator): Promise<void> {
  const asShown = async () => JSON.stringify(await shownRows(table));
  let before = await asShown();
  for (let tries = 0; tries < STILL_TRIES_MAX; tries += 1) {
    await page.waitForTimeout(STILL_MS);
    const now = await asShown();
    if (now === before) return;
    before = now;
  }
  throw new Error('The list never stands still.');
}

const STILL_MS = 400;
const STILL_TRIES_MAX = 30;

/** Cents of an amount on screen: `65 883,84 € · 323 j`, `–`. */
export function shownCents(text: string | undefined): number {
  if (text === undefined || text.startsWith('–')) return 0;
  const read = parseAmount((text.split('·')[0] ?? '').trim());
  if (read === null) throw new Error(`No amount: ${text}`);
  return read;
}

const HEADER_ROW = 4;

/** The lines of the workbook that « Excel » saves, under the titles of their columns. */
export async function downloadedRows(
  page: Page,
  button: Locator = page.getByRole('button', { name: 'Excel' }),
): Promise<Record<string, string | number>[]> {
  const saved = page.waitForEvent('download');
  await button.click();
  const folder = mkdtempSync(path.join(tmpdir(), 'encours-workbook-'));
  const file = path.join(folder, 'list.xlsx');
  await (await saved).saveAs(file);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  rmSync(folder, { recursive: true });
  const rows: Record<string, string | number>[] = [];
  const [sheet] = workbook.worksheets;
  const titles = cellsOf(sheet?.getRow(HEADER_ROW));
  for (let at = HEADER_ROW + 1; at <= (sheet?.rowCount ?? 0); at += 1) {
    const cells = cellsOf(sheet?.getRow(at));
    rows.push(Object.fromEntries(titles.map((title, column) => [title, cells[column] ?? ''])));
  }
  return rows;
}

function cellsOf(row: ExcelJS.Row | undefined): (string | number)[] {
  if (row === undefined) return [];
  return Array.from({ length: row.cellCount }, (_, index) => {
    const { value } = row.getCell(index + 1);
    const plain =
      typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
    return typeof plain === 'number' ? plain : String(plain ?? '');
  });
}

/** Cents of a number of a workbook. */
export const workbookCents = (cell: string | number | undefined): number =>
  typeof cell === 'number' ? Math.round(cell * 100) : 0;
