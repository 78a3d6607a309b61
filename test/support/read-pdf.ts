/** Reads a PDF back by PDF.js: its words with their place in millimetres, and its pictures. */
import jsqr from 'jsqr';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';

export interface PlacedText {
  readonly text: string;
  /** From the left edge of the sheet, and from its top down to the line the letters stand on. */
  readonly xMm: number;
  readonly baselineMm: number;
  readonly widthMm: number;
  readonly sizePt: number;
}

export interface ReadPicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

export interface ReadPage {
  readonly texts: readonly PlacedText[];
  /** Texts on one line joined by spaces, from top to bottom; no-break spaces as ordinary ones. */
  readonly lines: readonly string[];
  readonly pictures: readonly ReadPicture[];
}

const MM = 72 / 25.4;

export async function readPdf(bytes: Uint8Array): Promise<ReadPage[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const heightPt = page.getViewport({ scale: 1 }).height;
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item): PlacedText[] =>
      'str' in item && item.str.trim() !== ''
        ? [
            {
              text: item.str,
              xMm: item.transform[4] / MM,
              baselineMm: (heightPt - item.transform[5]) / MM,
              widthMm: item.width / MM,
              sizePt: item.transform[0],
            },
          ]
        : [],
    );
    pages.push({ texts, lines: linesOf(texts), pictures: await picturesOf(page) });
  }
  return pages;
}

/** All the lines of all the pages. */
export function wholeText(pages: readonly ReadPage[]): string {
  return pages.flatMap((page) => page.lines).join('\n');
}

/** What the QR codes among these pictures say. */
export function readQrCodes(pictures: readonly ReadPicture[]): string[] {
  return pictures.flatMap(({ rgba, width, height }) => {
    const code = jsqr(rgba, width, height);
    return code === null ? [] : [new TextDecoder().decode(Uint8Array.from(code.binaryData))];
  });
}

function linesOf(texts: readonly PlacedText[]): string[] {
  const rows: PlacedText[][] = [];
  for (const text of [...texts].sort((one, other) => one.baselineMm - other.baselineMm)) {
    const row = rows.at(-1);
    const isSame = row?.[0] !== undefined && text.baselineMm - row[0].baselineMm < 0.6;
    if (isSame) row.push(text);
    else rows.push([text]);
  }
  return rows.map((row) =>
    row
      .sort((one, other) => one.xMm - other.xMm)
      .map(({ text }) => text)
      .join(' ')
      .replace(/[\u00a0 ]+/gu, ' ')
      .trim(),
  );
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

interface PdfPicture {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
  readonly data: Uint8Array;
}

async function picturesOf(page: PdfPage): Promise<ReadPicture[]> {
  const { OPS, ImageKind } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const names = fnArray.flatMap((operation, index): string[] =>
    operation === OPS.paintImageXObject ? [argsArray[index][0]] : [],
  );
  const bitsAt: Record<number, (picture: PdfPicture, x: number, y: number) => number[]> = {
    [ImageKind.GRAYSCALE_1BPP]: ({ data, width }, x, y) => {
      const byte = data[y * Math.ceil(width / 8) + (x >> 3)] ?? 0;
      const grey = ((byte >> (7 - (x & 7))) & 1) * 255;
      return [grey, grey, grey];
    },
    [ImageKind.RGB_24BPP]: ({ data, width }, x, y) => [
      ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
    ],
    [ImageKind.RGBA_32BPP]: ({ data, width }, x, y) => [
      ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3),
    ],
  };
  return Promise.all(
    names.map(async (name) => {
      const picture = await new Promise<PdfPicture>((resolve) => page.objs.get(name, resolve));
      const { width, height } = picture;
      const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          rgba.set(bitsAt[picture.kind]?.(picture, x, y) ?? [], (y * width + x) * 4);
        }
      }
      return { width, height, rgba };
    }),
  );
}
