/** Statements of the small company's bank, and the lists they make. */
import { cfonbRecord } from '../support/bank-files.ts';
import type { TestCompany } from '../support/running-application.ts';

interface Line {
  readonly cents: number;
  readonly label: string;
  /** JJMMAA. */
  readonly date?: string;
  readonly details?: readonly string[];
  readonly code?: string;
  readonly motive?: string;
}

/** A statement of November whose balances agree. */
export function statement(name: string, lines: readonly Line[], openingCents = 100_000) {
  const closing = lines.reduce((sum, { cents }) => sum + cents, openingCents);
  const records = lines.flatMap((line) => [
    cfonbRecord('04', {
      cents: line.cents,
      label: line.label,
      date: line.date ?? '201126',
      code: line.code ?? '05',
      ...(line.motive !== undefined && { motive: line.motive }),
    }),
    ...(line.details ?? []),
  ]);
  const text = [
    cfonbRecord('01', { cents: openingCents, date: '151126' }),
    ...records,
    cfonbRecord('07', { cents: closing, date: '221126' }),
  ].join('\r\n');
  return { name, bytes: new TextEncoder().encode(text) };
}

type Tab = 'to_match' | 'received' | 'on_account' | 'returned' | 'set_aside';

/** A tab once its proposals are made. */
export async function listOf(company: TestCompany, tab: Tab, text = '') {
  for (;;) {
    const list = await company.call.receipts.list({ tab, text, offset: 0, limit: 200 });
    if (list.isReady) return list;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
