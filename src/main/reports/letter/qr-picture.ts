/**
 * A QR code as a picture of one bit a point.
 *
 * Drawn as vectors, its five hundred squares take a third of the time of a letter and show hair
 * lines between them on screen; a picture of eight points a module has neither.
 */
import { crc32, deflateSync } from 'node:zlib';
import { create } from 'qrcode';

/** Light border that readers need, in modules (ISO/IEC 18004). */
const QUIET_MODULES = 4;
const POINTS_PER_MODULE = 8;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG as a data address; error level M as EPC069-12 asks, its quiet zone included. */
export function qrPicture(payload: string): string {
  const { modules } = create(payload, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * QUIET_MODULES;
  const points = side * POINTS_PER_MODULE;
  const row = (y: number): Buffer => {
    const line = Buffer.alloc(1 + side, 0xff);
    line[0] = 0;
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x) === 1) line[1 + QUIET_MODULES + x] = 0;
    }
    return line;
  };
  const light = Buffer.concat([Buffer.from([0]), Buffer.alloc(side, 0xff)]);
  const rows = Array.from({ length: side }, (_, index) => {
    const y = index - QUIET_MODULES;
    return y < 0 || y >= modules.size ? light : row(y);
  });
  const lines = rows.flatMap((line) => Array.from({ length: POINTS_PER_MODULE }, () => line));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(points, 0);
  head.writeUInt32BE(points, 4);
  head[8] = 1;
  const png = Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return `data:image/png;base64,${png.toString('base64')}`;
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const whole = Buffer.alloc(8 + named.length);
  whole.writeUInt32BE(content.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), 4 + named.length);
  return whole;
}
