/**
 * The code of a transfer as a picture: PNG for mails, SVG for letters (error level M, four white
 * modules around).
 *
 * The PNG is written here, one bit a pixel: the package's own, of four bytes a pixel, takes ten
 * times as long, and a batch of a thousand mails has a thousand codes.
 */
import { crc32, deflateSync } from 'node:zlib';
import { create, toString as toText } from 'qrcode';

const MARGIN_MODULES = 4;
const PIXELS_PER_MODULE = 6;

/** The PNG of a payload, black on white. */
export function qrPng(payload: string): Uint8Array {
  const { modules } = create(payload, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 2 * MARGIN_MODULES) * PIXELS_PER_MODULE;
  const white = pixelRow(side, () => false);
  const margin = Array<Buffer>(MARGIN_MODULES * PIXELS_PER_MODULE).fill(white);
  const rows: Buffer[] = [...margin];
  for (let row = 0; row < modules.size; row += 1) {
    const line = pixelRow(side, (column) => {
      const isInside = column >= 0 && column < modules.size;
      return isInside && modules.get(row, column) !== 0;
    });
    rows.push(...Array<Buffer>(PIXELS_PER_MODULE).fill(line));
  }
  return pngOf(side, [...rows, ...margin]);
}

/** One line of pixels, 0 black and 1 white, behind its filter (none). */
function pixelRow(side: number, isDark: (column: number) => boolean): Buffer {
  const row = Buffer.alloc(1 + Math.ceil(side / 8));
  for (let x = 0; x < side; x += 1) {
    if (isDark(Math.floor(x / PIXELS_PER_MODULE) - MARGIN_MODULES)) continue;
    const at = 1 + (x >> 3);
    row[at] = (row[at] ?? 0) | (0x80 >> (x & 7));
  }
  return row;
}

/** The SVG of a payload, of one unit a module. */
export function qrSvg(payload: string): Promise<string> {
  return toText(payload, { errorCorrectionLevel: 'M', margin: MARGIN_MODULES, type: 'svg' });
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A square PNG of one bit a pixel, from its lines (ISO/IEC 15948). */
function pngOf(side: number, rows: readonly Buffer[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Length, type, content and checksum. */
function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
