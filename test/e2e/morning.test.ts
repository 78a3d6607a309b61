/**
 * The morning of a credit manager, without the mouse: the first customer of the list is called, he
 * promises, and his promise stands in its week of the forecast.
 */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';

const application = openApplication({ sample: true, today: '2026-11-23' });
const FORM_SECONDS_MAX = 15;

test('the sample asked for at the start is made without a click', async () => {
  const { page } = application;
  await page.getByRole('navigation').getByRole('link', { name: 'Priorités' }).waitFor();
});

test('the ten customers of the day each say how much, how late and why', async () => {
  const { page } = application;
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await page.getByRole('heading', { name: /À appeler aujourd/ }).waitFor();
  const text = await page.getByRole('main').innerText();
  expect(text).toContain('€');
  expect(text).toMatch(/échu/);
  await expectNoAxeViolations(page);
  await screenshot(page, 'priorities');
});

test('a call and its promise are noted by keyboard in seconds', async () => {
  const { page } = application;
  const before = await promisedOf(page, '30 novembre');
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  const first = page.getByRole('heading', { name: /À appeler aujourd/ });
  await first.waitFor();
  const obligations = await page.getByRole('main').getByText('Promesse non tenue').count();
  for (let line = 0; line < obligations; line += 1) await page.keyboard.press('j');
  const begun = performance.now();
  await page.keyboard.press('a');
  await page.getByRole('heading', { name: 'Noter un appel' }).waitFor();
  await page.keyboard.press('1');
  const day = page.getByLabel('Promis pour le');
  await day.waitFor();
  await expect.poll(() => day.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.type('01/12/2026');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Noter un appel' }).waitFor({ state: 'detached' });
  expect((performance.now() - begun) / 1000).toBeLessThan(FORM_SECONDS_MAX);
  await expect
    .poll(() => promisedOf(page, '30 novembre'), { timeout: 20_000 })
    .toBeGreaterThan(before);
  await screenshot(page, 'forecast');
});

/** Cents expected of the week where promises win over due dates: no model moves that figure. */
async function promisedOf(page: typeof application.page, week: string): Promise<number> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  const row = page.getByRole('row').filter({ hasText: week }).first();
  await row.waitFor();
  const amount = (await row.innerText()).split(/[\n\t]+/).at(-1) ?? '';
  return Number(amount.replace(/[^\d]/g, ''));
}
