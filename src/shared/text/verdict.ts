/**
 * Why an amount may or may not be chased, in one sentence: for the customer file, the list of those
 * left out of the morning, and later the batch of the day. One sentence a verdict of
 * `domain/receivable/verdict.ts`, and the two that the ranking adds.
 */
import type { LeftOutReason } from '../domain/priority/rank-payers.ts';
import type { Bilingual } from './bilingual.ts';
import { bilingual } from './bilingual.ts';

type Sentences = Readonly<Record<LeftOutReason, string>>;

export const verdictText: Bilingual<Sentences> = bilingual<Sentences>({
  fr: {
    settled: 'Soldée.',
    bill: 'Effet de commerce : il se règle à son échéance.',
    doubtful: 'Compte de clients douteux : à traiter hors relance.',
    retention: 'Retenue de garantie : due à la levée, jamais échue ici.',
    to_invoice: 'Facture à établir : rien n’est encore dû.',
    deposit: 'Acompte sur commande : ne se relance pas.',
    group: 'Société du groupe : hors relance.',
    rounding: 'Écart d’arrondi.',
    sundry: 'Clients divers : plusieurs débiteurs sous un seul code.',
    other_account: 'Compte hors des créances ordinaires.',
    shared_account: 'Un seul compte pour tous les clients : personne ne peut être relancé.',
    factored: 'Cédée au factor.',
    handed_over: 'Confiée à un tiers.',
    insolvency: 'Procédure collective : relances arrêtées.',
    books_differ: 'Le grand livre et le fichier diffèrent pour ce client : à vérifier d’abord.',
    to_match_first: 'À lettrer d’abord : trop de règlements non lettrés.',
    date_not_confirmed: 'Échéance estimée : conditions de règlement à confirmer.',
    disputed: 'En litige.',
    promised: 'Promise, en attente du règlement.',
    plan: 'Sur un échéancier en cours.',
    do_not_chase: 'Client à ne pas relancer.',
    stop: 'Relances suspendues.',
    net_not_positive: 'Le client n’est pas débiteur net.',
    covered_by_credit: 'Couverte par un avoir ou un règlement à affecter.',
    direct_debit: 'Prélèvement : la banque le présente.',
    not_certain: 'Échue depuis peu : le règlement peut être en chemin.',
    not_due: 'Non échue.',
    below_floor: 'Sous le montant plancher.',
    chaseable: 'À relancer.',
    email_will_do: 'Le courriel du jour suffit.',
    to_decide: 'Plus de 180 jours sans réponse : à décider, plus à appeler.',
  },
  en: {
    settled: 'Settled.',
    bill: 'Bill of exchange: paid at its maturity.',
    doubtful: 'Doubtful account: not for reminders.',
    retention: 'Retention of guarantee: due on release, never overdue here.',
    to_invoice: 'To be invoiced: nothing is due yet.',
    deposit: 'Deposit on an order: not chased.',
    group: 'Company of the group: not chased.',
    rounding: 'Rounding difference.',
    sundry: 'Sundry customers: several debtors under one code.',
    other_account: 'Account other than ordinary receivables.',
    shared_account: 'One account for all customers: nobody can be chased.',
    factored: 'Assigned to the factor.',
    handed_over: 'Handed over to a third party.',
    insolvency: 'Insolvency proceedings: reminders stopped.',
    books_differ: 'The ledger and the file differ for this customer: check first.',
    to_match_first: 'Match first: too many unallocated payments.',
    date_not_confirmed: 'Estimated due date: payment terms to be confirmed.',
    disputed: 'Disputed.',
    promised: 'Promised, payment awaited.',
    plan: 'On a running instalment plan.',
    do_not_chase: 'Customer not to be chased.',
    stop: 'Reminders on hold.',
    net_not_positive: 'The customer owes nothing net.',
    covered_by_credit: 'Covered by a credit note or a payment to allocate.',
    direct_debit: 'Direct debit: the bank presents it.',
    not_certain: 'Only just overdue: the payment may be on its way.',
    not_due: 'Not due.',
    below_floor: 'Below the floor amount.',
    chaseable: 'To be chased.',
    email_will_do: 'Today’s e-mail will do.',
    to_decide: 'Over 180 days without an answer: to be decided, no longer called.',
  },
});
