/** The words that every message has around its template, in the language of the payer. */
import type { PaymentMethod } from '../domain/receivable/payment-method.ts';
import { bilingual } from './bilingual.ts';

type MethodWords = Readonly<Record<PaymentMethod, string>>;

export const MESSAGE_WORDS = bilingual({
  fr: {
    salutation: 'Madame, Monsieur',
    and: 'et',
    others: (count: number) => `${count} autres`,
    methods: {
      transfer: 'virement',
      cheque: 'chèque',
      direct_debit: 'prélèvement',
      bill: 'effet de commerce',
      card: 'carte',
      cash: 'espèces',
    } satisfies MethodWords,
    columns: {
      document: 'Pièce',
      date: 'Date',
      due: 'Échéance',
      amount: 'Montant',
      outstanding: 'Reste dû',
      late: 'Retard',
    },
    daysLate: (count: number) => `${count} j`,
    daysLateLong: (count: number) => `${count}\u00a0jour${count > 1 ? 's' : ''} de\u00a0retard`,
    dated: (day: string) => `du ${day}`,
    interest: (amount: string) => `pénalités\u00a0: ${amount}`,
    customerAccount: (code: string, name: string) => `Compte ${code} – ${name}`,
    accountTotal: (code: string) => `Total du compte ${code}`,
    sections: {
      due: 'Échu',
      credit: 'Avoirs et règlements à déduire',
      to_fall_due: 'À échoir',
    },
    colon: '\u00a0:',
    nothing: 'Aucune pièce ouverte.',
    totals: {
      overdue: 'Échu',
      credits: 'Avoirs et règlements à déduire',
      due: 'À régler',
      toFallDue: 'À échoir, pour information',
    },
    charges: {
      to: (day: string) => `Décompte arrêté au ${day}`,
      principal: 'Principal restant dû, TTC',
      interest: (rate: string) =>
        `Pénalités de retard${rate === '' ? '' : ` au taux de ${rate} l’an`}`,
      interestBasis: 'C. com., art. L441-10 II',
      legalInterest: (rate: string) =>
        `Intérêts au taux légal${rate === '' ? '' : ` (${rate} l’an)`}`,
      legalInterestBasis: 'C. civ., art. 1231-6',
      indemnity: (count: number) => `Indemnité forfaitaire de recouvrement (40 € × ${count})`,
      indemnityBasis: 'C. com., art. D441-5',
      total: 'Total à régler',
    },
    bank: {
      title: 'Pour régler',
      holder: 'Titulaire',
      bankName: 'Banque',
      reference: 'Référence',
      amount: 'Montant',
      qr: 'Virement à scanner avec l’application de votre banque',
      link: 'Payer en ligne',
      unchanged:
        'Nos coordonnées bancaires n’ont pas changé : méfiez-vous de tout message annonçant un changement.',
      factor: (name: string, contract: string) =>
        `Ces créances ont été transférées par subrogation à ${name}${contract === '' ? '' : ` (contrat ${contract})`} : pour être libératoire, votre règlement doit lui être adressé directement.`,
      factorPart: (part: { numbers: string; name: string; amount: string; iban: string }) =>
        `Les factures suivantes ont été transférées par subrogation à ${part.name} : ${part.numbers}. Pour être libératoire, leur règlement (${part.amount}) doit lui être adressé directement : IBAN ${part.iban}.`,
    },
    answers: {
      title: 'Répondre en un clic',
      titleText: 'Pour répondre, indiquez en objet la référence qui convient :',
      labels: {
        paid: 'J’ai payé le…',
        will_pay: 'Je paierai le…',
        not_received: 'Facture non reçue',
        disputed: 'Je conteste',
      },
      subjects: {
        paid: 'Payé le …',
        will_pay: 'Je paierai le …',
        not_received: 'Facture non reçue',
        disputed: 'Je conteste',
      },
      bodies: {
        paid: ['Date du paiement : ', 'Montant : ', 'Mode et référence : '],
        will_pay: ['Date prévue : ', 'Montant : ', 'Mode : '],
        not_received: ['Factures à renvoyer : ', 'Adresse de réception : '],
        disputed: ['Factures concernées : ', 'Motif : ', 'Montant contesté : '],
      },
    },
    signature: { phone: 'Tél.', email: 'Courriel' },
    logo: (name: string) => `Logo ${name}`,
  },
  en: {
    salutation: 'Sir or Madam',
    and: 'and',
    others: (count: number) => `${count} others`,
    methods: {
      transfer: 'bank transfer',
      cheque: 'cheque',
      direct_debit: 'direct debit',
      bill: 'bill of exchange',
      card: 'card',
      cash: 'cash',
    },
    columns: {
      document: 'Document',
      date: 'Date',
      due: 'Due',
      amount: 'Amount',
      outstanding: 'Outstanding',
      late: 'Late',
    },
    daysLate: (count) => `${count} d`,
    daysLateLong: (count) => `${count}\u00a0day${count > 1 ? 's' : ''} overdue`,
    dated: (day) => `of ${day}`,
    interest: (amount) => `interest: ${amount}`,
    customerAccount: (code, name) => `Account ${code} – ${name}`,
    accountTotal: (code) => `Total of account ${code}`,
    sections: {
      due: 'Overdue',
      credit: 'Credit notes and payments to deduct',
      to_fall_due: 'Falling due',
    },
    colon: ':',
    nothing: 'No open document.',
    totals: {
      overdue: 'Overdue',
      credits: 'Credit notes and payments to deduct',
      due: 'To be paid',
      toFallDue: 'Falling due, for information',
    },
    charges: {
      to: (day) => `Statement drawn up to ${day}`,
      principal: 'Principal outstanding, incl. VAT',
      interest: (rate) => `Late-payment interest${rate === '' ? '' : ` at ${rate} a year`}`,
      interestBasis: 'French Commercial Code, art. L441-10 II',
      legalInterest: (rate) =>
        `Interest at the legal rate${rate === '' ? '' : ` (${rate} a year)`}`,
      legalInterestBasis: 'French Civil Code, art. 1231-6',
      indemnity: (count) => `Fixed recovery compensation (€40 × ${count})`,
      indemnityBasis: 'French Commercial Code, art. D441-5',
      total: 'Total to be paid',
    },
    bank: {
      title: 'How to pay',
      holder: 'Account holder',
      bankName: 'Bank',
      reference: 'Reference',
      amount: 'Amount',
      qr: 'Transfer to scan with your banking application',
      link: 'Pay online',
      unchanged: 'Our bank details have not changed: beware of any message announcing a change.',
      factor: (name, contract) =>
        `These receivables have been transferred by subrogation to ${name}${contract === '' ? '' : ` (contract ${contract})`}: only a payment made to them directly discharges your debt.`,
      factorPart: (part) =>
        `The following invoices have been transferred by subrogation to ${part.name}: ${part.numbers}. Only a payment made to them directly (${part.amount}) discharges them: IBAN ${part.iban}.`,
    },
    answers: {
      title: 'Answer in one click',
      titleText: 'To answer, put the reference that fits in the subject:',
      labels: {
        paid: 'I paid on…',
        will_pay: 'I will pay on…',
        not_received: 'Invoice not received',
        disputed: 'I dispute this',
      },
      subjects: {
        paid: 'Paid on …',
        will_pay: 'I will pay on …',
        not_received: 'Invoice not received',
        disputed: 'I dispute this',
      },
      bodies: {
        paid: ['Date of payment: ', 'Amount: ', 'Method and reference: '],
        will_pay: ['Expected date: ', 'Amount: ', 'Method: '],
        not_received: ['Invoices to send again: ', 'Address to send them to: '],
        disputed: ['Invoices concerned: ', 'Reason: ', 'Amount disputed: '],
      },
    },
    signature: { phone: 'Tel.', email: 'E-mail' },
    logo: (name) => `${name} logo`,
  },
});
