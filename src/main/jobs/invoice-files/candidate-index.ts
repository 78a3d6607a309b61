/** The lines of the ledger by what invoices are looked for by: number, digits, sale. */
import { documentKeyOf } from '../../../shared/domain/interpretation/document-key.ts';
import { coreOf } from '../../../shared/domain/interpretation/document-references.ts';
import type { SoughtCandidate, SoughtInvoice } from '../../ledger/views/invoice-files.ts';

export class CandidateIndex {
  readonly #byKey = new Map<string, SoughtCandidate[]>();

  constructor(candidates: readonly SoughtCandidate[]) {
    for (const one of candidates) {
      for (const key of keysOf({
        number: one.documentNumber,
        buyerSiren: one.customerSiren,
        amountCents: one.amountCents,
      })) {
        const known = this.#byKey.get(key);
        if (known === undefined) this.#byKey.set(key, [one]);
        else known.push(one);
      }
    }
  }

  /** Those that share one of them, in the order of the ledger. */
  like(sought: SoughtInvoice): SoughtCandidate[] {
    const found = new Set(keysOf(sought).flatMap((key) => this.#byKey.get(key) ?? []));
    return [...found].sort((a, b) => a.receivableId - b.receivableId);
  }
}

function keysOf({ number, buyerSiren, amountCents }: SoughtInvoice): string[] {
  const key = documentKeyOf(number);
  const core = coreOf(key);
  return [
    ...(key === '' ? [] : [`number ${key}`]),
    ...(core === '' ? [] : [`digits ${core}`]),
    ...(buyerSiren === null ? [] : [`sale ${buyerSiren} ${amountCents}`]),
  ];
}
