/**
 * The digest of what an import wrote: SHA-256 of its records as the ledger holds them, customer by
 * customer, line by line. It stands in the import's entry, so that the journal vouches for the
 * facts beside it, and can be computed again from them.
 */
import { createHash } from 'node:crypto';
import type { StatedFacts } from '../interpretation/facts.ts';

/** Takes the records of one import after the other, customers in ascending order. */
export class RecordsDigest {
  readonly #hash = createHash('sha256');
  readonly #importId: number;

  constructor(importId: number) {
    this.#importId = importId;
  }

  /** Adds those of the customer's facts that are of this import. */
  add(customerId: number, facts: StatedFacts): void {
    const texts: [lineNumber: number, text: string][] = [];
    for (const l of facts.lines) {
      if (l.importId !== this.#importId) continue;
      const account = `${l.ledgerAccountCode}\t${l.journalCode}`;
      const what = `${account}\t${l.entryNumber}\t${l.documentNumber}`;
      const when = `${l.lineDate}\t${l.documentDate}\t${l.letteredOnDate}\t${l.statedDueDate}`;
      const said = `${l.label}\t${l.letter}\t${l.counterpart}\t${l.isOpening}\t${l.paymentMethod}`;
      texts.push([l.lineNumber, `${what}\t${when}\t${l.amountCents}\t${l.currency}\t${said}\n`]);
    }
    for (const i of facts.items) {
      if (i.importId !== this.#importId) continue;
      const what = `${i.kind}\t${i.documentNumber}\t${i.rank}\t${i.documentDate}\t${i.dueDate}`;
      const much = `${i.amountCents}\t${i.openCents}\t${i.currency}\t${i.label}\n`;
      texts.push([i.lineNumber, `${what}\t${much}`]);
    }
    for (const r of facts.rows) {
      if (r.importId !== this.#importId) continue;
      const what = `${r.kind}\t${r.documentNumber}\t${r.documentDate}\t${r.dueDate}`;
      const much = `${r.amountCents}\t${r.settlesDocumentNumber}\t${r.currency}\t${r.label}\n`;
      texts.push([r.lineNumber, `${what}\t${much}`]);
    }
    if (texts.length === 0) return;
    texts.sort(([a], [b]) => a - b);
    let all = `${customerId}\n`;
    for (const [lineNumber, text] of texts) all += `${lineNumber}\t${text}`;
    this.#hash.update(all);
  }

  /** Lower-case hexadecimal; nothing can be added afterwards. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}
