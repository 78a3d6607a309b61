/** Why an amount stands where it stands in the forecast, in one short sentence. */
import type { ForecastPart } from '../domain/forecast/due-and-promise.ts';
import type { DueBasis } from '../domain/terms/payment-terms.ts';
import type { Language } from '../format/language.ts';
import { bilingual } from './bilingual.ts';

const words = bilingual({
  fr: {
    promise: 'Promesse du client',
    agreement: 'Part d’un accord écrit',
    disputed: 'Partie en litige : semaine inconnue',
    credits: 'Avoir ou règlement à affecter',
    undated: 'Sans échéance : solde d’ouverture',
    overdue: 'Échue, sans promesse en cours',
    stated: 'Échéance de la facture',
    estimated: 'Échéance estimée par les conditions',
    typed: 'Échéance saisie à la main',
  },
  en: {
    promise: 'Promised by the customer',
    agreement: 'Part of a written agreement',
    disputed: 'Disputed part: week unknown',
    credits: 'Credit note or payment to allocate',
    undated: 'No due date: opening balance',
    overdue: 'Overdue, no standing promise',
    stated: 'Due date of the invoice',
    estimated: 'Due date estimated from the terms',
    typed: 'Due date typed by hand',
  },
});

/** The sentence of one part. */
export function forecastReasonSentence(
  part: Pick<ForecastPart, 'basis' | 'slot'> & { readonly dueBasis: DueBasis },
  language: Language,
): string {
  const own = words[language];
  if (part.basis === 'promise') return own.promise;
  if (part.basis === 'agreement') return own.agreement;
  if (part.slot === 'disputed') return own.disputed;
  if (part.slot === 'credits') return own.credits;
  if (part.slot === 'undated') return own.undated;
  if (part.slot === 'overdue') return own.overdue;
  if (part.dueBasis === 'typed') return own.typed;
  return part.dueBasis === 'estimated' ? own.estimated : own.stated;
}
