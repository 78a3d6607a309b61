/** Words of the time line of watched customers. */
import type { MarkKind } from '../../contract/watch.ts';
import { bilingual } from '../bilingual.ts';

export const watchText = bilingual({
  fr: {
    title: 'Frise des clients en vigilance',
    add: 'Mettre en vigilance',
    addHint: 'Nom ou code du client',
    added: (name: string) => `${name} est en vigilance.`,
    removed: (name: string) => `${name} n’est plus en vigilance.`,
    remove: (name: string) => `Retirer ${name} de la vigilance`,
    zoom: 'Étendue',
    zooms: { month: '1 mois', quarter: '3 mois', half: '6 mois' },
    views: { line: 'Frise', table: 'Tableau' },
    view: 'Présentation',
    print: 'Imprimer',
    today: 'Aujourd’hui',
    explained:
      'Au-dessus de la ligne, ce qui est attendu : échéances et promesses ; au-dessous, ce qui ' +
      's’est passé. Montants en euros, au survol.',
    empty:
      'Aucun client n’est en vigilance. En choisir un pour suivre ses échéances, ses contacts et ' +
      'ses règlements sur une même ligne.',
    more: (count: string) => `et ${count} autres clients en vigilance`,
    customer: 'Client',
    day: 'Date',
    what: 'Fait',
    amount: 'Montant',
    nothing: 'Rien dans cette étendue',
    kinds: {
      due: 'Échéance',
      late: 'Échéance en retard',
      promise: 'Promesse',
      promise_kept: 'Promesse tenue',
      promise_broken: 'Promesse non tenue',
      payment: 'Règlement',
      reject: 'Rejet ou remboursement',
      sent: 'Message envoyé',
      called: 'Appel',
      heard: 'Le client appelle ou répond',
      dispute: 'Litige ouvert',
      dispute_closed: 'Litige clos',
    } as Readonly<Record<MarkKind, string>>,
    counted: (name: string, count: string) => `${name} × ${count}`,
  },
  en: {
    title: 'Time line of watched customers',
    add: 'Watch a customer',
    addHint: 'Name or code of the customer',
    added: (name: string) => `${name} is watched.`,
    removed: (name: string) => `${name} is no longer watched.`,
    remove: (name: string) => `Stop watching ${name}`,
    zoom: 'Span',
    zooms: { month: '1 month', quarter: '3 months', half: '6 months' },
    views: { line: 'Time line', table: 'Table' },
    view: 'Presentation',
    print: 'Print',
    today: 'Today',
    explained:
      'Above the line, what is expected: due dates and promises; below, what happened. Amounts in ' +
      'euros, on hover.',
    empty:
      'No customer is watched. Choose one to follow due dates, contacts and payments on one line.',
    more: (count: string) => `and ${count} other watched customers`,
    customer: 'Customer',
    day: 'Date',
    what: 'Fact',
    amount: 'Amount',
    nothing: 'Nothing in this span',
    kinds: {
      due: 'Due date',
      late: 'Late',
      promise: 'Promise',
      promise_kept: 'Promise kept',
      promise_broken: 'Promise broken',
      payment: 'Payment',
      reject: 'Reject or refund',
      sent: 'Message sent',
      called: 'Call',
      heard: 'The customer calls or answers',
      dispute: 'Dispute opened',
      dispute_closed: 'Dispute closed',
    } as Readonly<Record<MarkKind, string>>,
    counted: (name: string, count: string) => `${name} × ${count}`,
  },
});
