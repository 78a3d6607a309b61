/** The day at a glance: figures that open what they are made of, and one sheet of paper. */
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

test('it prints on one sheet', async () => {
  const { page } = application;
  await page.getByRole('heading', { name: 'À surveiller' }).waitFor();
  const paper = await page.pdf({ preferCSSPageSize: true });
  expect(paper.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
