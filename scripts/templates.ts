/**
 * resources/templates/library.json: the shipped templates in one file, as the bundle takes it.
 *
 * They are written as text, one file a template (`fr/reminder_1.good.txt`: the subject, a blank
 * line, the body). A bundle can't look into a folder, and Node reads no text as a module, so
 * `node scripts/templates.ts` gathers them; a test refuses a library that differs from its files.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../resources/templates');
export const libraryFile = path.join(folder, 'library.json');

/** The library of the files as they are now. */
export function libraryText(): string {
  const library: Record<string, string> = {};
  for (const language of ['en', 'fr']) {
    for (const file of readdirSync(path.join(folder, language)).sort()) {
      const name = `${language}/${path.basename(file, '.txt')}`;
      library[name] = readFileSync(path.join(folder, language, file), 'utf8');
    }
  }
  return `${JSON.stringify(library, null, 2)}\n`;
}

if (import.meta.main) writeFileSync(libraryFile, libraryText());
