/**
 * `npm run ledger:new -- promise-outcome "Kept and broken promises"`: the next migration file,
 * entered in the list. Its three lines (why, keeps, cost) and its SQL are yours to write.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './tools.ts';

const folder = path.join(projectFolder, 'src/main/ledger/migrations');
const [name, title = ''] = process.argv.slice(2);

if (name === undefined || !/^[a-z]+(-[a-z0-9]+)*$/.test(name)) {
  process.stderr.write('Donnez un nom en minuscules : npm run ledger:new -- promise-outcome\n');
  process.exitCode = 1;
} else {
  const file = createMigration(name, title === '' ? name : title);
  process.stdout.write(`${file}\nÉcrivez son SQL, ses raisons, et son essai dans test/ledger.\n`);
}

/** Writes the file and its line in `migrations.ts`; gives its path from the project's folder. */
function createMigration(kebabName: string, heading: string): string {
  const version = 1 + Math.max(0, ...numbersOf(folder));
  const number = version.toString().padStart(4, '0');
  const identifier = kebabName.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const file = path.join(folder, `${number}-${kebabName}.ts`);
  writeFileSync(file, migrationText({ version, number, name: kebabName, identifier, heading }), {
    flag: 'wx',
  });
  register(identifier, `./${number}-${kebabName}.ts`);
  return path.relative(projectFolder, file);
}

function numbersOf(migrationsFolder: string): number[] {
  return readdirSync(migrationsFolder).flatMap((file) => {
    const number = /^(\d{4})-.*\.ts$/.exec(file)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

interface MigrationNames {
  readonly version: number;
  readonly number: string;
  readonly name: string;
  readonly identifier: string;
  readonly heading: string;
}

function migrationText({ version, number, name, identifier, heading }: MigrationNames): string {
  return `/**
 * ${number} · ${heading}
 *
 * Why:
 * Keeps:
 * Cost:
 */
import type { Migration } from './migration.ts';

export const ${identifier}: Migration = {
  version: ${version},
  name: '${name}',
  sql: \`
\`,
};
`;
}

/** Adds the import and the last element of the list. */
function register(identifier: string, file: string): void {
  const listFile = path.join(folder, 'migrations.ts');
  const list = readFileSync(listFile, 'utf8');
  const withImport = list.replace(
    /^import type \{ Migration \}/m,
    `import { ${identifier} } from '${file}';\n$&`,
  );
  writeFileSync(listFile, withImport.replace(/\[([^\]]*?),?\s*\];/, `[$1, ${identifier}];`));
}
