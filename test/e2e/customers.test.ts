/** The list of customers: narrowed, sorted, grouped, and the same in Excel. */
import type { Locator } from 'playwright-core';
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

const customers = () => grid(application.page, 'Clients');

test('the latest are on top, and nothing is cut in a small window', async () => {
  const { page } = application;
  await openScreen(page, 'Clients');
  const rows = await shownRows(customers());
  const overdue = rows.slice(0, -1).map((row) => shownCents(row.Échu));
  expect(overdue).toEqual(overdue.toSorted((a, b) => b - a));
  const overflow = await customers().evaluate((table) => table.scrollWidth - table.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectNoAxeViolations(page);
  await screenshot(page, 'customers');
});

test('a word narrows the list and its totals', async () => {
  const { page } = application;
  const before = (await shownRows(customers())).at(-1);
  await page.getByPlaceholder('Nom, code, SIREN, ville').fill('couverture');
  await expect.poll(async () => (await shownRows(customers())).at(-1)).not.toEqual(before);
  const rows = await shownRows(customers());
  const totals = rows.pop();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.Client?.includes('Couverture'))).toBe(true);
  const sum = rows.reduce((total, row) => total + shownCents(row.Encours), 0);
  expect(shownCents(totals?.Encours)).toBe(sum);
  await page.getByRole('button', { name: 'Effacer le filtre' }).click();
  await expect.poll(async () => (await shownRows(customers())).at(-1)).toEqual(before);
});

test('only those overdue, sorted by name', async () => {
  const { page } = application;
  await page.getByRole('button', { name: 'Échu', exact: true }).first().click();
  await page.getByRole('columnheader', { name: 'Client' }).getByRole('button').click();
  await expect
    .poll(() => page.getByRole('columnheader', { name: 'Client' }).getAttribute('aria-sort'))
    .toBe('ascending');
  await expect
    .poll(async () => {
      const names = (await shownRows(customers())).slice(0, -1).map((row) => row.Client ?? '');
      return names.join() === names.toSorted((a, b) => a.localeCompare(b, 'fr')).join();
    })
    .toBe(true);
  const rows = (await shownRows(customers())).slice(0, -1);
  expect(rows.every((row) => shownCents(row.Échu) > 0)).toBe(true);
});

test('a column is widened by mouse and by key, and a saved view keeps it', async () => {
  const { page } = application;
  const width = (name: string) =>
    page.getByRole('columnheader', { name }).evaluate((head) => head.clientWidth);
  const edge = page.getByRole('separator', { name: 'Largeur de la colonne Client' });
  const before = await width('Client');
  const box = await edge.boundingBox();
  if (box === null) throw new Error('The edge is not drawn.');
  await page.mouse.move(box.x + box.width / 2, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + 60, box.y + 14, { steps: 4 });
  await page.mouse.up();
  expect(await width('Client')).toBe(before + 60);
  await edge.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowLeft');
  expect(await width('Client')).toBe(before + 92);
  expect(await edge.getAttribute('aria-valuenow')).toBe(String(before + 92));
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Vues' }).click();
  await page.getByRole('menuitem', { name: 'Enregistrer cette vue' }).click();
  await page.getByLabel('Nom de la vue').fill('Noms longs');
  await page.keyboard.press('Enter');
  await page.getByText('Vue enregistrée').waitFor();
  await edge.focus();
  await page.keyboard.press('Delete');
  expect(await width('Client')).toBe(before);
  await page.reload();
  expect(await width('Client')).toBe(before);
  await page.getByRole('button', { name: 'Vues' }).click();
  await page.getByRole('menuitem', { name: 'Noms longs' }).click();
  await expect.poll(() => width('Client')).toBe(before + 92);
  await edge.dblclick();
  expect(await width('Client')).toBe(before);
});

test('Excel has the same customers, in the same order, to the cent', async () => {
  const { page } = application;
  const shown = await shownRows(customers());
  const totals = shown.pop();
  const total = (await customers().getAttribute('aria-rowcount')) ?? '';
  const book = await downloadedRows(page);
  expect(book).toHaveLength(Number.parseInt(total, 10));
  shown.forEach((row, at) => {
    const line = book[at];
    expect(line?.Client).toBe(row.Client);
    expect(line?.Code).toBe(row.Code);
    for (const column of ['Encours', 'Échu', 'Net dû']) {
      expect(workbookCents(line?.[column])).toBe(shownCents(row[column]));
    }
  });
  for (const column of ['Encours', 'Échu', 'Net dû']) {
    expect(workbookCents(book.at(-1)?.[column])).toBe(shownCents(totals?.[column]));
  }
});

test('groups have their own sums, which make the total', async () => {
  const { page } = application;
  const totals = (await shownRows(customers())).at(-1);
  await page
    .getByRole('combobox', { name: 'Grouper par' })
    .or(page.getByLabel('Grouper par'))
    .first()
    .click();
  await page.getByRole('option', { name: 'Commercial' }).click();
  const headings = customers().locator('[role=row][aria-expanded]');
  await headings.first().waitFor();
  // Closed one after the other, the headings come together.
  for (let at = 0; at < (await headings.count()); at += 1) {
    const heading = headings.nth(at);
    if ((await heading.getAttribute('aria-expanded')) === 'true') await heading.click();
  }
  await screenshot(page, 'customers-groups');
  const rows = await shownRows(customers());
  const sum = rows.slice(0, -1).reduce((all, row) => all + shownCents(row.Échu), 0);
  expect(rows.length).toBeGreaterThan(2);
  expect(sum).toBe(shownCents(totals?.Échu));
  await expectNoAxeViolations(page);
});

test('a whole file cuts no item, whatever the window', async () => {
  const { page } = application;
  const address = new URL(page.url());
  await page.goto(`${address.origin}/exemple/customers`);
  // Its due dates are estimated: the widest items of all.
  await page.getByPlaceholder('Nom, code, SIREN, ville').fill('Pépinières du Petit Moulin');
  await expect.poll(() => customers().getAttribute('aria-rowcount')).toBe('2');
  await customers().focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Fiche client' });
  await panel.waitFor();
  await page.keyboard.press('Control+Enter');
  await panel.waitFor({ state: 'detached' });
  await page.getByText('estimée', { exact: true }).first().waitFor();
  await page.getByRole('heading', { name: 'Historique' }).waitFor();
  for (const [width, height, colorScheme] of [
    [1280, 720, 'light'],
    [1440, 900, 'dark'],
    [1920, 1080, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await expect.poll(() => cutItems(), { timeout: 5000 }).toEqual([]);
    const figures = page.getByText('Net dû', { exact: true }).locator('xpath=../..');
    const history = page.getByRole('heading', { name: 'Historique' }).locator('xpath=../..');
    expect(await rightEdge(figures)).toBe(await rightEdge(history));
    await screenshot(page, `customer-file-${width}`);
  }
  await expectNoAxeViolations(page);
});

test('how he is written to, and where, is set from his file', async () => {
  const { page } = application;
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Façon d’écrire' }).click();
  const writing = page.getByRole('dialog', { name: 'Façon d’écrire à ce client' });
  await writing.getByLabel('Une facture par message').check();
  await writing.getByLabel('Phrase libre').fill('Merci de rappeler notre numéro de commande.');
  await writing.getByRole('button', { name: 'Ajouter une fermeture' }).click();
  await expectNoAxeViolations(page);
  await screenshot(page, 'customer-writing');
  await writing.getByRole('button', { name: 'Enregistrer' }).click();
  await writing.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Modifier' }).last().click();
  const identity = page.getByRole('dialog', { name: 'Fiche' });
  await identity.getByLabel('Adresse, sans code postal ni ville').fill('12 rue des Lilas');
  await identity.getByLabel('Code postal', { exact: true }).fill('16000');
  await identity.getByLabel('Ville', { exact: true }).fill('ANGOULEME');
  await screenshot(page, 'customer-identity');
  await identity.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('12 rue des Lilas, 16000 ANGOULEME').waitFor();
  await page.getByRole('button', { name: 'Façon d’écrire' }).click();
  await expect.poll(() => writing.getByLabel('Une facture par message').isChecked()).toBe(true);
  await page.keyboard.press('Escape');
});

/** What the list of items shows less of than it holds; the list itself where it has to scroll. */
function cutItems(): Promise<string[]> {
  return grid(application.page, 'Pièces').evaluate((table) =>
    [table, ...table.querySelectorAll('[role=gridcell], [role=columnheader] span')]
      .filter((cell) => cell.scrollWidth > cell.clientWidth && cell.clientWidth > 0)
      .map((cell) => cell.textContent ?? ''),
  );
}

async function rightEdge(part: Locator): Promise<number> {
  const box = await part.boundingBox();
  if (box === null) throw new Error('It is not drawn.');
  return Math.round(box.x + box.width);
}
