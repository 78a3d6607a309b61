/**
 * A process that imports a file and is killed while it does: `import-child.ts <folder> <file>`.
 * It prints `reading`, `committing` and `done` as it comes to each.
 */
import { commitPreview, previewFile, testCompany } from '../support/ledger-jobs.ts';

const [folder = '', file = ''] = process.argv.slice(2);
const company = testCompany(folder, '2026-01-15');
process.stdout.write('reading\n');
const told = await previewFile(company, file);
process.stdout.write('committing\n');
await commitPreview(company, told);
process.stdout.write('done\n');
company.ledger.close();
