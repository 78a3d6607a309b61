/**
 * Who may know whom. The arrows of docs/ARCHITECTURE.md, checked; type imports count.
 *
 * Each layer lists the whole of what it sees: what is not listed is refused, so a new folder
 * must first be given its place here.
 */

import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser';

/** Our own folders, from the one that knows nothing to those that know everything. */
const KERNEL = '^src/shared/kernel/';
const DOMAIN = '^src/shared/domain/';
const CONTRACT = '^src/shared/contract/';
const FORMAT = '^src/shared/format/';
const TEXT = '^src/shared/text/';
const SHARED = '^src/shared/';
const PORTS = '^src/main/ports/';
const LEDGER = '^src/main/ledger/';
const USE_CASES = '^src/main/use-cases/';
const INTAKE = '^src/main/intake/';
const CHANNELS = '^src/main/channels/';
const MESSAGE = '^src/main/message/';
const REPORTS = '^src/main/reports/';
const SCHEDULER = '^src/main/scheduler/';
const JOBS = '^src/main/jobs/';
const COMPANIES = '^src/main/companies/';
const FILES = '^src/main/files/';
const SAMPLE = '^src/main/sample/';
const HOST = '^src/main/host/';
const CORE = '^src/main/core/';
const APP = '^src/main/app\\.ts$';
const RENDERER = '^src/renderer/';

const ENTRIES = '^src/main/(electron|loopback|core|job)\\.ts$';

/** A layer sees these folders of ours and no other. */
function layer(name: string, path: string, sees: string[], comment: string): IForbiddenRuleType {
  return {
    name: `layer-${name}`,
    comment,
    severity: 'error',
    from: { path },
    to: { path: '^(src|test|scripts|resources)/', pathNot: [path, ...sees] },
  };
}

/** Only these files may import that package or built-in module. */
function only(
  name: string,
  imported: string | string[],
  where: string | string[],
): IForbiddenRuleType {
  return {
    name: `only-${name}`,
    severity: 'error',
    from: { path: '^src/', pathNot: where },
    to: { path: imported },
  };
}

const NPM = 'node_modules/';

export default {
  forbidden: [
    layer('kernel', KERNEL, [], 'The kernel imports nothing.'),
    layer('domain', DOMAIN, [KERNEL], 'A rule knows amounts, days and other rules.'),
    layer('contract', CONTRACT, [KERNEL, DOMAIN], 'The contract names what the domain knows.'),
    layer('format', FORMAT, [KERNEL], 'A format knows amounts and days.'),
    layer('text', TEXT, [KERNEL, FORMAT, DOMAIN, CONTRACT], 'A sentence is keyed by a code.'),
    layer('ports', PORTS, [SHARED], 'A port is an interface.'),
    layer('ledger', LEDGER, [SHARED, PORTS], 'The ledger remembers; it decides nothing.'),
    layer(
      'use-cases',
      USE_CASES,
      [SHARED, PORTS, LEDGER, REPORTS, MESSAGE, '^resources/(rates|scenarios)/'],
      'Channels are reached by port only; a report says what it is given.',
    ),
    layer('intake', INTAKE, [SHARED, PORTS], 'A reader knows its file.'),
    layer('channels', CHANNELS, [SHARED, PORTS], 'A channel carries what it is given.'),
    layer(
      'message',
      MESSAGE,
      [SHARED, PORTS, '^resources/templates/'],
      'A message is written from its facts and a template.',
    ),
    layer('reports', REPORTS, [SHARED, PORTS], 'A report shows what it is given.'),
    layer('scheduler', SCHEDULER, [SHARED, PORTS, LEDGER, USE_CASES], 'When to wake up.'),
    layer(
      'jobs',
      JOBS,
      [SHARED, PORTS, LEDGER, USE_CASES, INTAKE, REPORTS, MESSAGE, CHANNELS, SAMPLE],
      'Long work reads files and makes files.',
    ),
    layer('companies', COMPANIES, [SHARED, PORTS], 'Where the ledgers lie, one per company.'),
    layer('files', FILES, [SHARED, PORTS], 'What comes in by upload and goes out by ticket.'),
    layer('sample', SAMPLE, [SHARED, '^resources/sample/'], 'A made-up company, as files.'),
    layer('host', HOST, [SHARED, PORTS], 'A host shows; it knows no rule and no ledger.'),
    {
      name: 'layer-app',
      comment: 'The composition root knows everything but the hosts and the entries.',
      severity: 'error',
      from: { path: [APP, CORE] },
      to: { path: ['^src/main/host/(electron|loopback)/', ENTRIES, RENDERER, '^(test|scripts)/'] },
    },
    {
      name: 'app-is-the-top',
      comment: 'Only an entry starts the application.',
      severity: 'error',
      from: { path: '^src/', pathNot: [ENTRIES, APP, CORE] },
      to: { path: [APP, CORE, ENTRIES] },
    },
    {
      name: 'entries-see-main',
      comment: 'An entry starts things; screens and tests are not its business.',
      severity: 'error',
      from: { path: ENTRIES },
      to: { path: [RENDERER, '^(test|scripts)/'] },
    },
    layer('renderer', RENDERER, [SHARED], 'The window knows shared code only.'),
    {
      name: 'parts-have-no-data',
      comment: 'A part shows what it is given; it asks the application nothing.',
      severity: 'error',
      from: { path: '^src/renderer/parts/' },
      to: { path: '^src/renderer/(api|screens)/' },
    },
    {
      name: 'api-is-below-screens',
      severity: 'error',
      from: { path: '^src/renderer/api/' },
      to: { path: '^src/renderer/(parts|screens)/' },
    },
    {
      name: 'readers-are-strangers',
      comment: 'FEC, tables, bank statements and e-invoices know nothing of one another.',
      severity: 'error',
      from: { path: '^src/main/intake/([^/]+)/' },
      to: { path: '^src/main/intake/[^/]+/', pathNot: '^src/main/intake/$1/' },
    },
    {
      name: 'hosts-are-strangers',
      severity: 'error',
      from: { path: '^src/main/host/(electron|loopback)/' },
      to: { path: '^src/main/host/(electron|loopback)/', pathNot: '^src/main/host/$1/' },
    },
    {
      name: 'pure-is-pure',
      comment: 'Shared code and the window run without Node.',
      severity: 'error',
      from: { path: [SHARED, RENDERER] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rules-need-no-package',
      comment: 'Kernel, domain and formats are plain TypeScript; an IBAN is checked by ibantools.',
      severity: 'error',
      from: { path: [KERNEL, DOMAIN, FORMAT], pathNot: `${DOMAIN}bank-account/` },
      to: { path: NPM },
    },
    only('electron', [`${NPM}electron(/|$)`, '^electron$'], '^src/main/host/electron/'),
    // A browser comes back from Microsoft or Google to a port of this computer.
    only('http', '^(node:)?(http|https|http2)$', [
      '^src/main/host/loopback/',
      '^src/main/channels/email/consent\\.ts$',
    ]),
    only('nodemailer', `${NPM}nodemailer/`, '^src/main/channels/email/'),
    only('mail-readers', `${NPM}(postal-mime|@kenjiuno/msgreader)/`, [
      '^src/main/intake/mail/',
      '^src/main/channels/email/',
    ]),
    only('http-bridge', `${NPM}@hono/`, '^src/main/host/loopback/'),
    only('sqlite', [`${NPM}(@types/)?better-sqlite3`, 'sqlite$'], '^src/main/ledger/sqlite\\.ts$'),
    only('drizzle', `${NPM}drizzle-orm`, LEDGER),
    only('keyring', `${NPM}@napi-rs/keyring`, ['^src/main/host/', '^src/main/core/', APP]),
    only('templates', `${NPM}liquidjs`, MESSAGE),
    only('screens', `${NPM}(react|react-dom|@mantine|@tabler|@tanstack|echarts)(/|$)`, RENDERER),
    {
      name: 'no-tests-in-the-product',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        path: ['^(test|scripts)/', `${NPM}(vitest|fast-check|playwright-core|@axe-core)(/|$)`],
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and that nobody imports is dead.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['\\.d\\.ts$', ENTRIES] },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?'] },
    },
  ],
  options: {
    parser: 'swc',
    moduleSystems: ['es6', 'cjs'],
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['^node_modules/\\.cache', '^out/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.d.ts'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
    skipAnalysisNotInRules: true,
  },
} satisfies IConfiguration;
