/** What people know and decide of payers and still holds: of everybody, or of one customer. */
import type { GuaranteeKind } from '../../../shared/domain/payer/exposure.ts';
import type { MarkKind } from '../../../shared/domain/payer/mark.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, nullable, query, text, word } from '../statement.ts';

const GUARANTEES = query({
  name: 'payer_facts.guarantees',
  params: { customerId: nullable(int) },
  row: {
    guaranteeId: int,
    customerId: int,
    recordedOn: day,
    kind: word<GuaranteeKind>(),
    amountCents: amount,
    currency: text,
    shareBasisPoints: int,
    since: day,
    until: nullable(day),
    source: text,
    comment: text,
    termDaysMax: nullable(int),
    extensionDaysMax: nullable(int),
    declareDays: nullable(int),
  },
  sql: `
SELECT g.guarantee_id AS guaranteeId, g.customer_id AS customerId, e.day AS recordedOn, g.kind,
  g.amount_cents AS amountCents, g.currency, g.share_basis_points AS shareBasisPoints,
  g.since_date AS since, g.until_date AS until, g.source, g.comment,
  i.term_days_max AS termDaysMax, i.extension_days_max AS extensionDaysMax,
  i.declare_days AS declareDays
FROM guarantee AS g JOIN entry AS e ON e.entry_id = g.entry_id
LEFT JOIN insurance_terms AS i ON i.guarantee_id = g.guarantee_id
WHERE (@customerId IS NULL OR g.customer_id = @customerId)
  AND NOT ifnull((SELECT x.is_ended FROM payer_fact_ended AS x WHERE x.fact_kind = 'guarantee'
    AND x.fact_id = g.guarantee_id ORDER BY x.entry_id DESC LIMIT 1), 0)
ORDER BY g.since_date, g.guarantee_id`,
});

const SOLVENCY_CHECKS = query({
  name: 'payer_facts.solvency_checks',
  params: { customerId: nullable(int) },
  row: {
    solvencyCheckId: int,
    customerId: int,
    checkedOn: day,
    source: text,
    opinion: word<'good' | 'fair' | 'poor' | 'unknown'>(),
    figures: text,
    nextReviewOn: nullable(day),
    comment: text,
  },
  sql: `
SELECT s.solvency_check_id AS solvencyCheckId, s.customer_id AS customerId,
  s.checked_on AS checkedOn, s.source, s.opinion, s.figures, s.next_review_on AS nextReviewOn,
  s.comment
FROM solvency_check AS s
WHERE (@customerId IS NULL OR s.customer_id = @customerId)
  AND NOT ifnull((SELECT x.is_ended FROM payer_fact_ended AS x WHERE x.fact_kind = 'solvency'
    AND x.fact_id = s.solvency_check_id ORDER BY x.entry_id DESC LIMIT 1), 0)
ORDER BY s.checked_on, s.solvency_check_id`,
});

const TERMS_ACCEPTANCES = query({
  name: 'payer_facts.terms_acceptances',
  params: { customerId: int },
  row: { termsAcceptanceId: int, acceptedOn: day, version: text, source: text },
  sql: `
SELECT a.terms_acceptance_id AS termsAcceptanceId, a.accepted_on AS acceptedOn, a.version, a.source
FROM terms_acceptance AS a
WHERE a.customer_id = @customerId
  AND NOT ifnull((SELECT x.is_ended FROM payer_fact_ended AS x WHERE x.fact_kind = 'acceptance'
    AND x.fact_id = a.terms_acceptance_id ORDER BY x.entry_id DESC LIMIT 1), 0)
ORDER BY a.accepted_on DESC, a.terms_acceptance_id DESC`,
});

const MARKS = query({
  name: 'payer_facts.marks',
  params: { customerId: nullable(int) },
  row: {
    markId: int,
    customerId: int,
    since: day,
    kind: word<MarkKind>(),
    value: text,
    reason: text,
    reviewOn: day,
  },
  sql: `
SELECT m.payer_mark_id AS markId, m.customer_id AS customerId, e.day AS since, m.kind, m.value,
  m.reason, m.review_on AS reviewOn
FROM payer_mark AS m JOIN entry AS e ON e.entry_id = m.entry_id
WHERE (@customerId IS NULL OR m.customer_id = @customerId)
  AND NOT ifnull((SELECT x.is_ended FROM payer_fact_ended AS x WHERE x.fact_kind = 'mark'
    AND x.fact_id = m.payer_mark_id ORDER BY x.entry_id DESC LIMIT 1), 0)
ORDER BY m.payer_mark_id`,
});

export type GuaranteeRecord = ReturnType<typeof readGuarantees>[number];
export type SolvencyRecord = ReturnType<typeof readSolvencyChecks>[number];
export type MarkRecord = ReturnType<typeof readMarks>[number];

/** Guarantees that nobody ended, in force or not. */
export function readGuarantees(reader: Reader, customerId: number | null) {
  return reader.all(GUARANTEES, { customerId });
}

/** Checks of solvency, oldest first. */
export function readSolvencyChecks(reader: Reader, customerId: number | null) {
  return reader.all(SOLVENCY_CHECKS, { customerId });
}

/** General terms accepted, latest first. */
export function readTermsAcceptances(reader: Reader, customerId: number) {
  return reader.all(TERMS_ACCEPTANCES, { customerId });
}

/** Marks that hold, oldest first. */
export function readMarks(reader: Reader, customerId: number | null) {
  return reader.all(MARKS, { customerId });
}
