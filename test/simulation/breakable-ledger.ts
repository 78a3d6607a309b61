/**
 * A ledger whose program may end before or after any of its writes: what a power cut does between
 * two steps of a message, in the thread of the test.
 */
import type { Ledger } from '../../src/main/ledger/ledger.ts';
import { Crash } from '../support/scripted-mailer.ts';

export interface Fuse {
  /** The program has ended: nothing more is written before it starts again. */
  isDead: boolean;
}

/** The write at which the program ends, counted from now, and whether it is on the disk by then. */
export interface Break {
  readonly at: number;
  readonly isWritten: boolean;
}

export class BreakableLedger {
  readonly #fuse: Fuse;
  #break: Break | null = null;

  /** Puts itself in the way of the writes of a ledger just opened. */
  constructor(ledger: Ledger, fuse: Fuse) {
    this.#fuse = fuse;
    const write = ledger.write;
    const guarded: Ledger['write'] = async (work) => {
      if (this.#fuse.isDead) throw new Crash();
      const isLast = this.#isLast();
      if (isLast && this.#break?.isWritten !== true) this.#die();
      const answer = await write(work);
      if (isLast) this.#die();
      return answer;
    };
    Object.assign(ledger, { write: guarded });
  }

  /** Ends the program at that write; null for no more of it. */
  breakAt(next: Break | null): void {
    this.#break = next;
  }

  #isLast(): boolean {
    if (this.#break === null) return false;
    const at = this.#break.at - 1;
    this.#break = { ...this.#break, at };
    return at < 0;
  }

  #die(): never {
    this.#fuse.isDead = true;
    throw new Crash();
  }
}
