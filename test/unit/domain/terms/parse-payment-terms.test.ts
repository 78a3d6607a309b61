import { describe, expect, it } from 'vitest';
import { parsePaymentTerms } from '../../../../src/shared/domain/terms/parse-payment-terms.ts';
import { describePaymentTerms } from '../../../../src/shared/text/payment-terms.ts';

describe('terms are read from their wording', () => {
  it.each([
    ['60 jours net', '60 jours net'],
    ['30 jours date de facture', '30 jours net'],
    ['Virement à 30 jours', '30 jours net'],
    ['30', '30 jours net'],
    ['30NET', '30 jours net'],
    ['60N', '60 jours net'],
    ['Net 30', '30 jours net'],
    ['30 days', '30 jours net'],
    ['1 jour', '1 jour net'],
    ['2 semaines', '14 jours net'],
    ['1 mois', '1 mois net'],
    ['60 jours à compter de la date de facture', '60 jours net'],
    ['30 jours net, escompte 2 %', '30 jours net'],
    ['à réception', 'à réception'],
    ['A RECEPTION DE FACTURE', 'à réception'],
    ['comptant', 'à réception'],
    ['contre remboursement', 'à réception'],
    ['due on receipt', 'à réception'],
    ['0', 'à réception'],
    ['45 jours fin de mois', '45 jours fin de mois'],
    ['45FM', '45 jours fin de mois'],
    ['45 JFM', '45 jours fin de mois'],
    ['30J FDM', '30 jours fin de mois'],
    ['30 j. f.d.m.', '30 jours fin de mois'],
    ['VIR30FDM', '30 jours fin de mois'],
    ['45 jours fin du mois', '45 jours fin de mois'],
    ['30 days end of the month', '30 jours fin de mois'],
    ['2 mois fin de mois', '2 mois fin de mois'],
    ['fin de mois', 'fin de mois'],
    ['fin de mois suivant', '1 mois fin de mois'],
    ['30 jours fin de mois suivant', '30 jours fin de mois'],
    ['fin de mois 45 jours', 'fin de mois 45 jours'],
    ['fin de mois + 45 jours', 'fin de mois 45 jours'],
    ['45 jours après la fin de mois', 'fin de mois 45 jours'],
    ['30 jours à partir de la fin du mois', 'fin de mois 30 jours'],
    ['30 jours fin de mois le 10', '30 jours fin de mois le 10'],
    ['LCR 60 jours fin de mois le 10', '60 jours fin de mois le 10'],
    ['30JFDM10', '30 jours fin de mois le 10'],
    ['30 jours fin de mois, le 15 du mois', '30 jours fin de mois le 15'],
    ['30 jours le 15', '30 jours le 15'],
    ['30 jours le 10 du mois suivant', '30 jours fin de mois le 10'],
    ['le 10 du mois suivant', 'fin de mois le 10'],
  ])('%j is « %s »', (text, expected) => {
    const terms = parsePaymentTerms(text);
    expect(terms === null ? null : describePaymentTerms(terms, 'fr')).toBe(expected);
  });

  it.each([
    '',
    'banque',
    '30/60/90 jours',
    '30 60 jours',
    '50 % à la commande, solde à 30 jours',
    '50 % à la commande, escompte 2 %',
    '400 jours',
    '13 mois',
    '30 jours fin de mois le 32',
    '30 jours fin de mois le 0',
    '30 jours le 10 le 20',
  ])('%j is none that one date follows from', (text) => {
    expect(parsePaymentTerms(text)).toBeNull();
  });
});

describe('terms in English', () => {
  it.each([
    ['60 jours net', '60 days net'],
    ['1 jour', '1 day net'],
    ['1 mois', '1 month net'],
    ['à réception', 'on receipt'],
    ['45 jours fin de mois', '45 days end of month'],
    ['fin de mois 45 jours', 'end of month 45 days'],
    ['30 jours le 15', '30 days on the 15th'],
    ['30 jours fin de mois le 1', '30 days end of month on the 1st'],
    ['30 jours fin de mois le 22', '30 days end of month on the 22nd'],
    ['30 jours fin de mois le 3', '30 days end of month on the 3rd'],
    ['30 jours fin de mois le 11', '30 days end of month on the 11th'],
  ])('%s: %s', (text, expected) => {
    const terms = parsePaymentTerms(text);
    expect(terms === null ? null : describePaymentTerms(terms, 'en')).toBe(expected);
  });
});
