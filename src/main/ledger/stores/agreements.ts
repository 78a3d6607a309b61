/** Instalment plans and settlements: what is agreed, and what became of it on paper. */
import { eq } from 'drizzle-orm';
import type {
  AgreementItem,
  AgreementPart,
  AgreementStep,
} from '../../../shared/domain/agreement/agreement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import {
  agreement,
  agreementItem,
  agreementPart,
  agreementStep,
  agreementStepUndone,
} from '../schema/agreements.ts';
import type { Reader, Writer } from '../session.ts';
import { day, int, query, word } from '../statement.ts';

export type AgreementRow = typeof agreement.$inferSelect;
export type NewAgreement = Omit<AgreementRow, 'agreementId' | 'entryId'> & {
  readonly items: readonly AgreementItem[];
  readonly parts: readonly AgreementPart[];
};

/** Appends an agreement with its items and parts, and gives its id. */
export function appendAgreement(writer: Writer, entryId: number, made: NewAgreement): number {
  const { items, parts, ...row } = made;
  const inserted = writer.orm
    .insert(agreement)
    .values({ ...row, entryId })
    .run();
  const agreementId = Number(inserted.lastInsertRowid);
  for (const item of items) {
    writer.orm
      .insert(agreementItem)
      .values({ ...item, agreementId })
      .run();
  }
  for (const part of parts) {
    writer.orm
      .insert(agreementPart)
      .values({ ...part, agreementId })
      .run();
  }
  writer.touch(['agreements', 'levels'], [made.customerId]);
  return agreementId;
}

const STEPS = query({
  name: 'agreement.steps',
  params: { agreementId: int },
  row: { entryId: int, step: word<AgreementStep>(), day },
  sql: `
SELECT entry_id AS entryId, step, day FROM agreement_state
WHERE agreement_id = @agreementId ORDER BY entry_id`,
});

/** An agreement with the steps that stand, oldest first; null when unknown. */
export function loadAgreement(reader: Reader, agreementId: number) {
  const [row] = reader.orm
    .select()
    .from(agreement)
    .where(eq(agreement.agreementId, agreementId))
    .all();
  return row === undefined ? null : { ...row, steps: reader.all(STEPS, { agreementId }) };
}

/** Notes what became of an agreement. */
export function recordAgreementStep(
  writer: Writer,
  entryId: number,
  made: {
    readonly agreementId: number;
    readonly step: AgreementStep;
    readonly day: CalendarDate;
    readonly comment: string;
  },
): void {
  writer.orm
    .insert(agreementStep)
    .values({ ...made, entryId })
    .run();
  touchCustomer(writer, made.agreementId);
}

/** Takes a step back: it says nothing any more. */
export function undoAgreementStep(
  writer: Writer,
  entryId: number,
  undone: { readonly agreementId: number; readonly stepEntryId: number },
): void {
  writer.orm
    .insert(agreementStepUndone)
    .values({ ...undone, entryId })
    .run();
  touchCustomer(writer, undone.agreementId);
}

function touchCustomer(writer: Writer, agreementId: number): void {
  const known = loadAgreement(writer, agreementId);
  writer.touch(['agreements', 'levels'], known === null ? [] : [known.customerId]);
}
