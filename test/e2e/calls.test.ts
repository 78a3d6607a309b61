/**
 * The calls of the day without the mouse: one sheet after the other, a promise that stands in its
 * week of the forecast, a call that moves a level; then what else is done by hand.
 */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectNoAxeViolations, openApplication, screenshot } from './support/application.ts';
import { downloadedRows, grid, openScreen, shownRows, standsStill } from './support/lists.ts';
import { callFromWindow } from './support/window-api.ts';

const application = openApplication({
  sample: true,
  today: '2026-11-23',
  viewport: { width: 1280, height: 720 },
});

const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 2, name, exact: true });

async function todayRows(page: Page): Promise<Record<string, unknown>[]> {
  const { rows } = await callFromWindow(page, 'calls/today', { offset: 0, limit: 200 });
  return rows as Record<string, unknown>[];
}

const isOf = (row: Record<string, unknown>, kind: string) =>
  (row.reasons as { kind: string }[])[0]?.kind === kind;

test('the calls of the day say whom, why and at which number, and the same in Excel', async () => {
  const { page } = application;
  await openScreen(page, 'Appels');
  const rows = await shownRows(grid(page, 'Appels du jour'));
  expect(rows.length).toBeGreaterThan(10);
  expect(rows[0]?.Pourquoi).toMatch(/Promesse non tenue|Règlement revenu impayé/u);
  await expectNoAxeViolations(page);
  await screenshot(page, 'calls-today');
  const [first] = await downloadedRows(page);
  expect(first?.Client).toBe(rows[0]?.Client);
});

test('Enter opens the sheet, one key notes how it ended, Ctrl+Enter goes to the next', async () => {
  const { page } = application;
  const rows = await todayRows(page);
  const [first, second] = rows.map(({ name }) => String(name));
  const before = await promisedOf(page, '30 novembre');
  await openScreen(page, 'Appels');
  const table = grid(page, 'Appels du jour');
  await table.getByRole('row').nth(1).waitFor();
  await table.focus();
  await page.keyboard.press('Enter');
  await heading(page, first ?? '').waitFor();
  await page.getByText('Vérifier qui répond avant de citer un montant.').waitFor();
  await page.getByRole('radio', { name: /Promet de payer/u }).waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'calls-sheet');
  await page.keyboard.press('1');
  await page.getByLabel('Promis pour le').waitFor();
  await page.keyboard.type('30/11');
  await page.keyboard.press('Control+Enter');
  await heading(page, second ?? '').waitFor();
  await page.getByText('2 sur').waitFor();
  await expect
    .poll(() => promisedOf(page, '30 novembre'), { timeout: 20_000 })
    .toBeGreaterThan(before);
});

test('a call that is answered moves the level of its step', async () => {
  const { page } = application;
  const step = (await todayRows(page)).find((row) => isOf(row, 'step'));
  const customerId = step?.customerId;
  const name = String(step?.name);
  await openScreen(page, 'Appels');
  await standsStill(page, grid(page, 'Appels du jour'));
  await grid(page, 'Appels du jour').getByText(name, { exact: true }).click();
  await heading(page, name).waitFor();
  await page.getByRole('radio', { name: /Promet de payer/u }).waitFor();
  await page.keyboard.press('3');
  await page.getByText('Personne n’a répondu : l’étape reste à faire.').waitFor();
  await page.keyboard.press('8');
  const level = page.getByRole('checkbox', { name: /L’appel fait avancer au niveau/u });
  expect(await level.isChecked()).toBe(true);
  await page.keyboard.press('Control+Enter');
  await page.getByText('Appel noté.').waitFor();
  await expect
    .poll(async () => (await todayRows(page)).some((row) => row.customerId === customerId))
    .toBe(false);
  const why = await callFromWindow(page, 'dunning/why', { customerId });
  const severities = (why.items as { severity: string | null }[]).map(({ severity }) => severity);
  expect(severities).toContain('reminder_1');
});

test('a short message is prepared, copied and logged, and Esc closes it alone', async () => {
  const { page, context } = application;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const reachable = (await todayRows(page)).find(({ phone }) => phone !== null);
  await openScreen(page, 'Appels');
  const table = grid(page, 'Appels du jour');
  await table.getByText(String(reachable?.name), { exact: true }).click();
  await page.getByRole('radio', { name: /Promet de payer/u }).waitFor();
  await page.keyboard.press('Control+m');
  await page.getByRole('dialog').getByLabel('Texte').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('radio', { name: /Promet de payer/u }).waitFor();
  await page.keyboard.press('Control+m');
  const text = await page.getByRole('dialog').getByLabel('Texte').inputValue();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Copier et noter' }).click();
  await page.getByText('SMS copié et noté.').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await page.getByText('SMS envoyé').first().waitFor();
});

test('a VIP, told so in his file, waits for the person named', async () => {
  const { page } = application;
  const [row] = await todayRows(page);
  await callFromWindow(page, 'customers/change', {
    commandId: '00000000-0000-4000-8000-000000000001',
    customerId: row?.customerId,
    changes: { isVip: true },
  });
  await openScreen(page, 'Appels');
  await page.getByRole('tab', { name: 'VIP' }).click();
  const rows = await shownRows(grid(page, 'VIP'));
  expect(rows[0]?.Client).toBe(row?.name);
  await expectNoAxeViolations(page);
  await screenshot(page, 'calls-vip');
});

test.each([
  ['Commerciaux', 'Aucun commercial à prévenir.'],
  ['Blocages', 'Aucune commande à bloquer ni à débloquer.'],
])('« %s » says what it waits for when it is empty', async (tab, sentence) => {
  const { page } = application;
  await openScreen(page, 'Appels');
  await page.getByRole('tab', { name: tab }).click();
  await page.getByText(sentence).waitFor();
  await expectNoAxeViolations(page);
});

test('an order is blocked from its row by one key, with the mail that asks for it', async () => {
  const { page } = application;
  await followBlocks(page);
  await openScreen(page, 'Appels');
  await page.getByRole('tab', { name: 'Blocages' }).click();
  const table = grid(page, 'Blocages');
  const [row] = await shownRows(table);
  expect(row?.État).toBe('à bloquer');
  await table.focus();
  await page.keyboard.press('b');
  await page.getByLabel('Qui décide').fill('Mme Dupas');
  await page.keyboard.press('Enter');
  const mail = page.getByRole('dialog', { name: 'Courriel à l’administration des ventes' });
  await mail.getByText('Décision : Mme Dupas.').waitFor();
  await expectNoAxeViolations(page);
  await screenshot(page, 'calls-block');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^bloqué 1/u }).click();
  await expect.poll(async () => (await shownRows(table))[0]?.Client).toBe(row?.Client);
});

test('the settings of the calls are kept', async () => {
  const { page } = application;
  await openScreen(page, 'Réglages');
  await page.getByRole('button', { name: 'Appels', exact: true }).click();
  await page.getByRole('textbox', { name: 'Passerelle SMS' }).fill('{numero}@sms.example.fr');
  await expectNoAxeViolations(page);
  await screenshot(page, 'calls-settings');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Enregistré').first().waitFor();
  const { settings } = await callFromWindow(page, 'settings/show');
  expect((settings as { calls: { smsGateway: string } }).calls.smsGateway).toBe(
    '{numero}@sms.example.fr',
  );
});

/** A scenario that proposes a block early, given to the customers whom a step calls today. */
async function followBlocks(page: Page): Promise<void> {
  const called = (await todayRows(page)).filter((row) => isOf(row, 'step'));
  const { document } = await callFromWindow(page, 'scenarios/show', { scenarioKey: 'courteous' });
  const shipped = document as { steps: { stepKey: string; delay: { days: number } }[] };
  const steps = shipped.steps.flatMap((one) => {
    if (one.delay.days < 0) return [one];
    const later = { ...one, delay: { ...one.delay, days: one.delay.days + 40 } };
    if (one.stepKey !== 'j7') return [later];
    const block = { stepKey: 'blocage', kind: 'order_block', severity: null, channel: 'none' };
    const early = { ...one.delay, days: 1 };
    return [{ ...one, ...block, delay: early, mode: 'task', templateKey: null }, later];
  });
  await callFromWindow(page, 'scenarios/save', {
    commandId: '00000000-0000-4000-8000-000000000002',
    document: { ...shipped, scenarioKey: 'by-block', name: 'Blocage', steps },
    keepsOverNewer: false,
  });
  for (const [index, { customerId }] of called.entries()) {
    await callFromWindow(page, 'scenarios/assignCustomer', {
      commandId: `00000000-0000-4000-8000-0000000001${String(index).padStart(2, '0')}`,
      customerId,
      scenarioKey: 'by-block',
    });
  }
}

/** Cents expected of the week where promises win over due dates: no model moves that figure. */
async function promisedOf(page: Page, week: string): Promise<number> {
  await openScreen(page, 'Prévisions');
  const row = page.getByRole('row').filter({ hasText: week }).first();
  await row.waitFor();
  const amount = (await row.innerText()).split(/[\n\t]+/).at(-1) ?? '';
  return Number(amount.replace(/[^\d]/g, ''));
}
