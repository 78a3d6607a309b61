/** The words of a letter around what its template says, in the language of who reads it. */
import { bilingual } from './bilingual.ts';

interface LetterWords {
  readonly registered: string;
  readonly registeredNumber: (number: string) => string;
  readonly placeAndDate: (city: string, day: string) => string;
  readonly subject: string;
  readonly references: string;
  readonly account: (code: string) => string;
  readonly paymentReference: (reference: string) => string;
  readonly siren: (siren: string) => string;
  readonly followedBy: string;
  readonly page: (page: number, count: number) => string;
  readonly enclosures: string;
  readonly columns: {
    readonly document: string;
    readonly date: string;
    readonly due: string;
    readonly amount: string;
    readonly outstanding: string;
    readonly late: string;
    readonly interest: string;
  };
  readonly days: (count: number) => string;
  readonly carriedOver: string;
  readonly broughtForward: string;
  readonly accountHeading: (code: string, name: string) => string;
  readonly accountTotal: (code: string) => string;
  readonly credits: string;
  readonly toFallDue: string;
  readonly tableTotal: string;
  readonly tableNetTotal: string;
  readonly toFallDueTotal: string;
  readonly totals: {
    readonly overdue: string;
    readonly credits: string;
    readonly due: string;
    readonly notDue: string;
  };
  readonly charges: {
    readonly title: (day: string) => string;
    readonly principal: string;
    readonly credits: string;
    readonly interest: (rate: string) => string;
    readonly legalInterest: (rate: string) => string;
    readonly indemnity: (count: number, each: string) => string;
    readonly total: string;
    readonly running: string;
  };
  readonly bank: {
    readonly title: string;
    readonly holder: string;
    readonly reference: string;
    readonly online: string;
  };
  readonly answers: (email: string, code: string) => string;
  readonly bankDate: (day: string) => string;
  readonly slip: {
    readonly cutHere: string;
    readonly title: string;
    readonly hint: string;
    readonly payer: string;
    readonly amount: string;
    readonly deadline: string;
    readonly cheque: (holder: string) => string;
    readonly scan: string;
  };
}

export const LETTER_WORDS = bilingual<LetterWords>({
  fr: {
    registered: 'Lettre recommandée avec avis de réception',
    registeredNumber: (number) => `n°\u00a0${number}`,
    placeAndDate: (city, day) => (city === '' ? `Le ${day}` : `${city}, le ${day}`),
    subject: 'Objet\u00a0:',
    references: 'Références\u00a0:',
    account: (code) => `compte client ${code}`,
    paymentReference: (reference) => `référence à rappeler ${reference}`,
    siren: (siren) => `SIREN ${siren}`,
    followedBy: 'Dossier suivi par',
    page: (page, count) => `Page ${page}/${count}`,
    enclosures: 'P.J.\u00a0:',
    columns: {
      document: 'Pièce',
      date: 'Date',
      due: 'Échéance',
      amount: 'Montant TTC',
      outstanding: 'Reste dû',
      late: 'Retard',
      interest: 'Intérêts',
    },
    days: (count) => `${count}\u00a0j`,
    carriedOver: 'À reporter',
    broughtForward: 'Report',
    accountHeading: (code, name) => `Compte ${code} – ${name}`,
    accountTotal: (code) => `Total du compte ${code}`,
    credits: 'Avoirs et règlements à déduire',
    toFallDue: 'Pour information, factures à échoir',
    tableTotal: 'Total échu',
    tableNetTotal: 'Total échu, avoirs et règlements déduits',
    toFallDueTotal: 'Total à échoir',
    totals: {
      overdue: 'Total échu',
      credits: 'Avoirs et règlements déduits',
      due: 'Net à régler',
      notDue: 'Non échu, pour information',
    },
    charges: {
      title: (day) => `Décompte arrêté au ${day}`,
      principal: 'Principal échu, TTC',
      credits: 'Avoirs et règlements déduits',
      interest: (rate) => `Pénalités de retard au taux de ${rate} (C. com., art. L441-10 II)`,
      legalInterest: (rate) => `Intérêts au taux légal de ${rate} (C. civ., art. 1231-6 et 1344-1)`,
      indemnity: (count, each) =>
        `Indemnité forfaitaire de recouvrement, ${count} × ${each} (C. com., art. D441-5)`,
      total: 'Total à régler',
      running: 'Les intérêts continuent de courir jusqu’au complet paiement.',
    },
    bank: {
      title: 'Nos coordonnées bancaires',
      holder: 'Titulaire',
      reference: 'Référence à rappeler',
      online: 'Paiement en ligne',
    },
    answers: (email, code) =>
      `Pour nous répondre\u00a0: ${email}, en rappelant le code ${code} dans l’objet.`,
    bankDate: (day) => `Règlements pris en compte jusqu’au ${day}.`,
    slip: {
      cutHere: 'À détacher',
      title: 'Talon de paiement',
      hint: 'À joindre à votre règlement',
      payer: 'Débiteur',
      amount: 'Montant à régler',
      deadline: 'Au plus tard le',
      cheque: (holder) => `Chèque à l’ordre de ${holder}, à notre adresse.`,
      scan: 'Virement SEPA\u00a0: à lire avec votre application bancaire',
    },
  },
  en: {
    registered: 'Registered letter with acknowledgement of receipt',
    registeredNumber: (number) => `no.\u00a0${number}`,
    placeAndDate: (city, day) => (city === '' ? day : `${city}, ${day}`),
    subject: 'Subject:',
    references: 'References:',
    account: (code) => `customer account ${code}`,
    paymentReference: (reference) => `payment reference ${reference}`,
    siren: (siren) => `SIREN ${siren}`,
    followedBy: 'Your contact',
    page: (page, count) => `Page ${page}/${count}`,
    enclosures: 'Encl.:',
    columns: {
      document: 'Document',
      date: 'Date',
      due: 'Due date',
      amount: 'Amount incl. VAT',
      outstanding: 'Outstanding',
      late: 'Overdue',
      interest: 'Interest',
    },
    days: (count) => `${count}\u00a0d`,
    carriedOver: 'Carried forward',
    broughtForward: 'Brought forward',
    accountHeading: (code, name) => `Account ${code} – ${name}`,
    accountTotal: (code) => `Total of account ${code}`,
    credits: 'Credit notes and payments to deduct',
    toFallDue: 'For information, invoices not yet due',
    tableTotal: 'Total overdue',
    tableNetTotal: 'Total overdue, credit notes and payments deducted',
    toFallDueTotal: 'Total not yet due',
    totals: {
      overdue: 'Total overdue',
      credits: 'Credit notes and payments deducted',
      due: 'Net amount to pay',
      notDue: 'Not yet due, for information',
    },
    charges: {
      title: (day) => `Statement of the claim as of ${day}`,
      principal: 'Overdue principal, incl. VAT',
      credits: 'Credit notes and payments deducted',
      interest: (rate) =>
        `Late-payment interest at ${rate} (French Commercial Code, art. L441-10 II)`,
      legalInterest: (rate) =>
        `Interest at the legal rate of ${rate} (French Civil Code, art. 1231-6 and 1344-1)`,
      indemnity: (count, each) =>
        `Fixed recovery fee, ${count} × ${each} (French Commercial Code, art. D441-5)`,
      total: 'Total to pay',
      running: 'Interest continues to run until payment in full.',
    },
    bank: {
      title: 'Our bank details',
      holder: 'Account holder',
      reference: 'Reference to quote',
      online: 'Online payment',
    },
    answers: (email, code) => `To answer us: ${email}, quoting the code ${code} in the subject.`,
    bankDate: (day) => `Payments received up to ${day} are included.`,
    slip: {
      cutHere: 'Cut here',
      title: 'Payment slip',
      hint: 'Please enclose with your payment',
      payer: 'Payer',
      amount: 'Amount to pay',
      deadline: 'No later than',
      cheque: (holder) => `Cheques payable to ${holder}, at our address.`,
      scan: 'SEPA transfer: read with your banking application',
    },
  },
});
