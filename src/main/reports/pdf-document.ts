/**
 * A PDF by pdfmake, with the one font it carries and no way out: nothing it names is fetched from
 * a network or read from the disk, pictures come as data.
 */
import { writeFile } from 'node:fs/promises';
import type { TDocumentDefinitions } from './pdf-types.ts';

interface PdfMaker {
  virtualfs: { writeFileSync(name: string, data: Buffer | string, encoding?: string): void };
  setFonts(fonts: unknown): void;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  createPdf(document: TDocumentDefinitions): { getBuffer(): Promise<Buffer> };
}

let maker: Promise<PdfMaker> | null = null;

/** Writes the document; throws only for a broken definition. */
export async function writePdf(path: string, document: TDocumentDefinitions): Promise<void> {
  maker ??= prepareMaker();
  const pdf = (await maker).createPdf({
    pageSize: 'A4',
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15, color: '#1d2529' },
    ...document,
  });
  await writeFile(path, await pdf.getBuffer());
}

/** Loaded at the first document only: it takes a second on a cold disk. */
async function prepareMaker(): Promise<PdfMaker> {
  const [{ default: pdfmake }, { default: roboto }] = await Promise.all([
    import('pdfmake'),
    import('pdfmake/build/fonts/Roboto.js'),
  ]);
  const made: PdfMaker = pdfmake;
  for (const [name, file] of Object.entries(roboto.vfs)) {
    made.virtualfs.writeFileSync(name, file.data, file.encoding);
  }
  made.setFonts(roboto.fonts);
  made.setUrlAccessPolicy(() => false);
  made.setLocalAccessPolicy((name) => name in roboto.vfs);
  return made;
}
