/** What a state of an item is called, and the sentence that says it with its day and its holder. */

import type { ItemState, ItemStateCause } from '../domain/item-state/item-state.ts';
import type { ItemStateKind } from '../domain/item-state/item-state-kind.ts';
import { formatDate } from '../format/date.ts';
import type { Language } from '../format/language.ts';
import { bilingual } from './bilingual.ts';

type Told = Readonly<{ party: string; since: string; due: string; reference: string; by: string }>;

export const itemStateText = bilingual({
  fr: {
    kinds: {
      factored: 'Cédée au factor',
      factored_mandate: 'Cédée, mandat de gestion',
      factored_back: 'Définancée par le factor',
      handed_over: 'Confiée à un tiers',
      bill_to_accept: 'Effet à accepter',
      bill_accepted: 'Effet accepté',
      bill_discounted: 'Effet escompté',
      bill_unpaid: 'Effet impayé',
      retention: 'Retenue de garantie',
      blocked_at_customer: 'Bloquée chez le client',
    } as Readonly<Record<ItemStateKind, string>>,
    causes: {
      agency: 'agence de recouvrement',
      bailiff: 'commissaire de justice',
      insurer: 'assureur-crédit',
      lawyer: 'avocat',
      order_number: 'n° de commande manquant',
      portal: 'dépôt sur le portail',
      in_approval: 'en validation',
      chorus_suspended: 'Chorus Pro : suspendue',
      chorus_to_recycle: 'Chorus Pro : à recycler',
      chorus_rejected: 'Chorus Pro : rejetée',
    } as Readonly<Record<ItemStateCause, string>>,
    reference: (reference: string) => ` (${reference})`,
    surety: ' Une caution est fournie : elle peut être réclamée dès maintenant.',
    sentences: {
      factored: ({ party, since, reference }: Told) =>
        `Cédée à ${party} le ${since}${reference} : le factor encaisse, rien ne part d’ici.`,
      factored_mandate: ({ party, since, reference }: Told) =>
        `Cédée à ${party} le ${since}${reference}, sous mandat : relancée avec l’IBAN du factor.`,
      factored_back: ({ party, since }: Told) =>
        `Définancée par ${party} le ${since} : à recouvrer sans attendre.`,
      handed_over: ({ party, since, by, reference }: Told) =>
        `Confiée à ${party} (${by}) le ${since}${reference}.`,
      bill_to_accept: ({ since, due, reference }: Told) =>
        `Effet envoyé à l’acceptation le ${since}${reference}, à échéance du ${due}.`,
      bill_accepted: ({ due, reference }: Told) =>
        `Effet accepté${reference}, à encaisser le ${due} : à risque jusque-là.`,
      bill_discounted: ({ due, reference }: Told) =>
        `Effet escompté${reference} : à risque jusqu’au ${due}.`,
      bill_unpaid: ({ since, reference }: Told) =>
        `Effet revenu impayé le ${since}${reference} : dû immédiatement.`,
      retention: ({ due, reference }: Told) =>
        `Retenue de garantie${reference}, à réclamer le ${due}.`,
      blocked_at_customer: ({ party, since, by, reference }: Told) =>
        `Bloquée chez le client depuis le ${since}${reference} : ${by}` +
        `${party === '' ? '' : `, chez ${party}`}.`,
    } as Readonly<Record<ItemStateKind, (told: Told) => string>>,
  },
  en: {
    kinds: {
      factored: 'Sold to the factor',
      factored_mandate: 'Sold, collected by us',
      factored_back: 'Taken back from the factor',
      handed_over: 'Handed over',
      bill_to_accept: 'Bill to accept',
      bill_accepted: 'Bill accepted',
      bill_discounted: 'Bill discounted',
      bill_unpaid: 'Bill unpaid',
      retention: 'Retention of guarantee',
      blocked_at_customer: 'Blocked at the customer’s',
    },
    causes: {
      agency: 'collection agency',
      bailiff: 'commissaire de justice',
      insurer: 'credit insurer',
      lawyer: 'lawyer',
      order_number: 'order number missing',
      portal: 'upload to the portal',
      in_approval: 'in approval',
      chorus_suspended: 'Chorus Pro: suspended',
      chorus_to_recycle: 'Chorus Pro: to be corrected',
      chorus_rejected: 'Chorus Pro: rejected',
    },
    reference: (reference: string) => ` (${reference})`,
    surety: ' A surety is given: it may be claimed now.',
    sentences: {
      factored: ({ party, since, reference }) =>
        `Sold to ${party} on ${since}${reference}: the factor collects, nothing leaves from here.`,
      factored_mandate: ({ party, since, reference }) =>
        `Sold to ${party} on ${since}${reference}, under mandate: chased with the factor’s IBAN.`,
      factored_back: ({ party, since }) =>
        `Taken back from ${party} on ${since}: to be collected without delay.`,
      handed_over: ({ party, since, by, reference }) =>
        `Handed over to ${party} (${by}) on ${since}${reference}.`,
      bill_to_accept: ({ since, due, reference }) =>
        `Bill sent for acceptance on ${since}${reference}, due on ${due}.`,
      bill_accepted: ({ due, reference }) =>
        `Bill accepted${reference}, to be paid on ${due}: at risk until then.`,
      bill_discounted: ({ due, reference }) => `Bill discounted${reference}: at risk until ${due}.`,
      bill_unpaid: ({ since, reference }) =>
        `Bill returned unpaid on ${since}${reference}: due at once.`,
      retention: ({ due, reference }) =>
        `Retention of guarantee${reference}, to be claimed on ${due}.`,
      blocked_at_customer: ({ party, since, by, reference }) =>
        `Blocked at the customer’s since ${since}${reference}: ${by}` +
        `${party === '' ? '' : `, with ${party}`}.`,
    },
  },
});

/** The state in one sentence. */
export function itemStateSentence(state: ItemState, language: Language): string {
  const words = itemStateText[language];
  const { kind, cause, reference, since, dueDate } = state;
  const sentence = words.sentences[kind]({
    party: state.party,
    since: formatDate(since),
    due: dueDate === null ? '' : formatDate(dueDate),
    reference: reference === '' ? '' : words.reference(reference),
    by: cause === null ? '' : words.causes[cause],
  });
  return state.hasSurety ? `${sentence}${words.surety}` : sentence;
}
