/**
 * Writes the steps of messages that leave. Those that come together are written together: one
 * transaction brings all of them to the disk, and each waits for it.
 */
import { setImmediate } from 'node:timers/promises';
import { appendNoticeStep, type NoticeStep } from '../../ledger/stores/notices.ts';
import { type JournalHead, readJournalHead } from '../../ledger/views/last-entry.ts';
import type { OpenCompany } from '../companies/open-company.ts';

interface Waiting {
  readonly noticeId: number;
  readonly step: NoticeStep;
  readonly end: PromiseWithResolvers<boolean>;
}

/** Told of entries as they are made: after which one, and what the journal comes to with them. */
type OnWriting = (afterId: number, head: JournalHead) => void;

/** How long a step that is known elsewhere waits for another to be written with. */
const SOON_MS = 50;

export class StepWriter {
  readonly #company: OpenCompany;
  readonly #onWriting: OnWriting;
  readonly #unwritten = new Set<Promise<boolean>>();
  #waiting: Waiting[] = [];
  #isBegun = false;
  #timer: NodeJS.Timeout | null = null;
  /** Of the steps that nobody waited for: the first that could not be written. */
  #failure: { readonly error: unknown } | null = null;

  constructor(company: OpenCompany, onWriting: OnWriting) {
    this.#company = company;
    this.#onWriting = onWriting;
  }

  /** Answers once the step is on the disk; false where the message may not take it any more. */
  write(noticeId: number, step: NoticeStep): Promise<boolean> {
    const written = this.#add(noticeId, step);
    this.#begin();
    return written;
  }

  /** For a step that `sent.log` has already: it goes with the next one, or shortly by itself. */
  writeSoon(noticeId: number, step: NoticeStep): void {
    this.#add(noticeId, step).catch((error: unknown) => {
      this.#failure ??= { error };
    });
    this.#timer ??= setTimeout(() => this.#begin(), SOON_MS);
  }

  /** Waits for every step given; throws what kept one that nobody waited for from being written. */
  async end(): Promise<void> {
    if (this.#waiting.length > 0) this.#begin();
    await Promise.allSettled(this.#unwritten);
    const failure = this.#failure;
    this.#failure = null;
    if (failure !== null) throw failure.error;
  }

  #add(noticeId: number, step: NoticeStep): Promise<boolean> {
    const end = Promise.withResolvers<boolean>();
    this.#waiting.push({ noticeId, step, end });
    this.#unwritten.add(end.promise);
    const forget = () => this.#unwritten.delete(end.promise);
    end.promise.then(forget, forget);
    return end.promise;
  }

  #begin(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#isBegun) void this.#writeWaiting();
  }

  async #writeWaiting(): Promise<void> {
    this.#isBegun = true;
    // Whatever else is ready in this turn goes with it.
    await setImmediate();
    this.#isBegun = false;
    const steps = this.#waiting;
    this.#waiting = [];
    try {
      const made = await this.#company.ledger.write((writer) => {
        const { entryId } = readJournalHead(writer);
        const results = steps.map(({ noticeId, step }) => appendNoticeStep(writer, noticeId, step));
        this.#onWriting(entryId, readJournalHead(writer));
        return results;
      });
      for (const [at, { end }] of steps.entries()) end.resolve(made[at]?.isDone === true);
    } catch (error) {
      // None of them is written: each message is where the disk says it is.
      for (const { end } of steps) end.reject(error);
    }
  }
}
