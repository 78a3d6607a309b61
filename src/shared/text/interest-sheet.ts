/** The words of the calculation sheet of late-payment interest, in the language of its reader. */
import { bilingual } from './bilingual.ts';

interface SheetWords {
  readonly fileName: string;
  readonly summary: string;
  readonly detail: string;
  readonly title: (customer: string) => string;
  readonly subtitle: (company: string, day: string, currency: string) => string;
  readonly total: string;
  readonly columns: {
    readonly account: string;
    readonly document: string;
    readonly due: string;
    readonly amount: string;
    readonly decision: string;
    readonly interest: string;
    readonly paid: string;
    readonly fee: string;
    readonly charges: string;
    readonly note: string;
    readonly from: string;
    readonly to: string;
    readonly days: string;
    readonly balance: string;
    readonly rate: string;
    readonly origin: string;
    readonly yearDays: string;
    readonly term: string;
    readonly asked: string;
  };
}

export const interestSheetText = bilingual<SheetWords>({
  fr: {
    fileName: 'Décompte d’intérêts',
    summary: 'Par facture',
    detail: 'Calcul',
    title: (customer) => `Intérêts de retard · ${customer}`,
    subtitle: (company, day, currency) => `${company} · Arrêté au ${day} · ${currency}`,
    total: 'Total',
    columns: {
      account: 'Compte',
      document: 'Pièce',
      due: 'Échéance',
      amount: 'Montant TTC',
      decision: 'Décision',
      interest: 'Intérêts réclamés',
      paid: 'Dont déjà couverts',
      fee: 'Indemnité',
      charges: 'Total réclamé',
      note: 'Remarque',
      from: 'Du',
      to: 'Au',
      days: 'Jours',
      balance: 'Reste dû',
      rate: 'Taux annuel',
      origin: 'Origine du taux',
      yearDays: 'Base',
      term: 'Intérêts',
      asked: 'Réclamés',
    },
  },
  en: {
    fileName: 'Interest statement',
    summary: 'By invoice',
    detail: 'Calculation',
    title: (customer) => `Late-payment interest · ${customer}`,
    subtitle: (company, day, currency) => `${company} · As of ${day} · ${currency}`,
    total: 'Total',
    columns: {
      account: 'Account',
      document: 'Document',
      due: 'Due',
      amount: 'Amount incl. VAT',
      decision: 'Decision',
      interest: 'Interest claimed',
      paid: 'Of which covered',
      fee: 'Fixed fee',
      charges: 'Total claimed',
      note: 'Note',
      from: 'From',
      to: 'To',
      days: 'Days',
      balance: 'Balance',
      rate: 'Yearly rate',
      origin: 'Origin of the rate',
      yearDays: 'Year',
      term: 'Interest',
      asked: 'Claimed',
    },
  },
});
