/** The words of the made-up message that the template editor shows. */
import { bilingual } from './bilingual.ts';

/** The sample company, as it writes. */
export const EXAMPLE_COMPANY = {
  name: 'Vauclair Matériaux',
  mentions:
    'Vauclair Matériaux, SAS au capital de 150\u00a0000\u00a0€ – 14 rue des Carriers, 86170 Avanton-le-Neuf – 900\u00a0000\u00a0019 RCS Poitiers – TVA FR73900000019',
  addressLines: ['14 rue des Carriers', '86170 Avanton-le-Neuf'],
  city: 'Avanton-le-Neuf',
  phone: '05 36 49 00 14',
  email: 'comptabilite@vauclair-materiaux.example',
  website: 'www.vauclair-materiaux.example',
  mediator: 'Médiation de la consommation, 3 place du Marché, 86000 Poitiers',
  bank: {
    holder: 'Vauclair Matériaux',
    iban: 'FR1420041010050500013M02606',
    bic: 'PSSTFRPPPAR',
    bankName: '',
  },
} as const;

/** Words of the made-up message of the preview. */
export const EXAMPLE_WORDS = bilingual({
  fr: {
    title: 'Responsable recouvrement',
    contact: 'Madame Lenoir',
    consumer: 'Madame Alice Lenoir',
    rate: '12,40\u00a0%',
    nextStep: 'une relance par courrier',
    origin: 'vos commandes d’août et septembre 2026',
    enclosures: ['copies des factures', 'relevé de compte'],
    disputeReason: 'des quantités livrées',
    agentName: 'Étude Ferrand & Associés',
    agentQuality: 'commissaire de justice',
  },
  en: {
    title: 'Credit manager',
    contact: 'Ms Lenoir',
    consumer: 'Ms Alice Lenoir',
    rate: '12.40%',
    nextStep: 'a reminder by letter',
    origin: 'your orders of August and September 2026',
    enclosures: ['copies of the invoices', 'statement of account'],
    disputeReason: 'the quantities delivered',
    agentName: 'Étude Ferrand & Associés',
    agentQuality: 'enforcement officer',
  },
});
