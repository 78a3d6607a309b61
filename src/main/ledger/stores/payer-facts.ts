/**
 * What people know and decide of a payer: guarantees, checks of solvency, accepted terms, marks.
 * Each is appended, ends by a row of its own, and may hold again by another.
 */
import { eq } from 'drizzle-orm';
import type { InsuranceTerms } from '../../../shared/domain/payer/insurer-deadline.ts';
import { insuranceTerms } from '../schema/item-states.ts';
import {
  guarantee,
  type PayerFactKind,
  payerFactEnded,
  payerMark,
  solvencyCheck,
  termsAcceptance,
} from '../schema/payers.ts';
import type { Reader, Writer } from '../session.ts';
import { flag, int, query, word } from '../statement.ts';

const LAST_END = query({
  name: 'payer_facts.last_end',
  params: { factKind: word<PayerFactKind>(), factId: int },
  row: { isEnded: flag },
  sql: `
SELECT is_ended AS isEnded FROM payer_fact_ended
WHERE fact_kind = @factKind AND fact_id = @factId ORDER BY entry_id DESC LIMIT 1`,
});

type New<Row, Id extends keyof Row> = Omit<Row, Id | 'entryId'>;

export type NewGuarantee = New<typeof guarantee.$inferSelect, 'guaranteeId'>;
export type NewSolvencyCheck = New<typeof solvencyCheck.$inferSelect, 'solvencyCheckId'>;
export type NewTermsAcceptance = New<typeof termsAcceptance.$inferSelect, 'termsAcceptanceId'>;
export type NewPayerMark = New<typeof payerMark.$inferSelect, 'payerMarkId'>;

export function appendGuarantee(writer: Writer, entryId: number, made: NewGuarantee): number {
  return appended(
    writer,
    made.customerId,
    writer.orm
      .insert(guarantee)
      .values({ ...made, entryId })
      .run(),
  );
}

/** The delays that the policy of a guarantee sets, written with it. */
export function appendInsuranceTerms(
  writer: Writer,
  entryId: number,
  made: InsuranceTerms & { readonly guaranteeId: number },
): void {
  writer.orm
    .insert(insuranceTerms)
    .values({ ...made, entryId })
    .run();
}

export function appendSolvencyCheck(
  writer: Writer,
  entryId: number,
  made: NewSolvencyCheck,
): number {
  return appended(
    writer,
    made.customerId,
    writer.orm
      .insert(solvencyCheck)
      .values({ ...made, entryId })
      .run(),
  );
}

export function appendTermsAcceptance(
  writer: Writer,
  entryId: number,
  made: NewTermsAcceptance,
): number {
  return appended(
    writer,
    made.customerId,
    writer.orm
      .insert(termsAcceptance)
      .values({ ...made, entryId })
      .run(),
  );
}

export function appendPayerMark(writer: Writer, entryId: number, made: NewPayerMark): number {
  return appended(
    writer,
    made.customerId,
    writer.orm
      .insert(payerMark)
      .values({ ...made, entryId })
      .run(),
  );
}

/** Whose the fact is and whether it still holds; null when unknown. */
export function loadPayerFact(
  reader: Reader,
  factKind: PayerFactKind,
  factId: number,
): { readonly customerId: number; readonly isEnded: boolean } | null {
  const customerId = customerOf(reader, factKind, factId);
  if (customerId === null) return null;
  return { customerId, isEnded: reader.one(LAST_END, { factKind, factId })?.isEnded ?? false };
}

/** The fact no longer holds, or holds again. */
export function recordPayerFactEnd(
  writer: Writer,
  entryId: number,
  end: {
    readonly factKind: PayerFactKind;
    readonly factId: number;
    readonly customerId: number;
    readonly isEnded: boolean;
  },
): void {
  const { customerId, ...row } = end;
  writer.orm
    .insert(payerFactEnded)
    .values({ ...row, entryId })
    .run();
  writer.touch(['payers'], [customerId]);
}

function appended(
  writer: Writer,
  customerId: number,
  inserted: { readonly lastInsertRowid: number | bigint },
): number {
  writer.touch(['payers'], [customerId]);
  return Number(inserted.lastInsertRowid);
}

function customerOf(reader: Reader, kind: PayerFactKind, id: number): number | null {
  const { orm } = reader;
  const customer = () => {
    switch (kind) {
      case 'guarantee':
        return orm
          .select({ customerId: guarantee.customerId })
          .from(guarantee)
          .where(eq(guarantee.guaranteeId, id))
          .all();
      case 'solvency':
        return orm
          .select({ customerId: solvencyCheck.customerId })
          .from(solvencyCheck)
          .where(eq(solvencyCheck.solvencyCheckId, id))
          .all();
      case 'acceptance':
        return orm
          .select({ customerId: termsAcceptance.customerId })
          .from(termsAcceptance)
          .where(eq(termsAcceptance.termsAcceptanceId, id))
          .all();
      case 'mark':
        return orm
          .select({ customerId: payerMark.customerId })
          .from(payerMark)
          .where(eq(payerMark.payerMarkId, id))
          .all();
    }
  };
  return customer()[0]?.customerId ?? null;
}
