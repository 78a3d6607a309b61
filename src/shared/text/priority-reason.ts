/**
 * Why a payer stands where he stands in the morning's list: one sentence with figures.
 *
 *     Promesse du 12/11 non tenue (15 000 €), 3 factures > 60 j, aucun contact depuis 18 jours.
 */
import type { PriorityReason } from '../domain/priority/priority-reason.ts';
import { formatCents } from '../format/amount.ts';
import { formatDate } from '../format/date.ts';
import type { Language } from '../format/language.ts';
import { formatDays } from '../format/number.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { partsOf } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/cents.ts';
import { ratioOf } from '../kernel/cents.ts';

export interface Reading {
  readonly language: Language;
  readonly today: CalendarDate;
  readonly currency: string;
}

const CLAUSES_MAX = 3;

/** The sentence of these reasons: the three most telling, and whether dates were estimated. */
export function prioritySentence(reasons: readonly PriorityReason[], reading: Reading): string {
  const isEstimate = (reason: PriorityReason) => reason.code === 'dates_estimated';
  const told = reasons.filter((reason) => !isEstimate(reason)).slice(0, CLAUSES_MAX);
  const clauses = [...told, ...reasons.filter(isEstimate)].map((reason) =>
    CLAUSES[reading.language](reason, reading),
  );
  const sentence = clauses.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

const CLAUSES: Readonly<Record<Language, (reason: PriorityReason, reading: Reading) => string>> = {
  fr: frenchClause,
  en: englishClause,
};

function frenchClause(reason: PriorityReason, reading: Reading): string {
  const amount = (cents: Cents) => wholeAmount(cents, reading);
  const day = (date: CalendarDate) => shortDay(date, reading);
  const days = (count: number) => formatDays(count, { language: 'fr' });
  switch (reason.code) {
    case 'broken_promise': {
      const times = reason.count > 1 ? `, ${reason.count} en six mois` : '';
      return `promesse du ${day(reason.promisedFor)} non tenue (${amount(reason.amountCents)}${times})`;
    }
    case 'rejected_payment':
      return `règlement rejeté le ${day(reason.day)} (${amount(reason.amountCents)})`;
    case 'exposure_exceeded':
      return `plafond dépassé de ${amount(reason.excessCents)}`;
    case 'order_waiting':
      return 'commande en attente';
    case 'good_payer_late':
      return `bon payeur (${frenchHabit(reason.usualDelayDays)}) en retard de ${days(reason.daysPastDue)}`;
    case 'payment_day_missed':
      return `rien reçu à son règlement du ${day(reason.day)}`;
    case 'payment_day_near':
      return `règlement habituel attendu le ${day(reason.day)}`;
    case 'items_late_beyond':
      return `${reason.count} ${reason.count > 1 ? 'factures' : 'facture'} > ${days(reason.days)}`;
    case 'items_late':
      return reason.count > 1
        ? `${reason.count} factures échues, la plus ancienne depuis ${days(reason.daysPastDue)}`
        : `1 facture échue depuis ${days(reason.daysPastDue)}`;
    case 'never_contacted':
      return 'jamais joint';
    case 'not_contacted_for':
      return `aucun contact depuis ${reason.days} jours`;
    case 'reached':
      return frenchReached(reason.days);
    case 'unanswered':
      return `${reason.count} ${reason.count > 1 ? 'appels' : 'appel'} sans réponse`;
    case 'no_contact_known':
      return 'aucun contact connu';
    case 'dates_estimated':
      return 'dates estimées';
  }
}

function frenchHabit(usualDelayDays: number): string {
  if (usualDelayDays <= 0) return 'à l’heure d’habitude';
  return `${formatDays(usualDelayDays, { language: 'fr' })} d’habitude`;
}

function frenchReached(days: number): string {
  if (days === 0) return 'joint aujourd’hui';
  return days === 1 ? 'joint hier' : `joint il y a ${days} jours`;
}

function englishClause(reason: PriorityReason, reading: Reading): string {
  const amount = (cents: Cents) => wholeAmount(cents, reading);
  const day = (date: CalendarDate) => shortDay(date, reading);
  const days = (count: number) => formatDays(count, { language: 'en' });
  switch (reason.code) {
    case 'broken_promise': {
      const times = reason.count > 1 ? `, ${reason.count} in six months` : '';
      return `promise of ${day(reason.promisedFor)} broken (${amount(reason.amountCents)}${times})`;
    }
    case 'rejected_payment':
      return `payment rejected on ${day(reason.day)} (${amount(reason.amountCents)})`;
    case 'exposure_exceeded':
      return `limit exceeded by ${amount(reason.excessCents)}`;
    case 'order_waiting':
      return 'order waiting';
    case 'good_payer_late':
      return `good payer (${englishHabit(reason.usualDelayDays)}) ${days(reason.daysPastDue)} late`;
    case 'payment_day_missed':
      return `nothing received on the payment day of ${day(reason.day)}`;
    case 'payment_day_near':
      return `usual payment expected on ${day(reason.day)}`;
    case 'items_late_beyond':
      return `${reason.count} ${reason.count > 1 ? 'invoices' : 'invoice'} > ${days(reason.days)}`;
    case 'items_late':
      return reason.count > 1
        ? `${reason.count} invoices overdue, the oldest by ${days(reason.daysPastDue)}`
        : `1 invoice overdue by ${days(reason.daysPastDue)}`;
    case 'never_contacted':
      return 'never reached';
    case 'not_contacted_for':
      return `no contact for ${reason.days} days`;
    case 'reached':
      return englishReached(reason.days);
    case 'unanswered':
      return `${reason.count} ${reason.count > 1 ? 'calls' : 'call'} unanswered`;
    case 'no_contact_known':
      return 'no contact known';
    case 'dates_estimated':
      return 'dates estimated';
  }
}

function englishHabit(usualDelayDays: number): string {
  if (usualDelayDays <= 0) return 'usually on time';
  return `usually ${formatDays(usualDelayDays, { language: 'en' })}`;
}

function englishReached(days: number): string {
  if (days === 0) return 'reached today';
  return days === 1 ? 'reached yesterday' : `reached ${days} days ago`;
}

/** `15 000 €`: cents would only blur a sentence. */
function wholeAmount(amount: Cents, { language, currency }: Reading): string {
  const rounded = ratioOf(amount, 1, 100) * 100;
  return formatCents(rounded, { language, currency }).replace(/[,.]00(?!\d)/u, '');
}

/** `12/11`, with the year when it is another than today's. */
function shortDay(date: CalendarDate, { today }: Reading): string {
  const written = formatDate(date);
  return partsOf(date).year === partsOf(today).year ? written.slice(0, 5) : written;
}
