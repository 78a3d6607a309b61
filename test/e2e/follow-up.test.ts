/**
 * What was promised, contested, stopped, said on the phone: each list, and its workbook in words.
 */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import {
  downloadedRows,
  grid,
  openScreen,
  shownCents,
  shownRows,
  workbookCents,
} from './support/lists.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});

const TABS = [
  ['Promesses', 'Montant'],
  ['Litiges', 'Montant'],
  ['Suspensions', 'Échu'],
  ['À affecter', 'Montant'],
  ['Contacts manquants', 'Échu'],
  ['À lettrer d’abord', 'Non lettré'],
] as const;

test.each(TABS)('the list « %s » stands whole and says the same in Excel', async (tab, amount) => {
  const { page } = application;
  await openScreen(page, 'Promesses et litiges');
  await page.getByRole('tab', { name: tab }).click();
  const table = grid(page, tab);
  const rows = await shownRows(table);
  expect(
    await table.evaluate((ground) => ground.scrollWidth - ground.clientWidth),
  ).toBeLessThanOrEqual(0);
  await expectNoAxeViolations(page);
  await screenshot(page, `follow-up-${TABS.findIndex(([name]) => name === tab)}`);
  const book = await downloadedRows(page);
  const [first] = rows;
  expect(book[0]?.Client).toBe(first?.Client);
  expect(workbookCents(book[0]?.[amount])).toBe(shownCents(first?.[amount]));
  for (const word of ['Issue', 'Motif', 'Nature']) {
    if (first?.[word] !== undefined) expect(book[0]?.[word]).toBe(first[word]);
  }
});

test('one outcome narrows the promises to it', async () => {
  const { page } = application;
  await page.getByRole('tab', { name: 'Promesses' }).click();
  const chip = page.getByRole('button', { name: /^non tenue/ });
  const [count = ''] = /\d+/.exec(await chip.innerText()) ?? [];
  await chip.click();
  const rows = async () => (await shownRows(grid(page, 'Promesses'))).slice(0, -1);
  await expect.poll(async () => (await rows()).length).toBe(Number.parseInt(count, 10));
  expect((await rows()).every((row) => row.Issue === 'non tenue')).toBe(true);
});

test('a promise is cancelled from its row, by keyboard', async () => {
  const { page } = application;
  const table = grid(page, 'Promesses');
  const before = await table.getAttribute('aria-rowcount');
  await table.focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Annuler la promesse' }).press('Enter');
  await page.getByText('Promesse annulée.').waitFor();
  await expect.poll(() => table.getAttribute('aria-rowcount')).not.toBe(before);
});

test('what is to be done and what was said on the phone', async () => {
  const { page } = application;
  await openScreen(page, 'Appels');
  await page.getByRole('tab', { name: 'À faire' }).click();
  const tasks = await shownRows(grid(page, 'À faire'));
  expect(tasks.length).toBeGreaterThan(0);
  await expectNoAxeViolations(page);
  await screenshot(page, 'tasks');
  await page.getByRole('tab', { name: 'Appels passés' }).click();
  const [first] = await shownRows(grid(page, 'Appels passés'));
  await expectNoAxeViolations(page);
  await screenshot(page, 'calls');
  const book = await downloadedRows(page);
  expect([book[0]?.Client, book[0]?.Issue, book[0]?.Sens]).toEqual([
    first?.Client,
    first?.Issue,
    first?.Sens,
  ]);
});
