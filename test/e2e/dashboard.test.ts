/** The day at a glance: figures that open what they are made of, and one sheet of paper. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { grid, openScreen, shownCents, shownRows } from './support/lists.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
  colorScheme: 'dark',
});

test('the dashboard stands whole in a small window', async () => {
  const { page } = application;
  await openScreen(page, 'Tableau de bord');
  await page.getByRole('heading', { name: 'À surveiller' }).waitFor();
  await page.getByRole('img', { name: /^Encaissements/ }).waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'dashboard-dark');
});

test('the overdue figure opens the customers it is the sum of', async () => {
  const { page } = application;
  const figure = page.getByRole('main').getByRole('button', { name: /^Échu/ });
  const [, overdue = ''] =
    /^Échu\s*(.*?€)/u.exec((await figure.innerText()).replace(/\n/g, ' ')) ?? [];
  await figure.click();
  const totals = (await shownRows(grid(page, 'Clients'))).at(-1);
  expect(shownCents(totals?.Échu)).toBe(shownCents(overdue));
  await page.goBack();
});

test('agreed call-backs open a list that has as many', async () => {
  const { page } = application;
  const fact = page.getByRole('button', { name: /^Rappels convenus/ });
  const [count = ''] = /\d+/.exec(await fact.innerText()) ?? [];
  await fact.click();
  const rows = await shownRows(grid(page, 'À faire'));
  expect(rows.filter((row) => row.Tâche === 'rappeler')).toHaveLength(Number.parseInt(count, 10));
  await page.goBack();
});

test('thirteen months of DSO stand behind the chart', async () => {
  const { page } = application;
  const chart = page.getByRole('img', { name: /^DSO/ });
  await chart.waitFor();
  const section = page.locator('section').filter({ has: chart });
  await section.getByRole('button', { name: 'Voir les chiffres' }).click();
  const months = page.getByRole('table', { name: 'DSO', exact: true }).getByRole('row');
  await expect.poll(() => months.count()).toBe(1 + 13);
  expect(await months.last().innerText()).toMatch(/novembre 2026\s+\d+\sj\s+\d+\sj/u);
  await page.getByRole('button', { name: 'Voir le graphique' }).click();
});

test('a segment opens its customers, as many as it counts', async () => {
  const { page } = application;
  const segment = page.getByRole('table', { name: 'Par segment' }).getByRole('row');
  const row = segment.filter({ hasText: 'Mauvais payeur' });
  const count = await row.locator('td').nth(1).locator('span > span').last().innerText();
  await row.getByRole('button', { name: 'Mauvais payeur' }).click();
  const customers = grid(page, 'Clients');
  const lines = async () => (await shownRows(customers)).slice(0, -1).length;
  await expect.poll(lines).toBe(Number.parseInt(count, 10));
  await page.goBack();
});

test.each([
  ['Tableau de bord', 'À surveiller', 1],
  ['Priorités', 'À appeler aujourd’hui', 1],
  ['Prévisions', 'Encaissements probables', 1],
] as const)('%s is printed on one sheet, light, and nothing to click on it', async (...row) => {
  const [screen, heading, sheets] = row;
  const { page } = application;
  await openScreen(page, screen);
  await page.getByRole('heading', { name: heading }).waitFor();
  expect(await sheetsOf(page)).toBe(sheets);
  await onPaper(page, async () => {
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: /Appeler|Imprimer|Excel|Voir/ }).count()).toBe(0);
    expect(await beyondTheSheet(page)).toEqual([]);
    const paper = () =>
      page.evaluate(() => {
        const { backgroundColor, colorScheme } = getComputedStyle(document.documentElement);
        return { backgroundColor, colorScheme };
      });
    const white = { backgroundColor: 'rgb(255, 255, 255)', colorScheme: 'light' };
    await expect.poll(paper).toEqual(white);
    await screenshot(page, `print-${screen}`);
  });
});

test('a customer file is printed with all its items, and so is the panel of one', async () => {
  const { page } = application;
  await openScreen(page, 'Clients');
  await page.getByText('Pépinières du Petit Moulin SA').first().click();
  await page.getByRole('heading', { name: 'Historique' }).waitFor();
  const items = grid(page, 'Pièces');
  const count = Number.parseInt((await items.getAttribute('aria-rowcount')) ?? '', 10);
  const numbers = async () => (await shownRows(items)).slice(0, -1).map((item) => item.Pièce);
  await onPaper(page, async () => {
    expect(await grid(page, 'Clients').isVisible()).toBe(false);
    expect(await numbers()).toHaveLength(count - 1);
    expect(await beyondTheSheet(page)).toEqual([]);
  });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('complementary').waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: 'Historique' }).waitFor();
  await onPaper(page, async () => {
    expect(await numbers()).toHaveLength(count - 1);
    expect(await beyondTheSheet(page)).toEqual([]);
    await screenshot(page, 'print-customer-file');
  });
});

test('a long list is printed from its first line to its last', async () => {
  const { page } = application;
  await openScreen(page, 'Clients');
  const customers = grid(page, 'Clients');
  await shownRows(customers);
  const count = Number.parseInt((await customers.getAttribute('aria-rowcount')) ?? '', 10);
  expect(count).toBeGreaterThan(100);
  await onPaper(page, async () => {
    const rows = await shownRows(customers);
    expect(new Set(rows.slice(0, -1).map((row) => row.Code)).size).toBe(count - 1);
    expect(await beyondTheSheet(page)).toEqual([]);
  });
});

/** Sheets of paper, as the browser lays them out. */
async function sheetsOf(page: Page): Promise<number> {
  const paper = await page.pdf({ preferCSSPageSize: true });
  return paper.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** A4 landscape without its margins, in pixels. */
const SHEET = { width: 1047, height: 718 };

/** Looks at the page as it is laid out for paper. */
async function onPaper(page: Page, look: () => Promise<void>): Promise<void> {
  const window = page.viewportSize();
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => globalThis.dispatchEvent(new Event('beforeprint')));
  try {
    await look();
  } finally {
    await page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen' });
    if (window !== null) await page.setViewportSize(window);
  }
}

/** Columns and drawings that stand beyond the right edge of the sheet. */
function beyondTheSheet(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll('[role=columnheader], th, td, [role=gridcell], svg'))
      .filter((part) => part.getBoundingClientRect().right > document.body.clientWidth + 1)
      .map((part) => part.textContent ?? part.tagName),
  );
}
