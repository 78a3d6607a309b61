/** Why a payer stands where he stands in the ranking of the morning, term by term, or why not. */
import type { CustomerFile } from '../../../shared/contract/customers.ts';
import type { PriorityRow } from '../../../shared/contract/overview.ts';
import type { LeftOutPayer, RankedPayer } from '../../../shared/domain/priority/rank-payers.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import type { Language } from '../../../shared/format/language.ts';
import { formatCount, formatDecimal } from '../../../shared/format/number.ts';
import { prioritySentence } from '../../../shared/text/priority-reason.ts';
import { priorityTermText, suggestedActionText } from '../../../shared/text/priority-term.ts';
import { verdictText } from '../../../shared/text/verdict.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { rankingOf } from './ranking.ts';

interface Explained {
  readonly ranking: CustomerFile['ranking'];
  readonly why: string;
  readonly suggestedAction: string | null;
}

/** The rank of a payer with its terms, or the sentence that says why he has none. */
export function explainRank(portfolio: Portfolio, payerId: number, language: Language): Explained {
  const { ranked, leftOut } = rankingOf(portfolio);
  const row = ranked.find((one) => one.payerId === payerId);
  if (row !== undefined) {
    return {
      ranking: { rank: row.rank, value: Math.round(row.value), terms: termsOf(row, language) },
      why: reasonSentence(portfolio, row, language),
      suggestedAction: row.suggestedAction,
    };
  }
  const out = leftOut.find((one) => one.payerId === payerId);
  return {
    ranking: null,
    why: out === undefined ? priorityTermText[language].nothingLate : whyLeftOut(out, language),
    suggestedAction: out?.suggestedAction ?? null,
  };
}

/** The sentence of one who is left out, with its amount. */
export function whyLeftOut(out: LeftOutPayer, language: Language): string {
  return verdictText[language][out.because];
}

/** The named factors of V. */
export function termsOf(row: RankedPayer, language: Language): PriorityRow['terms'] {
  const words = priorityTermText[language];
  const { base, risk, contact, time } = row.terms;
  const { currency } = row;
  const money = (cents: number) => formatCents(Math.round(cents), { language, currency });
  return [
    {
      name: 'base',
      value: Math.round(base),
      explanation: words.base(money(row.stakeCents), money(base), forecastChance(row, language)),
    },
    {
      name: 'risk',
      value: risk,
      explanation: words.risk(formatDecimal(risk, { decimals: 2, language })),
    },
    {
      name: 'contact',
      value: contact,
      explanation: words.contact(formatDecimal(contact, { decimals: 2, language })),
    },
    {
      name: 'time',
      value: time,
      explanation: words.time(formatDecimal(time, { decimals: 2, language })),
    },
  ];
}

/** The forecast's chance that the stake comes alone, amount by amount; null without a forecast. */
function forecastChance({ items }: RankedPayer, language: Language): string | null {
  const known = items.filter(({ isForecast }) => isForecast);
  const stake = known.reduce((sum, { stakeCents }) => sum + stakeCents, 0);
  if (stake <= 0) return null;
  const coming = known.reduce((sum, { stakeCents, chance }) => sum + stakeCents * chance, 0);
  return formatCount(Math.round((100 * coming) / stake), { language });
}

/** What to do first with this payer, in words. */
export function suggestedSentence(row: RankedPayer, language: Language): string {
  return suggestedActionText[language][row.suggestedAction];
}

/** Why the payer stands there, in one sentence with its figures. */
export function reasonSentence(portfolio: Portfolio, row: RankedPayer, language: Language): string {
  const { today } = portfolio;
  return prioritySentence(row.reasons, { language, today, currency: row.currency });
}
