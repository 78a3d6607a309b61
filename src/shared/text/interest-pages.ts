/** What the printed calculation of interest says beside the words of its workbook. */
import { bilingual } from './bilingual.ts';

interface PagesWords {
  readonly due: (day: string) => string;
  readonly amount: (amount: string) => string;
  readonly covered: string;
  readonly totalOf: (document: string) => string;
  readonly grandTotal: string;
  readonly unconfirmed: string;
  readonly method: string;
  readonly page: (page: number, count: number) => string;
}

export const interestPagesText = bilingual<PagesWords>({
  fr: {
    due: (day) => `Échéance ${day}`,
    amount: (amount) => `Montant TTC ${amount}`,
    covered: 'Intérêts déjà couverts par les règlements',
    totalOf: (document) => `Total réclamé, pièce ${document}`,
    grandTotal: 'Total général réclamé',
    unconfirmed: 'taux à confirmer',
    method:
      'Intérêts simples\u00a0: reste dû × taux × jours / jours de l’année, du lendemain de ' +
      'l’échéance au jour d’arrêté compris, arrondis au centime par période.',
    page: (page, count) => `Page ${page}/${count}`,
  },
  en: {
    due: (day) => `Due ${day}`,
    amount: (amount) => `Amount incl. VAT ${amount}`,
    covered: 'Interest already covered by payments',
    totalOf: (document) => `Total claimed, document ${document}`,
    grandTotal: 'Grand total claimed',
    unconfirmed: 'rate to be confirmed',
    method:
      'Simple interest: balance × rate × days / days of the year, from the day after the due ' +
      'date to the closing day included, rounded to the cent by period.',
    page: (page, count) => `Page ${page}/${count}`,
  },
});
