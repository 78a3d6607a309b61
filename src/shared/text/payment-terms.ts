/** Payment terms in words: « 45 jours fin de mois le 10 ». What is written here is read back. */
import type { PaymentTerms } from '../domain/terms/payment-terms.ts';
import type { Language } from '../format/language.ts';
import { bilingual } from './bilingual.ts';

const words = bilingual({
  fr: {
    atOnce: 'à réception',
    count: (count: number, unit: PaymentTerms['unit']) =>
      unit === 'months' ? `${count} mois` : `${count} ${count > 1 ? 'jours' : 'jour'}`,
    net: 'net',
    endOfMonth: 'fin de mois',
    onDay: (day: number) => `le ${day}`,
  },
  en: {
    atOnce: 'on receipt',
    count: (count, unit) => {
      const noun = unit === 'months' ? 'month' : 'day';
      return `${count} ${noun}${count > 1 ? 's' : ''}`;
    },
    net: 'net',
    endOfMonth: 'end of month',
    onDay: (day) => `on the ${day}${ordinalEnding(day)}`,
  },
});

/** The terms in the reader's language: « 60 jours net », « fin de mois 45 jours ». */
export function describePaymentTerms(terms: PaymentTerms, language: Language): string {
  const say = words[language];
  const { unit, count, endOfMonth, dayOfMonth } = terms;
  const counted = count === 0 ? [] : [say.count(count, unit)];
  const parts: string[] = [];
  if (endOfMonth === 'after') parts.push(...counted, say.endOfMonth);
  else if (endOfMonth === 'before') parts.push(say.endOfMonth, ...counted);
  else if (count === 0) parts.push(say.atOnce);
  else parts.push(...counted, ...(dayOfMonth === null ? [say.net] : []));
  if (dayOfMonth !== null) parts.push(say.onDay(dayOfMonth));
  return parts.join(' ');
}

function ordinalEnding(day: number): string {
  const isTeen = day >= 11 && day <= 13;
  return isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
}
