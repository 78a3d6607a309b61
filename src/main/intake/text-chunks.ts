/**
 * A file as chunks of text bytes: byte-order mark removed, UTF-16 turned into UTF-8.
 *
 * The first chunk is at least `HEAD_BYTES` long unless the file is shorter, so that a caller can
 * judge the file by it.
 */
import { type ByteSource, detectEncoding, type TextEncoding } from './text-source.ts';

export const HEAD_BYTES = 1 << 16;

export interface TextChunk {
  readonly bytes: Uint8Array;
  /** Bytes of the file read so far. */
  readonly bytesRead: number;
  /** What the beginning of the file said; a pure ASCII beginning says UTF-8. */
  readonly headEncoding: TextEncoding;
  readonly hasMark: boolean;
}

export async function* textChunks(source: ByteSource): AsyncGenerator<TextChunk> {
  let opened: Opened | null = null;
  let bytesRead = 0;
  let held: Uint8Array[] = [];
  for await (const chunk of source.chunks()) {
    bytesRead += chunk.length;
    if (opened !== null) {
      yield { ...opened.head, bytes: opened.recode(chunk), bytesRead };
      continue;
    }
    held.push(chunk);
    if (bytesRead < HEAD_BYTES) continue;
    const head = Buffer.concat(held);
    held = [];
    opened = open(head, false);
    yield { ...opened.head, bytes: opened.recode(head.subarray(opened.markBytes)), bytesRead };
  }
  if (opened !== null || bytesRead === 0) return;
  const whole = Buffer.concat(held);
  opened = open(whole, true);
  yield { ...opened.head, bytes: opened.recode(whole.subarray(opened.markBytes)), bytesRead };
}

interface Opened {
  readonly head: { readonly headEncoding: TextEncoding; readonly hasMark: boolean };
  readonly markBytes: number;
  recode(bytes: Uint8Array): Uint8Array;
}

function open(head: Uint8Array, isWhole: boolean): Opened {
  const { encoding, markBytes } = detectEncoding(head, isWhole);
  return {
    head: { headEncoding: encoding, hasMark: markBytes > 0 },
    markBytes,
    recode: recoderOf(encoding),
  };
}

/** A character cut by the end of a chunk waits for the next one; one cut by the end is lost. */
function recoderOf(encoding: TextEncoding): (bytes: Uint8Array) => Uint8Array {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') return (bytes) => bytes;
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (bytes) => Buffer.from(decoder.decode(bytes, { stream: true }), 'utf8');
}
