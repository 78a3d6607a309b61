/** The sentences of a customer's time line on what is known and decided of him as a payer. */
import type { TimelineEntry } from '../../contract/customers.ts';
import { formatCents } from '../../format/amount.ts';
import { formatDay } from '../../format/date.ts';
import type { Language } from '../../format/language.ts';
import { formatRate } from '../../format/number.ts';
import { parseCalendarDate } from '../../kernel/calendar-date.ts';
import { bilingual } from '../bilingual.ts';
import { payerBehaviourText } from '../payer-behaviour.ts';
import { payerText } from './payer.ts';

const words = bilingual({
  fr: {
    guarantee: (kind: string, amount: string, share: string, source: string) =>
      `${kind} : ${amount} à ${share} (${source})`,
    solvency: (opinion: string, day: string, source: string) =>
      `Solvabilité lue le ${day} : opinion ${opinion.toLowerCase()} (${source})`,
    accepted: (version: string, day: string, source: string) =>
      `Conditions générales ${version} acceptées le ${day} (${source})`,
    watch: (day: string) => `Sous vigilance, à revoir le ${day}`,
    mark: (kind: string, value: string, day: string) =>
      `${kind} fixé : ${value.toLowerCase()}, à revoir le ${day}`,
    ended: (what: string) => `${what} : terminé`,
    restored: (what: string) => `${what} : rétabli`,
  },
  en: {
    guarantee: (kind: string, amount: string, share: string, source: string) =>
      `${kind}: ${amount} at ${share} (${source})`,
    solvency: (opinion: string, day: string, source: string) =>
      `Solvency read on ${day}: ${opinion.toLowerCase()} (${source})`,
    accepted: (version: string, day: string, source: string) =>
      `General terms ${version} accepted on ${day} (${source})`,
    watch: (day: string) => `Under watch, review on ${day}`,
    mark: (kind: string, value: string, day: string) =>
      `${kind} set: ${value.toLowerCase()}, review on ${day}`,
    ended: (what: string) => `${what}: ended`,
    restored: (what: string) => `${what}: restored`,
  },
});

const KINDS: ReadonlySet<TimelineEntry['kind']> = new Set([
  'guarantee',
  'solvency',
  'terms_accepted',
  'mark',
  'payer_fact_ended',
]);

export function isPayerFact(kind: TimelineEntry['kind']): boolean {
  return KINDS.has(kind);
}

/** What was recorded of the payer, in one line. */
export function payerFactSentence({ kind, facts }: TimelineEntry, language: Language): string {
  const own = words[language];
  const names = payerText[language];
  const behaviour = payerBehaviourText[language];
  const text = (name: string) => String(facts[name] ?? '');
  const figure = (name: string) => Number.parseInt(text(name), 10) || 0;
  const day = (name: string) => {
    const date = parseCalendarDate(text(name));
    return date === null ? '' : formatDay(date, { language });
  };
  switch (kind) {
    case 'guarantee':
      return own.guarantee(
        names.guaranteeKinds[text('guaranteeKind')] ?? text('guaranteeKind'),
        formatCents(figure('amountCents'), { language, currency: text('currency') }),
        formatRate(figure('share'), { language, decimals: 0 }),
        text('source'),
      );
    case 'solvency':
      return own.solvency(
        names.opinions[text('opinion')] ?? text('opinion'),
        day('checkedOn'),
        text('source'),
      );
    case 'terms_accepted':
      return own.accepted(text('version'), day('acceptedOn'), text('source'));
    case 'mark': {
      if (text('markKind') === 'watch') return own.watch(day('reviewOn'));
      const value = names.markValues[text('value')] ?? text('value');
      const isRisk = text('markKind') === 'risk';
      return own.mark(behaviour.markKinds[isRisk ? 'risk' : 'segment'], value, day('reviewOn'));
    }
    default: {
      const what = names.factKinds[text('factKind')] ?? text('factKind');
      return figure('isEnded') === 1 ? own.ended(what) : own.restored(what);
    }
  }
}
