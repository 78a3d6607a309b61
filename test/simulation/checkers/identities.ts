/** A document keeps its receivable for life: calls and promises hang on it. */
import { type Checker, same } from './checker.ts';

export const identities: Checker = async ({ ledger, world }) => {
  const rows = ledger.read(({ connection }) =>
    connection
      .prepare<[], { id: number; document: string }>(`
SELECT receivable_id AS id, customer_id || ' ' || kind || ' ' || document_number AS document
FROM derived_item WHERE kind IN ('invoice', 'credit_note') AND document_number <> ''`)
      .all(),
  );
  for (const { id, document } of rows) {
    const known = world.identities.get(document);
    if (known === undefined) world.identities.set(document, id);
    else same(`identity of ${document}`, id, known);
  }
};
