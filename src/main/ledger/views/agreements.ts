/** Instalment plans and settlements as the rules of the domain read them. */
import type { AgreementKind, AgreementStep } from '../../../shared/domain/agreement/agreement.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { Reader } from '../session.ts';
import { amount, day, flag, int, nullable, query, text, word } from '../statement.ts';

const AGREEMENTS = query({
  name: 'view.agreements',
  params: { customerId: nullable(int) },
  row: {
    agreementId: int,
    customerId: int,
    kind: word<AgreementKind>(),
    agreedOn: day,
    answerBy: day,
    waivedCents: amount,
    noticeDays: int,
    isInterestKept: flag,
    comment: text,
  },
  sql: `
SELECT agreement_id AS agreementId, customer_id AS customerId, kind, agreed_on AS agreedOn,
  answer_by AS answerBy, waived_cents AS waivedCents, notice_days AS noticeDays,
  is_interest_kept AS isInterestKept, comment
FROM agreement
WHERE @customerId IS NULL OR customer_id = @customerId
ORDER BY agreement_id`,
});

const ITEMS = query({
  name: 'view.agreement_items',
  params: { customerId: nullable(int) },
  row: {
    agreementId: int,
    receivableId: int,
    amountCents: amount,
    settledCents: amount,
    documentNumber: nullable(text),
    dueDate: nullable(day),
    currency: nullable(text),
  },
  sql: `
SELECT i.agreement_id AS agreementId, i.receivable_id AS receivableId,
  i.amount_cents AS amountCents,
  ifnull((SELECT sum(a.amount_cents) FROM derived_allocation AS a
    WHERE a.customer_id = g.customer_id AND a.receivable_id = i.receivable_id
      AND a.effective_date >= g.agreed_on), 0) AS settledCents,
  d.document_number AS documentNumber, d.due_date AS dueDate, d.currency
FROM agreement AS g JOIN agreement_item AS i USING (agreement_id)
LEFT JOIN derived_item AS d ON d.receivable_id = i.receivable_id
WHERE @customerId IS NULL OR g.customer_id = @customerId
ORDER BY i.agreement_id, d.due_date, i.receivable_id`,
});

const PARTS = query({
  name: 'view.agreement_parts',
  params: { customerId: nullable(int) },
  row: { agreementId: int, rank: int, dueDate: day, amountCents: amount },
  sql: `
SELECT p.agreement_id AS agreementId, p.rank, p.due_date AS dueDate, p.amount_cents AS amountCents
FROM agreement AS g JOIN agreement_part AS p USING (agreement_id)
WHERE @customerId IS NULL OR g.customer_id = @customerId
ORDER BY p.agreement_id, p.rank`,
});

const STEPS = query({
  name: 'view.agreement_steps',
  params: { customerId: nullable(int) },
  row: { agreementId: int, entryId: int, step: word<AgreementStep>(), day, comment: text },
  sql: `
SELECT s.agreement_id AS agreementId, s.entry_id AS entryId, s.step, s.day, s.comment
FROM agreement AS g JOIN agreement_state AS s USING (agreement_id)
WHERE @customerId IS NULL OR g.customer_id = @customerId
ORDER BY s.entry_id`,
});

// Whatever reached the items of an agreement from its day on.
const SETTLEMENTS = query({
  name: 'view.agreement_settlements',
  params: { customerId: nullable(int) },
  row: {
    agreementId: int,
    receivableId: int,
    effectiveDate: day,
    amountCents: amount,
    nature: text,
  },
  sql: `
SELECT g.agreement_id AS agreementId, i.receivable_id AS receivableId,
  a.effective_date AS effectiveDate, a.amount_cents AS amountCents, a.nature
FROM agreement AS g JOIN agreement_item AS i USING (agreement_id)
CROSS JOIN derived_allocation AS a
  ON a.customer_id = g.customer_id AND a.receivable_id = i.receivable_id
WHERE (@customerId IS NULL OR g.customer_id = @customerId) AND a.effective_date >= g.agreed_on
ORDER BY a.effective_date`,
});

export type AgreementRecord = ReturnType<typeof readAgreements>[number];

/** Agreements of everybody or of one customer, with all that is known of them, oldest first. */
export function readAgreements(reader: Reader, customerId: number | null) {
  const agreements = reader.all(AGREEMENTS, { customerId });
  if (agreements.length === 0) return [];
  const [items, parts, steps, settlements] = [
    Map.groupBy(reader.all(ITEMS, { customerId }), (row) => row.agreementId),
    Map.groupBy(reader.all(PARTS, { customerId }), (row) => row.agreementId),
    Map.groupBy(reader.all(STEPS, { customerId }), (row) => row.agreementId),
    Map.groupBy(reader.all(SETTLEMENTS, { customerId }), (row) => row.agreementId),
  ];
  return agreements.map((row) => {
    const own = items.get(row.agreementId) ?? [];
    return {
      ...row,
      currency: own.find(({ currency }) => currency !== null)?.currency ?? LEDGER_CURRENCY,
      items: own,
      parts: parts.get(row.agreementId) ?? [],
      history: steps.get(row.agreementId) ?? [],
      settlements: settlements.get(row.agreementId) ?? [],
    };
  });
}
