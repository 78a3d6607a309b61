/**
 * Words of an agreement to sign. Its clauses: acknowledgement of the debt (C. civ. 2240: it
 * interrupts limitation), forfeiture after a simple e-mail, original due dates kept, no novation
 * (C. civ. 1330: novation is not presumed).
 */
import { bilingual } from './bilingual.ts';

interface Figures {
  readonly total: string;
  readonly agreed: string;
  readonly waived: string;
  readonly day: string;
  readonly answerBy: string;
  readonly noticeDays: number;
  readonly customer: string;
}

export const agreementPaperText = bilingual({
  fr: {
    titles: {
      plan: 'Accord de règlement échelonné',
      settlement: 'Accord pour solde de tout compte',
    },
    customer: (code: string, siren: string) =>
      siren === '' ? `Client ${code}` : `Client ${code} · SIREN ${siren}`,
    madeOn: (city: string, day: string) => (city === '' ? `Le ${day}` : `${city}, le ${day}`),
    openings: {
      plan: ({ customer, total }: Figures) =>
        `${customer} reconnaît devoir la somme de ${total} au titre des pièces ci-dessous, et les ` +
        'parties conviennent de son règlement selon le calendrier qui suit.',
      settlement: ({ customer, total, agreed, day, waived }: Figures) =>
        `${customer} doit la somme de ${total} au titre des pièces ci-dessous. Nous acceptons, ` +
        `pour solde de tout compte de ces pièces, le règlement immédiat de ${agreed}, reçu sur ` +
        `notre compte au plus tard le ${day}, soit une remise de ${waived}.`,
    },
    items: 'Pièces concernées',
    document: 'Pièce',
    dueDate: 'Échéance d’origine',
    amount: 'Montant TTC',
    total: 'Total',
    calendars: { plan: 'Calendrier de règlement', settlement: 'Règlement convenu' },
    part: 'N°',
    day: 'Au plus tard le',
    conditions: 'Conditions',
    clauses: {
      plan: ({ answerBy, noticeDays }: Figures, isInterestKept: boolean) => [
        `Le présent document est retourné avant le ${answerBy}, daté, signé et précédé de la ` +
          'mention « bon pour reconnaissance de dette et accord ». À défaut, la proposition est ' +
          'sans effet.',
        'Chaque part est reçue à sa date, sans rappel de notre part.',
        'Déchéance du terme : une seule part non reçue à sa date rend la totalité du solde ' +
          `immédiatement exigible, après un simple courriel resté ${noticeDays} jours sans effet.`,
        'Les factures à venir restent payables à leur échéance.',
        isInterestKept
          ? 'Les échéances d’origine sont conservées : les pénalités de retard et l’indemnité de ' +
            'recouvrement prévues par la loi restent dues à compter de celles-ci.'
          : 'Les échéances d’origine sont conservées. Les pénalités de retard et l’indemnité de ' +
            'recouvrement prévues par la loi ne sont pas réclamées si le calendrier est respecté ; ' +
            'elles le redeviennent dans le cas contraire.',
        'Le présent accord n’emporte pas novation.',
      ],
      settlement: ({ answerBy, day, waived, total }: Figures, isInterestKept: boolean) => [
        `L’accord est confirmé avant le ${answerBy}, par écrit ou par le règlement lui-même.`,
        `La remise de ${waived} n’est acquise que si la somme convenue est reçue en totalité au ` +
          `plus tard le ${day}.`,
        `À défaut, l’offre est caduque de plein droit et la somme de ${total}, déduction faite ` +
          'des règlements reçus, redevient exigible en totalité.',
        isInterestKept
          ? 'Les pénalités de retard et l’indemnité de recouvrement restent dues.'
          : 'Les pénalités de retard et l’indemnité de recouvrement de ces pièces ne sont pas ' +
            'réclamées si la somme convenue est reçue à temps.',
        'Le présent accord ne porte que sur les pièces ci-dessus et n’emporte pas novation.',
      ],
    },
    bank: (holder: string) => `À régler sur le compte de ${holder}`,
    mention: {
      plan: 'Mention manuscrite : « bon pour reconnaissance de dette et accord »',
      settlement: 'Mention manuscrite : « bon pour accord »',
    },
    signature: 'Date, nom, qualité, signature et cachet',
    page: (page: number, count: number) => `${page}/${count}`,
    fileNames: { plan: 'Échéancier', settlement: 'Solde de tout compte' },
  },
  en: {
    titles: { plan: 'Payment by instalments', settlement: 'Full and final settlement' },
    customer: (code: string, siren: string) =>
      siren === '' ? `Customer ${code}` : `Customer ${code} · SIREN ${siren}`,
    madeOn: (city: string, day: string) => (city === '' ? day : `${city}, ${day}`),
    openings: {
      plan: ({ customer, total }: Figures) =>
        `${customer} acknowledges owing ${total} for the items below, and the parties agree that ` +
        'it is paid as follows.',
      settlement: ({ customer, total, agreed, day, waived }: Figures) =>
        `${customer} owes ${total} for the items below. We accept, in full and final settlement ` +
        `of these items, the immediate payment of ${agreed}, received on our account by ${day} ` +
        `at the latest: a discount of ${waived}.`,
    },
    items: 'Items',
    document: 'Item',
    dueDate: 'Original due date',
    amount: 'Amount incl. VAT',
    total: 'Total',
    calendars: { plan: 'Payments', settlement: 'Agreed payment' },
    part: 'No.',
    day: 'At the latest on',
    conditions: 'Conditions',
    clauses: {
      plan: ({ answerBy, noticeDays }: Figures, isInterestKept: boolean) => [
        `This document is returned by ${answerBy}, dated, signed and with the words “agreed, as ` +
          'acknowledgement of debt”. Failing that, the proposal has no effect.',
        'Each part is received on its day, without a reminder from us.',
        'Acceleration: one part that is not received on its day makes the whole balance due at ' +
          `once, after a plain e-mail left without effect for ${noticeDays} days.`,
        'New invoices stay payable on their due dates.',
        isInterestKept
          ? 'The original due dates are kept: late-payment interest and the recovery fee provided ' +
            'by law remain due from them.'
          : 'The original due dates are kept. Late-payment interest and the recovery fee provided ' +
            'by law are not claimed if the payments are kept; they are otherwise.',
        'This agreement is no novation.',
      ],
      settlement: ({ answerBy, day, waived, total }: Figures, isInterestKept: boolean) => [
        `The agreement is confirmed by ${answerBy}, in writing or by the payment itself.`,
        `The discount of ${waived} is granted only if the agreed amount is received in full by ` +
          `${day} at the latest.`,
        `Failing that, the offer lapses by itself and the sum of ${total}, less the payments ` +
          'received, is due in full again.',
        isInterestKept
          ? 'Late-payment interest and the recovery fee remain due.'
          : 'Late-payment interest and the recovery fee of these items are not claimed if the ' +
            'agreed amount is received in time.',
        'This agreement covers the items above only and is no novation.',
      ],
    },
    bank: (holder: string) => `To be paid to the account of ${holder}`,
    mention: {
      plan: 'In handwriting: “agreed, as acknowledgement of debt”',
      settlement: 'In handwriting: “agreed”',
    },
    signature: 'Date, name, capacity, signature and stamp',
    page: (page: number, count: number) => `${page}/${count}`,
    fileNames: { plan: 'Instalment plan', settlement: 'Settlement' },
  },
});
