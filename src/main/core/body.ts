/** Bodies of requests, read whole within a limit: none is larger than a slice of an upload. */

/** JSON of a call. */
export const CALL_BYTES_MAX = 1024 * 1024;
/** One slice of an upload. */
export const SLICE_BYTES_MAX = 4 * 1024 * 1024;

/** Bytes in a memory of their own, as a body may be made of. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The bytes of the body, or null as soon as there are more than `bytesMax`. */
export async function readBody(request: Request, bytesMax: number): Promise<Bytes | null> {
  const declared = Number.parseInt(request.headers.get('Content-Length') ?? '0', 10);
  if (declared > bytesMax) return null;
  if (request.body === null) return new Uint8Array(0);
  const chunks: Bytes[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Bytes> = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > bytesMax) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
}
