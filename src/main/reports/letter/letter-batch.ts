/**
 * The letters of a day: each its own PDF, which is kept as it was sent, and all of them in one file
 * in the order of the sheets.
 *
 * The print file is put together from the very pages of the letters, so that what is archived is
 * what was printed. One document of all the letters would be no faster, and could neither tell how
 * far it is nor be stopped.
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JobTools } from '../../ports/jobs.ts';
import type { BatchLetter, LetterBatch, LetterKind, PrintedLetter } from './letter.ts';
import { makeLetter } from './letter-pdf.ts';

const KIND_ORDER: readonly LetterKind[] = ['plain', 'registered'];
const collator = new Intl.Collator('fr', { numeric: true });
const A4_POINTS: [number, number] = [595.28, 841.89];

/** Order of the sheets: plain letters, then registered ones; by name, or by postcode then name. */
export function inPrintOrder(batch: Pick<LetterBatch, 'letters' | 'groupBy'>): BatchLetter[] {
  const byName = (one: BatchLetter, other: BatchLetter): number =>
    collator.compare(one.facts.recipient.name, other.facts.recipient.name) ||
    collator.compare(one.facts.recipient.code, other.facts.recipient.code);
  const byPostcode = (one: BatchLetter, other: BatchLetter): number =>
    collator.compare(one.postcode, other.postcode) || byName(one, other);
  const compare = batch.groupBy === 'postcode' ? byPostcode : byName;
  return KIND_ORDER.flatMap((kind) =>
    batch.letters.filter((letter) => letter.kind === kind).sort(compare),
  );
}

/**
 * Writes the letters and the print file. Stopped, it leaves by the exception of `stopIfCancelled`
 * before the print file is there; the folder is then the caller's to throw away.
 */
export async function writeLetterBatch(
  batch: LetterBatch,
  tools: Pick<JobTools, 'progress' | 'stopIfCancelled'>,
): Promise<readonly PrintedLetter[]> {
  const { PDFDocument } = await import('pdf-lib');
  const letters = inPrintOrder(batch);
  const print = await PDFDocument.create();
  print.setTitle(batch.reference);
  print.setCreator('Encours');
  const printed: PrintedLetter[] = [];
  for (const letter of letters) {
    tools.stopIfCancelled();
    tools.progress(printed.length, letters.length, 'letters');
    const bytes = (await batch.pdfOf?.(letter.letterKey)) ?? (await makeLetter(letter)).bytes;
    await writeFile(letterPath(batch.letterFolder, letter.letterKey), bytes);
    if (letter.layout.isDuplex && print.getPageCount() % 2 === 1) print.addPage(A4_POINTS);
    const firstPage = print.getPageCount() + 1;
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    const pageCount = source.getPageCount();
    for (const page of await print.copyPages(source, source.getPageIndices())) print.addPage(page);
    printed.push({
      letterKey: letter.letterKey,
      kind: letter.kind,
      position: printed.length + 1,
      pageCount,
      firstPage,
      lastPage: print.getPageCount(),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  }
  tools.stopIfCancelled();
  await writeFile(batch.printPath, await print.save({ useObjectStreams: false }));
  tools.progress(letters.length, letters.length, 'letters');
  return printed;
}

/** Where a letter's own file lies. */
export function letterPath(letterFolder: string, letterKey: string): string {
  return path.join(letterFolder, `${letterKey}.pdf`);
}
