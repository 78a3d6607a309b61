/** Why a payment came back, and what to do about it, for each reason of the SEPA rule books. */
import {
  isRejectCode,
  type RejectCause,
  type RejectCode,
} from '../domain/payment-return/reject-code.ts';
import type { Language } from '../format/language.ts';
import type { Bilingual } from './bilingual.ts';

const MEANINGS: Readonly<Record<RejectCode, Bilingual<string>>> = {
  AC01: { fr: 'IBAN incorrect', en: 'Wrong IBAN' },
  AC04: { fr: 'Compte clos', en: 'Account closed' },
  AC06: { fr: 'Compte bloqué', en: 'Account blocked' },
  AC13: { fr: 'Compte de consommateur', en: 'Consumer account' },
  AG01: { fr: 'Prélèvement interdit sur ce compte', en: 'Debit forbidden on this account' },
  AG02: { fr: 'Code d’opération incorrect', en: 'Wrong operation code' },
  AM04: { fr: 'Provision insuffisante', en: 'Insufficient funds' },
  AM05: { fr: 'Opération en double', en: 'Duplicate' },
  BE05: { fr: 'Identifiant de créancier inconnu', en: 'Creditor identifier unknown' },
  CNOR: { fr: 'Banque du créancier inconnue', en: 'Creditor bank not registered' },
  CUST: { fr: 'Annulation demandée par le donneur d’ordre', en: 'Cancelled by the payer' },
  DNOR: { fr: 'Banque du débiteur inconnue', en: 'Debtor bank not registered' },
  DT01: { fr: 'Date incorrecte', en: 'Wrong date' },
  DUPL: { fr: 'Opération en double', en: 'Duplicate' },
  FF01: { fr: 'Fichier mal formé', en: 'File badly formed' },
  FF05: { fr: 'Type de prélèvement incorrect', en: 'Wrong kind of debit' },
  FOCR: { fr: 'Retour après demande d’annulation', en: 'Returned after a recall' },
  FRAD: { fr: 'Fraude', en: 'Fraud' },
  MD01: { fr: 'Aucun mandat', en: 'No mandate' },
  MD02: { fr: 'Mandat incomplet ou incorrect', en: 'Mandate incomplete or wrong' },
  MD06: { fr: 'Remboursement demandé par le débiteur', en: 'Refund asked by the debtor' },
  MD07: { fr: 'Débiteur décédé', en: 'Debtor deceased' },
  MS02: { fr: 'Refus du débiteur, sans motif', en: 'Refused by the debtor, no reason' },
  MS03: { fr: 'Motif non communiqué par la banque', en: 'No reason given by the bank' },
  RC01: { fr: 'BIC incorrect', en: 'Wrong BIC' },
  RR01: { fr: 'Compte du débiteur non indiqué', en: 'Debtor account missing' },
  RR02: { fr: 'Nom ou adresse du débiteur non indiqués', en: 'Debtor name or address missing' },
  RR03: { fr: 'Nom ou adresse du créancier non indiqués', en: 'Creditor name or address missing' },
  RR04: { fr: 'Motif réglementaire', en: 'Regulatory reason' },
  SL01: { fr: 'Service de la banque du débiteur', en: 'Service of the debtor bank' },
  TECH: { fr: 'Incident technique', en: 'Technical problem' },
};

const ACTIONS: Readonly<Record<RejectCause, Bilingual<string>>> = {
  funds: {
    fr: 'Appeler le client et convenir d’un jour, puis présenter à nouveau une seule fois.',
    en: 'Call the customer and agree on a day, then present it once more.',
  },
  unexplained: {
    fr: 'Appeler le client : souvent un défaut de provision, parfois un désaccord.',
    en: 'Call the customer: often a lack of funds, sometimes a quarrel.',
  },
  mandate: {
    fr: 'Ne plus prélever ; faire signer ou corriger le mandat.',
    en: 'Stop debiting; have the mandate signed or corrected.',
  },
  refund_asked: {
    fr: 'Demander le motif au client ; ouvrir un litige s’il conteste.',
    en: 'Ask the customer why; open a dispute if he objects.',
  },
  deceased: {
    fr: 'Arrêter tout message ; prendre contact avec le notaire.',
    en: 'Stop every message; contact the notary.',
  },
  account_wrong: {
    fr: 'Demander un nouvel IBAN au client.',
    en: 'Ask the customer for a new IBAN.',
  },
  account_closed: {
    fr: 'Demander un nouvel IBAN et vérifier l’absence de procédure collective.',
    en: 'Ask for a new IBAN and check that no insolvency is open.',
  },
  debit_forbidden: {
    fr: 'Convenir d’un autre moyen de paiement.',
    en: 'Agree on another means of payment.',
  },
  duplicate: {
    fr: 'Ne pas présenter à nouveau ; vérifier ce qui a déjà été encaissé.',
    en: 'Do not present it again; check what was received already.',
  },
  our_data: {
    fr: 'Corriger la remise ou les données, puis présenter à nouveau.',
    en: 'Correct the file or the data, then present it again.',
  },
  debtor_bank: {
    fr: 'Demander au client d’autoriser vos prélèvements auprès de sa banque.',
    en: 'Ask the customer to allow your debits at his bank.',
  },
  fraud: {
    fr: 'Arrêter tout envoi et prévenir votre banque.',
    en: 'Stop all sending and warn your bank.',
  },
  cancelled: {
    fr: 'Demander au client pourquoi il a repris son virement.',
    en: 'Ask the customer why he took his transfer back.',
  },
};

/** « AM04 : Provision insuffisante »; the code alone where it is of no known list. */
export function rejectCodeText(code: string, language: Language): string {
  if (!isRejectCode(code)) return code;
  return `${code}${language === 'fr' ? ' : ' : ': '}${MEANINGS[code][language]}`;
}

/** What to do, in one sentence. */
export function rejectActionText(cause: RejectCause, language: Language): string {
  return ACTIONS[cause][language];
}
