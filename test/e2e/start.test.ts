/** The first thing anybody sees: the built application opens, alone on its computer. */
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';

const application = openApplication({ sample: true, today: '2026-11-23' });

test('the window opens on a screen that says where it is', async () => {
  const { page } = application;
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
  expect(await page.title()).toContain('Encours');
  expect(new URL(page.url()).hash).not.toContain('launch');
  await screenshot(page, 'start');
});

test('the first screen is accessible', async () => {
  await expectNoAxeViolations(application.page);
});
