/**
 * The palette of the template editor: what each placeholder stands for, with an example taken from
 * the made-up message that the editor shows.
 */
import type { Placeholder } from '../domain/message/placeholders.ts';
import type { Bilingual } from './bilingual.ts';

interface Entry {
  readonly meaning: string;
  readonly example: string;
}

const entry = (meaning: string, example: string): Entry => ({ meaning, example });

/** In the order of the palette. */
export const PLACEHOLDER_GROUPS = [
  {
    title: { fr: 'Personnes', en: 'People' },
    names: [
      ...(['interlocuteur', 'client', 'n_client', 'siren_client', 'societe', 'ville'] as const),
      ...(['signataire', 'fonction', 'tel', 'email', 'phrase_libre'] as const),
    ],
  },
  {
    title: { fr: 'Facture', en: 'Invoice' },
    names: [
      ...(['facture', 'date_facture', 'echeance', 'montant', 'reste_du'] as const),
      ...(['jours_retard', 'nb_factures', 'pieces_jointes'] as const),
    ],
  },
  {
    title: { fr: 'Totaux', en: 'Totals' },
    names: [
      ...(['total_du', 'total_echu', 'total_non_echu', 'avoirs'] as const),
      ...(['acomptes_non_affectes', 'solde', 'date_banque', 'date_arrete'] as const),
      ...(['taux', 'penalites', 'ifr', 'total_general'] as const),
    ],
  },
  {
    title: { fr: 'Règlement', en: 'Payment' },
    names: [
      ...(['iban', 'bic', 'titulaire', 'ref_paiement', 'lien_paiement'] as const),
      ...(['affactureur', 'montant_recu', 'date_reglement', 'factures_soldees'] as const),
    ],
  },
  {
    title: { fr: 'Dates et suite', en: 'Dates and next step' },
    names: [
      ...(['date_jour', 'date_limite', 'delai_jours', 'date_mail_precedent'] as const),
      ...(['dates_relances', 'etape_suivante', 'date_etape_suivante'] as const),
    ],
  },
  {
    title: { fr: 'Promesse et litige', en: 'Promise and dispute' },
    names: [
      ...(['montant_promis', 'date_promesse', 'mode', 'n_litige', 'motif'] as const),
      ...(['responsable', 'delai_reponse', 'montant_litige', 'montant_non_conteste'] as const),
    ],
  },
  {
    title: { fr: 'Mise en demeure et transmission', en: 'Formal notice and hand-over' },
    names: [
      ...(['origine', 'n_recommande', 'mediateur', 'mandataire', 'mandataire_qualite'] as const),
      ...(['mandataire_adresse', 'ref_dossier', 'date_mise_en_demeure'] as const),
    ],
  },
  {
    title: { fr: 'Blocs, seuls sur leur ligne', en: 'Blocks, alone on their line' },
    names: [
      ...(['tableau', 'totaux', 'decompte', 'coordonnees_bancaires'] as const),
      ...(['reponses', 'signature'] as const),
    ],
  },
  {
    title: { fr: 'Conditions, dans {% if … %}', en: 'Conditions, in {% if … %}' },
    names: [
      ...(['professionnel', 'consommateur', 'secteur_public'] as const),
      ...(['plusieurs_factures', 'compte_a_jour'] as const),
    ],
  },
] as const satisfies readonly {
  readonly title: Bilingual<string>;
  readonly names: readonly Placeholder[];
}[];

type Palette = Readonly<Record<Placeholder, Entry>>;

const FRENCH: Palette = {
  interlocuteur: entry('Le contact ; sans contact connu, « Madame, Monsieur »', 'Madame Lenoir'),
  client: entry('Nom du client', 'Charpentes Delorme'),
  n_client: entry('Code du client', 'C0042'),
  siren_client: entry('SIREN du client', '900000027'),
  societe: entry('Nom de votre société', 'Vauclair Matériaux'),
  ville: entry('Ville d’où part le message', 'Avanton-le-Neuf'),
  signataire: entry('Personne qui signe', 'Claire Moreau'),
  fonction: entry('Fonction de la personne qui signe', 'Responsable recouvrement'),
  tel: entry('Téléphone de la personne qui signe', '05 36 49 00 21'),
  email: entry('Adresse de la personne qui signe', 'c.moreau@vauclair-materiaux.example'),
  phrase_libre: entry('Phrase saisie pour ce client', 'Merci encore de votre accueil mardi.'),
  facture: entry('Numéro de la facture échue la plus ancienne', 'FA-2026-00871'),
  date_facture: entry('Date de cette facture', '23 août 2026'),
  echeance: entry('Échéance de cette facture', '7 octobre 2026'),
  montant: entry('Montant TTC de cette facture', '4 800,00 €'),
  reste_du: entry('Reste dû sur cette facture', '3 200,00 €'),
  jours_retard: entry('Jours de retard de cette facture', '47'),
  nb_factures: entry('Nombre de factures demandées', '3'),
  pieces_jointes: entry('Liste des pièces jointes', 'copies des factures et relevé de compte'),
  total_du: entry('Montant demandé : échu moins avoirs', '5 110,30 €'),
  total_echu: entry('Total échu, avant avoirs', '5 350,30 €'),
  total_non_echu: entry('Total à échoir', '3 092,50 €'),
  avoirs: entry('Avoirs et règlements à déduire', '240,00 €'),
  acomptes_non_affectes: entry('Le même montant que {avoirs}', '240,00 €'),
  solde: entry('Solde du compte, échu et à échoir', '8 202,80 €'),
  date_banque: entry('Dernier jour de banque connu', '20 novembre 2026'),
  date_arrete: entry('Jour où le décompte est arrêté', '23 novembre 2026'),
  taux: entry('Taux annuel des pénalités', '12,40 %'),
  penalites: entry('Montant des pénalités de retard', '182,43 €'),
  ifr: entry('Indemnités forfaitaires de 40 €', '120,00 €'),
  total_general: entry('Montant demandé, pénalités et indemnités comprises', '5 412,73 €'),
  iban: entry('IBAN à créditer', 'FR14 2004 1010 0505 0001 3M02 606'),
  bic: entry('BIC de ce compte', 'PSSTFRPPPAR'),
  titulaire: entry('Titulaire exact de ce compte', 'Vauclair Matériaux'),
  ref_paiement: entry('Référence à rappeler sur le virement', 'C0042'),
  lien_paiement: entry('Adresse de la page de paiement', 'https://paiement.example/C0042'),
  affactureur: entry('Factor à qui les factures sont cédées', 'Factor Ouest'),
  montant_recu: entry('Montant du règlement reçu', '3 200,00 €'),
  date_reglement: entry('Date du règlement reçu', '21 novembre 2026'),
  factures_soldees: entry('Factures que ce règlement solde', 'FA-2026-00871'),
  date_jour: entry('Date du message', '23 novembre 2026'),
  date_limite: entry('Jour avant lequel une réponse est attendue', '1er décembre 2026'),
  delai_jours: entry('Le même délai en jours', '8'),
  date_mail_precedent: entry('Date de la relance précédente', '9 novembre 2026'),
  dates_relances: entry('Dates des relances déjà parties', '23 octobre 2026 et 9 novembre 2026'),
  etape_suivante: entry('Ce qui suivra sans réponse', 'une relance par courrier'),
  date_etape_suivante: entry('Jour de cette suite', '5 décembre 2026'),
  montant_promis: entry('Montant promis', '5 110,30 €'),
  date_promesse: entry('Jour promis', '28 novembre 2026'),
  mode: entry('Mode de règlement promis', 'virement'),
  n_litige: entry('Numéro du litige', 'L-0027'),
  motif: entry('Motif du litige', 'des quantités livrées'),
  responsable: entry('Personne qui suit le litige', 'Hugo Vallet'),
  delai_reponse: entry('Jour de réponse au litige', '3 décembre 2026'),
  montant_litige: entry('Montant contesté', '1 250,40 €'),
  montant_non_conteste: entry('Montant non contesté', '6 952,40 €'),
  origine: entry('Contrat, commande ou livraison', 'vos commandes d’août et septembre 2026'),
  n_recommande: entry('Numéro du recommandé', '1A 123 456 7890 1'),
  mediateur: entry(
    'Médiateur de la consommation',
    'Médiation de la consommation, 3 place du Marché, 86000 Poitiers',
  ),
  mandataire: entry('Tiers chargé du recouvrement', 'Étude Ferrand & Associés'),
  mandataire_qualite: entry('Qualité de ce tiers', 'commissaire de justice'),
  mandataire_adresse: entry('Adresse de ce tiers', '5 boulevard du Palais, 86000 Poitiers'),
  ref_dossier: entry('Référence du dossier transmis', 'D-2026-0311'),
  date_mise_en_demeure: entry('Date de la mise en demeure', '3 novembre 2026'),
  tableau: entry('Tableau des factures, par compte', 'une ligne par facture'),
  totaux: entry('Échu, avoirs, montant à régler, à échoir', 'À régler : 5 110,30 €'),
  decompte: entry('Principal, pénalités, indemnités, total', 'Total : 5 412,73 €'),
  coordonnees_bancaires: entry('IBAN, BIC, référence et QR code', 'IBAN FR14 2004…'),
  reponses: entry('Réponses en un clic', 'J’ai payé le…'),
  signature: entry('Nom, fonction, téléphone, société', 'Claire Moreau'),
  professionnel: entry('Le client n’est pas un particulier', '{% if professionnel %}'),
  consommateur: entry('Le client est un particulier', '{% if consommateur %}'),
  secteur_public: entry('Le client est un organisme public', '{% if secteur_public %}'),
  plusieurs_factures: entry('Plus d’une facture est demandée', '{% if plusieurs_factures %}'),
  compte_a_jour: entry('Plus rien ne reste dû', '{% if compte_a_jour %}'),
};

const ENGLISH: Palette = {
  interlocuteur: entry('The contact; “Sir or Madam” where none is known', 'Ms Lenoir'),
  client: entry('Name of the customer', 'Charpentes Delorme'),
  n_client: entry('Code of the customer', 'C0042'),
  siren_client: entry('SIREN of the customer', '900000027'),
  societe: entry('Name of your company', 'Vauclair Matériaux'),
  ville: entry('Town the message leaves from', 'Avanton-le-Neuf'),
  signataire: entry('Person who signs', 'Claire Moreau'),
  fonction: entry('Title of the person who signs', 'Credit manager'),
  tel: entry('Telephone of the person who signs', '05 36 49 00 21'),
  email: entry('Address of the person who signs', 'c.moreau@vauclair-materiaux.example'),
  phrase_libre: entry('Sentence typed for this customer', 'Thank you again for Tuesday.'),
  facture: entry('Number of the oldest overdue invoice', 'FA-2026-00871'),
  date_facture: entry('Date of that invoice', '23 August 2026'),
  echeance: entry('Due date of that invoice', '7 October 2026'),
  montant: entry('Amount of that invoice, incl. VAT', '€4,800.00'),
  reste_du: entry('Still open on that invoice', '€3,200.00'),
  jours_retard: entry('Days overdue of that invoice', '47'),
  nb_factures: entry('Number of invoices asked for', '3'),
  pieces_jointes: entry('List of enclosures', 'copies of the invoices and statement of account'),
  total_du: entry('Asked for: overdue less credit notes', '€5,110.30'),
  total_echu: entry('Overdue in total, before credit notes', '€5,350.30'),
  total_non_echu: entry('Falling due in total', '€3,092.50'),
  avoirs: entry('Credit notes and payments to deduct', '€240.00'),
  acomptes_non_affectes: entry('The same amount as {avoirs}', '€240.00'),
  solde: entry('Balance, overdue and falling due', '€8,202.80'),
  date_banque: entry('Last day known of the bank', '20 November 2026'),
  date_arrete: entry('Day up to which charges are computed', '23 November 2026'),
  taux: entry('Yearly rate of interest', '12.40%'),
  penalites: entry('Late-payment interest', '€182.43'),
  ifr: entry('Fixed compensations of €40', '€120.00'),
  total_general: entry('Asked for, with interest and compensation', '€5,412.73'),
  iban: entry('IBAN to credit', 'FR14 2004 1010 0505 0001 3M02 606'),
  bic: entry('BIC of that account', 'PSSTFRPPPAR'),
  titulaire: entry('Exact holder of that account', 'Vauclair Matériaux'),
  ref_paiement: entry('Reference to quote on the transfer', 'C0042'),
  lien_paiement: entry('Address of the payment page', 'https://paiement.example/C0042'),
  affactureur: entry('Factor to whom the invoices are assigned', 'Factor Ouest'),
  montant_recu: entry('Amount of the payment received', '€3,200.00'),
  date_reglement: entry('Date of the payment received', '21 November 2026'),
  factures_soldees: entry('Invoices settled by that payment', 'FA-2026-00871'),
  date_jour: entry('Date of the message', '23 November 2026'),
  date_limite: entry('Day by which an answer is expected', '1 December 2026'),
  delai_jours: entry('The same delay in days', '8'),
  date_mail_precedent: entry('Date of the previous reminder', '9 November 2026'),
  dates_relances: entry(
    'Dates of the reminders already sent',
    '23 October 2026 and 9 November 2026',
  ),
  etape_suivante: entry('What follows without an answer', 'a reminder by letter'),
  date_etape_suivante: entry('Day on which it follows', '5 December 2026'),
  montant_promis: entry('Amount promised', '€5,110.30'),
  date_promesse: entry('Day promised', '28 November 2026'),
  mode: entry('Method of payment promised', 'bank transfer'),
  n_litige: entry('Number of the dispute', 'L-0027'),
  motif: entry('Reason of the dispute', 'the quantities delivered'),
  responsable: entry('Person in charge of the dispute', 'Hugo Vallet'),
  delai_reponse: entry('Day of the answer to the dispute', '3 December 2026'),
  montant_litige: entry('Amount disputed', '€1,250.40'),
  montant_non_conteste: entry('Amount not disputed', '€6,952.40'),
  origine: entry('Contract, order or delivery', 'your orders of August and September 2026'),
  n_recommande: entry('Number of the registered letter', '1A 123 456 7890 1'),
  mediateur: entry(
    'Consumer mediator',
    'Médiation de la consommation, 3 place du Marché, 86000 Poitiers',
  ),
  mandataire: entry('Third party who recovers the debt', 'Étude Ferrand & Associés'),
  mandataire_qualite: entry('Capacity of that third party', 'enforcement officer'),
  mandataire_adresse: entry('Address of that third party', '5 boulevard du Palais, 86000 Poitiers'),
  ref_dossier: entry('Reference of the file handed over', 'D-2026-0311'),
  date_mise_en_demeure: entry('Date of the formal notice', '3 November 2026'),
  tableau: entry('Table of invoices, by account', 'one row per invoice'),
  totaux: entry('Overdue, credits, to be paid, falling due', 'To be paid: €5,110.30'),
  decompte: entry('Principal, interest, compensation, total', 'Total: €5,412.73'),
  coordonnees_bancaires: entry('IBAN, BIC, reference and QR code', 'IBAN FR14 2004…'),
  reponses: entry('Answers in one click', 'I paid on…'),
  signature: entry('Name, title, telephone, company', 'Claire Moreau'),
  professionnel: entry('The customer is not a consumer', '{% if professionnel %}'),
  consommateur: entry('The customer is a consumer', '{% if consommateur %}'),
  secteur_public: entry('The customer is a public body', '{% if secteur_public %}'),
  plusieurs_factures: entry('More than one invoice is asked for', '{% if plusieurs_factures %}'),
  compte_a_jour: entry('Nothing is owed any more', '{% if compte_a_jour %}'),
};

export const PLACEHOLDER_ENTRIES: Bilingual<Palette> = { fr: FRENCH, en: ENGLISH };
