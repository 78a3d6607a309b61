/** The sentences of messages and of decisions on charges in a customer's time line. */
import type { TimelineEntry } from '../../contract/customers.ts';
import type { StepChannel } from '../../domain/dunning/scenario.ts';
import type { Severity } from '../../domain/dunning/severity.ts';
import type { NoticeStatus } from '../../domain/outbox/notice-state.ts';
import { formatCents } from '../../format/amount.ts';
import { formatDate } from '../../format/date.ts';
import type { Language } from '../../format/language.ts';
import { formatCount } from '../../format/number.ts';
import { parseCalendarDate } from '../../kernel/calendar-date.ts';
import { bilingual } from '../bilingual.ts';
import { scenarioText } from '../dunning-verdict.ts';
import { outboxText } from '../outbox.ts';
import { chargesText } from './charges.ts';

const PURPOSES = bilingual<Readonly<Record<string, string>>>({
  fr: { promise_broken: 'Promesse non tenue', thank_you: 'Remerciement', other: 'Envoi demandé' },
  en: { promise_broken: 'Broken promise', thank_you: 'Thank-you', other: 'Sent on request' },
});

/** As many documents as a line names. */
const NAMED_MAX = 4;

/** What was sent, or decided of what is asked for. */
export function outgoingSentence({ kind, facts }: TimelineEntry, language: Language): string {
  return kind === 'message' ? messageSentence(facts, language) : chargesSentence(facts, language);
}

/** « Relance 2 · Courriel à compta@… · 1 200,00 € : Envoyé ». */
function messageSentence(facts: TimelineEntry['facts'], language: Language): string {
  const text = (name: string) => String(facts[name] ?? '');
  const { severities, channels } = scenarioText[language];
  const what =
    PURPOSES[language][text('purpose')] ?? severities[text('severity') as Severity] ?? '';
  const channel = channels[text('channel') as StepChannel];
  // A letter goes to several lines; their first is the name.
  const to = text('channel') === 'email' ? ` ${text('recipient')}` : '';
  const amountCents = Number.parseInt(text('amountCents'), 10) || 0;
  const amount =
    amountCents > 0 ? formatCents(amountCents, { language, currency: text('currency') }) : '';
  const head = [what, `${channel}${to}`, amount].filter((part) => part !== '').join(' · ');
  const separator = language === 'fr' ? ' : ' : ': ';
  const { status: states, handedOver } = outboxText[language];
  const status = text('status') as NoticeStatus;
  const isDraft = status === 'uncertain' && text('how') === 'exported';
  return `${head}${separator}${isDraft ? handedOver : states[status]}`;
}

/** « Pénalités gelées au 30/11 · FA102, FA103 »; the reason stands under it. */
function chargesSentence(facts: TimelineEntry['facts'], language: Language): string {
  const words = chargesText[language];
  const { decision, untilDate, documents, itemCount } = facts;
  const count = typeof itemCount === 'number' ? itemCount : 0;
  const named = typeof documents === 'string' && count <= NAMED_MAX ? documents : '';
  const on = words.onItems(formatCount(count, { language }), named);
  if (decision !== 'claim' && decision !== 'freeze' && decision !== 'waive') {
    return `${words.happened.several}${on}`;
  }
  const day = parseCalendarDate(String(untilDate ?? ''));
  const until = decision === 'freeze' && day !== null ? words.until(formatDate(day)) : '';
  return `${words.happened[decision]}${until}${on}`;
}
