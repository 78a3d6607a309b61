/** Zips made part by part, honest or not: what no library would write. */
import { constants, crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The size that headers and directory declare; the true one unless told. */
  readonly declaredBytes?: number;
  /** The packed size they declare; the true one unless told. */
  readonly declaredPackedBytes?: number;
  /** The packed bytes stop without their end. */
  readonly isUnfinished?: boolean;
}

/** A zip of these parts, deflated. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { name, bytes, declaredBytes = bytes.length, declaredPackedBytes } = part;
    const finishFlush = part.isUnfinished === true ? constants.Z_SYNC_FLUSH : constants.Z_FINISH;
    const packed = deflateRawSync(bytes, { level: 9, finishFlush });
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(declaredPackedBytes ?? packed.length, 14);
    common.writeUInt32LE(declaredBytes, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, title, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), common, place, title]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
}
