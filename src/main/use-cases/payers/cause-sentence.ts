/** Why a payer is late, in one sentence: each cause with what is late for it. */
import {
  causeOfItem,
  type HeldCause,
  sideOfCause,
} from '../../../shared/domain/payer/delay-cause.ts';
import { LEDGER_CURRENCY, sumApart } from '../../../shared/domain/receivable/currency.ts';
import { isOverdue } from '../../../shared/domain/receivable/net-position.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Language } from '../../../shared/format/language.ts';
import { formatCount } from '../../../shared/format/number.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { causeOwnerKey, delayCauseText } from '../../../shared/text/delay-cause.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';

interface Late {
  readonly held: HeldCause;
  readonly amountCents: number;
  readonly currency: string;
}

/** Empty where no cause was told of what is late; the largest amount first. */
export function causeSentence(
  accounts: readonly CustomerAccount[],
  today: CalendarDate,
  language: Language,
): string {
  const late = accounts.flatMap(({ items, causes }) =>
    items.flatMap((item): Late[] => {
      const held = isOverdue(item, today) ? causeOfItem(causes, item.receivableId) : null;
      if (held === null) return [];
      return [{ held, amountCents: item.outstandingCents, currency: item.currency }];
    }),
  );
  const groups = Map.groupBy(late, ({ held }) => `${held.cause}|${causeOwnerKey(held)}`);
  return [...groups.values()]
    .map((rows) => ({ rows, ...sumApart(rows) }))
    .sort((a, b) => b.totalCents - a.totalCents)
    .map((group) => oneCause(group, language))
    .join(' · ');
}

function oneCause(
  group: { readonly rows: readonly Late[] } & ReturnType<typeof sumApart>,
  language: Language,
): string {
  const { rows, totalCents, otherTotals } = group;
  const words = delayCauseText[language];
  const days = rows.map(({ held }) => held.day).sort();
  const { cause, owner } = (rows[0] as Late).held;
  const amounts = [
    ...(totalCents === 0 ? [] : [{ amountCents: totalCents, currency: LEDGER_CURRENCY }]),
    ...otherTotals,
  ].map(({ amountCents, currency }) => formatCents(amountCents, { currency, language }));
  return words.sentence({
    cause: words.names[cause],
    owner: owner === '' ? words.within[sideOfCause(cause)] : owner,
    items: words.items(formatCount(rows.length, { language })),
    amount: amounts.join(' + '),
    day: formatDate(days.at(-1) as CalendarDate),
  });
}
