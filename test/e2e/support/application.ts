/**
 * The built application in a real browser, for the journeys.
 *
 *     const application = openApplication({ sample: true, today: '2026-11-23' });
 *     test('the day starts with the calls', async () => {
 *       const { page } = application;
 *       …
 *     });
 *
 * One host and one window per test file; journeys of one file follow one another on one ledger.
 * A test fails when the page printed an error, threw, broke its policy or spoke to a stranger.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type BuiltHost, type HostOptions, startBuiltHost } from './built-host.ts';
import { listenToFaults, policyWatch } from './complaints.ts';

const shotsFolder = path.resolve(import.meta.dirname, '../shots');

export interface ApplicationOptions extends HostOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
}

/** Filled before the first test of the file. */
export interface Application {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly host: BuiltHost;
  /** What the page did wrong and the test expects: taken away from what fails it. */
  readonly takeComplaints: () => string[];
  /** Stops the application, as if the computer was switched off properly, and opens it again. */
  readonly reopen: (options?: HostOptions) => Promise<Page>;
}

class RunningApplication implements Application {
  readonly #options: ApplicationOptions;
  readonly #complaints: string[] = [];
  #browser: Browser | undefined;
  #context: BrowserContext | undefined;
  #host: BuiltHost | undefined;
  #page: Page | undefined;

  constructor(options: ApplicationOptions) {
    this.#options = options;
  }

  get page(): Page {
    return present(this.#page);
  }

  get context(): BrowserContext {
    return present(this.#context);
  }

  get host(): BuiltHost {
    return present(this.#host);
  }

  readonly takeComplaints = (): string[] => this.#complaints.splice(0);

  async open(): Promise<void> {
    this.#browser = await launchBrowser();
    this.#host = await startBuiltHost(this.#options);
    await this.#openWindow();
  }

  readonly reopen = async (options: HostOptions = {}): Promise<Page> => {
    if (this.#options.dataFolder === undefined) {
      throw new Error('Give openApplication a dataFolder that outlives the host.');
    }
    await this.#context?.close();
    await this.host.stop();
    this.#host = await startBuiltHost({ ...this.#options, ...options });
    await this.#openWindow();
    return this.page;
  };

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.#host?.stop();
  }

  async #openWindow(): Promise<void> {
    const { viewport = { width: 1440, height: 900 }, colorScheme = 'light' } = this.#options;
    const settings: BrowserContextOptions = {
      viewport,
      colorScheme,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    };
    const context = await present(this.#browser).newContext(settings);
    await context.addInitScript(policyWatch);
    context.setDefaultTimeout(15_000);
    context.on('page', (page) => listenToFaults(page, this.host.origin, this.#complaints));
    this.#context = context;
    this.#page = await context.newPage();
    await this.#page.goto(this.host.address);
  }
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The application is not open yet.');
  return value;
}

/** Opens the application before the tests of a file and closes it after them. */
export function openApplication(options: ApplicationOptions = {}): Application {
  const application = new RunningApplication(options);
  beforeAll(() => application.open(), 60_000);
  afterEach(async (context) => {
    const complaints = application.takeComplaints();
    if (context.task.result?.state === 'fail' || complaints.length > 0) {
      const name = context.task.name.replace(/[^\p{L}\p{N}]+/gu, '-');
      await screenshot(application.page, `failed-${name}`).catch(() => undefined);
    }
    expect(complaints).toEqual([]);
  });
  afterAll(() => application.close(), 30_000);
  return application;
}

/** A picture of the page in test/e2e/shots, which git ignores. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(shotsFolder, { recursive: true });
  const file = path.join(shotsFolder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  return file;
}

/**
 * Checks the page as it stands with every rule of axe; names the rule and the elements. The frame
 * of a mail runs no script, so axe cannot look into it.
 */
export async function expectNoAxeViolations(
  page: Page,
  options: { readonly onlyRules?: readonly string[] } = {},
): Promise<void> {
  const builder = new AxeBuilder({ page }).exclude('iframe[sandbox]');
  if (options.onlyRules) builder.withRules([...options.onlyRules]);
  const { violations } = await builder.analyze();
  const seen = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map((node) => `  ${node.target.join(' ')}`).join('\n')}`,
  );
  expect(seen).toEqual([]);
}
