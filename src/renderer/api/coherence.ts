/**
 * Keeps the screens equal to the ledger.
 *
 * A change is announced by an event, or known from the answer of this window's own command; both
 * go through here, so that one version makes one round of reading. A new day and a stream that
 * comes back make everything be read again.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { AppEvent } from '../../shared/contract/application.ts';
import { NO_COMPANY } from './client.ts';
import type { EventStream } from './event-stream.ts';

export class Coherence {
  readonly #queries: QueryClient;
  readonly #own = new Set<string>();

  constructor(queries: QueryClient) {
    this.#queries = queries;
  }

  /** Follows the stream; returns the way to stop. */
  follow(stream: EventStream): () => void {
    const stops = [
      stream.listen((event) => this.#hear(event)),
      stream.onReopened(() => void this.#queries.invalidateQueries()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Reads again what is on screen after this window's own command; ends when it is there. */
  async moveTo(companyKey: string, version: number): Promise<void> {
    this.#own.add(`${companyKey}:${version}`);
    await this.#refresh(companyKey);
  }

  #hear(event: AppEvent): void {
    if (event.kind === 'ledger_changed') {
      const isOwn = this.#own.delete(`${event.companyKey}:${event.version}`);
      if (!isOwn) void this.#refresh(event.companyKey);
    }
    if (event.kind === 'day_changed') void this.#queries.invalidateQueries();
    if (event.kind === 'companies_changed') void this.#refresh(NO_COMPANY);
  }

  async #refresh(companyKey: string): Promise<void> {
    await this.#queries.invalidateQueries({ queryKey: [[companyKey]] });
  }
}
