/** A scenario as a file: made to be read, changed and given to a colleague. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Scenario } from '../../../shared/domain/dunning/scenario.ts';
import type { AppContext } from '../context.ts';

const BYTES_MAX = 256 * 1024;

/** Writes it among the files of the window. */
export async function writeScenarioFile({ filesOut }: AppContext, scenario: Scenario) {
  const path = filesOut.newPath('json');
  await writeFile(path, `${JSON.stringify(scenario, null, 2)}\n`);
  const fileName = `scenario-${scenario.scenarioKey}.json`;
  return { ...filesOut.offer({ path, fileName }), fileName };
}

export type FileRefusal = 'upload_unknown' | 'scenario_unreadable' | 'file_too_large';

/** The document of an uploaded file, whatever it says; a code where there is none to read. */
export async function readScenarioFile(
  { uploads }: AppContext,
  uploadId: string,
): Promise<{ readonly document: object } | { readonly code: FileRefusal }> {
  const upload = uploads.find(uploadId);
  if (upload === null) return { code: 'upload_unknown' };
  if (upload.sizeBytes > BYTES_MAX) return { code: 'file_too_large' };
  const text = await readFile(upload.path, 'utf8');
  await uploads.release(uploadId);
  const document = parsed(text.replace(/^\ufeff/u, ''));
  return document === null ? { code: 'scenario_unreadable' } : { document };
}

function parsed(text: string): object | null {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : null;
  } catch {
    return null;
  }
}
