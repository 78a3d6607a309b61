/**
 * A PDF by pdfmake, with the one font it carries and no way out: nothing it names is fetched from
 * a network or read from the disk, pictures come as data.
 */
import { writeFile } from 'node:fs/promises';
import { type FontDocument, lendParsedFonts } from './parsed-fonts.ts';
import type { TDocumentDefinitions } from './pdf-types.ts';

export interface MadePdf {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
}

interface PdfMaker {
  virtualfs: { writeFileSync(name: string, data: Buffer | string, encoding?: string): void };
  setFonts(fonts: unknown): void;
  setUrlAccessPolicy(policy: (url: string) => boolean): void;
  setLocalAccessPolicy(policy: (path: string) => boolean): void;
  createPdf(document: TDocumentDefinitions): {
    getBuffer(): Promise<Buffer>;
    getStream(): Promise<FontDocument>;
  };
}

let maker: Promise<PdfMaker> | null = null;

/** Makes the document; throws only for a broken definition. The definition serves once. */
export async function makePdf(document: TDocumentDefinitions): Promise<MadePdf> {
  maker ??= prepareMaker();
  let pageCount = 0;
  const pdf = (await maker).createPdf({
    pageSize: 'A4',
    displayTitle: true,
    ...document,
    defaultStyle: {
      font: 'Roboto',
      fontSize: 9,
      lineHeight: 1.15,
      color: '#1d2529',
      ...document.defaultStyle,
    },
    footer: (page, count) => {
      pageCount = count;
      return document.footer?.(page, count) ?? null;
    },
  });
  return { bytes: await pdf.getBuffer(), pageCount };
}

/** Makes the document and writes it. */
export async function writePdf(path: string, document: TDocumentDefinitions): Promise<void> {
  await writeFile(path, (await makePdf(document)).bytes);
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
  lendParsedFonts(await made.createPdf({ content: [''] }).getStream());
  return made;
}
