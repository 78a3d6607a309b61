/**
 * How the statements of one bank account follow one another: nothing missing between two of them,
 * no day stated twice, and what each opens with is what the one before closed with.
 */
import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { compareText } from '../interpretation/document-key.ts';

export interface DatedStatement {
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly openingCents: Cents | null;
  readonly closingCents: Cents | null;
}

/**
 * `gap` days or an amount are missing before this statement · `overlap` it states days again ·
 * `follows` it goes on from the one before · `first` nothing is known before it.
 */
export type Continuity = 'first' | 'follows' | 'gap' | 'overlap';

export interface PlacedStatement<Statement> {
  readonly statement: Statement;
  readonly continuity: Continuity;
  /** What the opening differs by from the closing before; 0 where either is unknown. */
  readonly differenceCents: Cents;
}

/** The statements of one account in order of their days, each with how it follows. */
export function followStatements<Statement extends DatedStatement>(
  statements: readonly Statement[],
): PlacedStatement<Statement>[] {
  const ordered = statements.toSorted(
    (one, other) =>
      compareText(one.from ?? '', other.from ?? '') || compareText(one.to ?? '', other.to ?? ''),
  );
  const placed: PlacedStatement<Statement>[] = [];
  let before: DatedStatement | null = null;
  for (const statement of ordered) {
    placed.push({ statement, ...continuityOf(before, statement) });
    if (before === null || (statement.to ?? '') >= (before.to ?? '')) before = statement;
  }
  return placed;
}

function continuityOf(
  before: DatedStatement | null,
  statement: DatedStatement,
): { readonly continuity: Continuity; readonly differenceCents: Cents } {
  if (before === null) return { continuity: 'first', differenceCents: 0 };
  const opening = statement.openingCents;
  const closing = before.closingCents;
  const differenceCents = opening === null || closing === null ? 0 : opening - closing;
  // Balances that follow say more than days: a bank may state nothing of a quiet week.
  if (opening !== null && closing !== null && differenceCents === 0) {
    return { continuity: 'follows', differenceCents };
  }
  const { from } = statement;
  const { to } = before;
  if (from === null || to === null) return { continuity: 'follows', differenceCents };
  if (from < to) return { continuity: 'overlap', differenceCents: 0 };
  const isNext = from <= addDays(to, 1);
  return { continuity: isNext && differenceCents === 0 ? 'follows' : 'gap', differenceCents };
}
