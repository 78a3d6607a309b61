/**
 * `npm run bench:forecast [-- --data DIR | FILE …]`: how well the payment model forecasts the cash of
 * real ledgers, beside the baselines published with them.
 *
 * Each file goes through the product's own import into a company of its own: a FEC as it is (due
 * dates are thirty days from the invoice, the default terms), a table by the mapping that the
 * product proposes. The rows of the baselines are read from the page beside the data and
 * printed under ours; ours are kept in `docs/BENCH.md`, where the files are the default ones.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Backtest, backtest, type MethodRow } from '../support/forecast-backtest.ts';
import { realFilesFolder } from '../support/real-files.ts';
import { RunningApplication } from '../support/running-application.ts';
import { type Population, populationOf } from './forecast-population.ts';
import { timeLargeLedger } from './forecast-size.ts';
import { writePart } from './report.ts';

/** The default files, by the name of their table among the baselines. */
const SETS = [
  { name: 'ibm', folder: 'ar', start: 'iamjenetzler-WA_Fn-UseC_' },
  { name: 'primeur', folder: 'fec', start: 'bom-wholesaler-lettered_' },
] as const;

const { values, positionals } = parseArgs({
  options: { data: { type: 'string' } },
  allowPositionals: true,
});
const dataFolder = values.data ?? realFilesFolder;
const files =
  positionals.length > 0
    ? positionals.map((file) => ({ name: path.basename(file), file }))
    : defaultFiles();
if (files.length === 0) {
  process.stderr.write(
    `Aucun fichier à rejouer dans ${dataFolder}. Donnez leur dossier par --data, ou des fichiers.\n`,
  );
  process.exitCode = 1;
} else {
  await run();
}

function defaultFiles(): { readonly name: string; readonly file: string }[] {
  return SETS.flatMap(({ name, folder, start }) => {
    const within = path.join(dataFolder, folder);
    const found = existsSync(within) ? readdirSync(within) : [];
    const file = found.find((one) => one.startsWith(start));
    return file === undefined ? [] : [{ name, file: path.join(within, file) }];
  });
}

async function run(): Promise<void> {
  const application = await RunningApplication.start({ today: '2100-01-01' });
  try {
    let page = '';
    for (const { name, file } of files) {
      const startedAt = performance.now();
      const population = await populationOf(application, file);
      const result = backtest(population.items);
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      const table = tableOf(name, population, result);
      const beside = [table, ...baselinesOf(name), '', `(${seconds} s)`].join('\n');
      process.stdout.write(`${beside}\n\n`);
      page += `${table}\n\n`;
    }
    const size = timeLargeLedger();
    process.stdout.write(`${size}\n`);
    page += `${size}\n\n`;
    if (positionals.length === 0) writePart('forecast', `## Prévision\n\n${page}`);
  } finally {
    await application.close();
  }
}

function tableOf(name: string, population: Population, result: Backtest): string {
  const { items, read, leftOut } = population;
  const { cutOffs, pairs, rows, fitMs } = result;
  const customers = new Set(items.map(({ customerId }) => customerId)).size;
  const without = [...leftOut].map(([why, count]) => `${why} ${count}`).join(', ');
  return [
    `### ${name}`,
    '',
    `${read} factures lues, ${items.length} comparées (hors ${without || 'rien'}), ${customers} clients;`,
    `${cutOffs.length} dates du ${cutOffs[0] ?? '–'} au ${cutOffs.at(-1) ?? '–'}, ${pairs} échéances;`,
    `apprentissage et prévision d'une date ${Math.round(fitMs)} ms au plus.`,
    '',
    '| méthode | MAE jours | biais jours | WAPE 4 sem. | WAPE 8 sem. | biais 4 sem. | bande 80 % |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...rows.map(lineOf),
  ].join('\n');
}

function lineOf({ method, maeDays, biasDays, ...row }: MethodRow): string {
  const cells = [
    method === 'Encours' ? '**Encours**' : method,
    days(maeDays),
    days(biasDays),
    percent(row.wape4, 1),
    percent(row.wape8, 1),
    percent(row.bias4, 1),
    percent(row.withinBand, 0),
  ];
  return `| ${cells.join(' | ')} |`;
}

function days(value: number | null): string {
  return value === null ? '' : value.toFixed(2);
}

function percent(value: number | null, decimals: number): string {
  return value === null ? '' : `${(100 * value).toFixed(decimals)} %`;
}

/** The rows published for a set, its columns brought into our order. */
function baselinesOf(name: string): string[] {
  const page = path.join(dataFolder, 'forecast_baselines.md');
  if (!existsSync(page)) return [];
  const sections = readFileSync(page, 'utf8').split(/^### /m);
  const section = sections.find((one) => one.startsWith(`${name}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => /^\| \d/.test(line))
    .map((line) => {
      const [, method, mae, , , bias, , wape4, wape8, , bias4] = line
        .split('|')
        .map((cell) => cell.trim());
      return `| *${method}* | ${mae} | ${bias} | ${wape4} | ${wape8} | ${bias4} | |`;
    });
}
