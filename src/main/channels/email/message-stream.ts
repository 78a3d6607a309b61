/**
 * The bytes of a message, given to the connection piece by piece.
 *
 * The first piece is asked for when the server said 354, and not before: that is when the caller
 * writes that the message is leaving, and nothing is given before he has. Once the last piece was
 * asked for, the server may have all.
 */
import { Readable } from 'node:stream';

const PIECE_BYTES = 64 * 1024;

export class MessageStream extends Readable {
  /** What `begin` threw; null while nothing did. */
  failure: { readonly error: unknown } | null = null;
  /** True from the moment `begin` is called; false again if it throws. */
  hasBegun = false;
  /** True once the last piece was handed over. */
  isWhollyGiven = false;
  readonly #bytes: Uint8Array;
  readonly #begin: () => Promise<void>;
  #offset = 0;

  /** `begin` is waited for before the first piece; what it throws ends the stream. */
  constructor(bytes: Uint8Array, begin: () => Promise<void>) {
    super({ highWaterMark: PIECE_BYTES });
    this.#bytes = bytes;
    this.#begin = begin;
  }

  override _read(): void {
    if (this.hasBegun) {
      this.#give();
      return;
    }
    this.hasBegun = true;
    this.#begin().then(
      () => this.#give(),
      (error: unknown) => {
        this.hasBegun = false;
        this.failure = { error };
        this.destroy(error instanceof Error ? error : new Error('The sending was stopped'));
      },
    );
  }

  #give(): void {
    // The connection may have ended while the caller wrote.
    if (this.destroyed) return;
    const piece = this.#bytes.subarray(this.#offset, this.#offset + PIECE_BYTES);
    this.#offset += piece.byteLength;
    if (this.#offset >= this.#bytes.byteLength) this.isWhollyGiven = true;
    this.push(piece.byteLength === 0 ? null : piece);
  }
}
