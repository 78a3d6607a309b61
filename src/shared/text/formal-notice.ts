/** The checklist of the formal notice (mise en demeure) in words: its points, and each gap. */
import type {
  FormalNoticeGap,
  FormalNoticePoint,
} from '../domain/message/formal-notice-checklist.ts';
import { bilingual } from './bilingual.ts';

interface FormalNoticeWords {
  readonly points: Readonly<Record<FormalNoticePoint, string>>;
  /** What is wrong, and what to do about it. */
  readonly gaps: Readonly<Record<FormalNoticeGap, string>>;
  readonly blocked: (count: number) => string;
  readonly ready: string;
}

export const formalNoticeText = bilingual<FormalNoticeWords>({
  fr: {
    points: {
      title: 'Objet « MISE EN DEMEURE »',
      place_and_date: 'Lieu et date',
      parties: 'Identité des deux parties',
      origin: 'Origine de la créance',
      items: 'Tableau des factures, avoirs déduits',
      charges: 'Pénalités et indemnité',
      total: 'Total demandé',
      deadline: 'Délai de paiement',
      payment: 'Moyens de paiement',
      consequence: 'Suite en cas de non-paiement',
      article: 'Article 1344 du code civil',
      contact: 'Contact et contestation',
      signature: 'Signature et qualité',
      enclosures: 'Pièces jointes',
    },
    gaps: {
      title_absent: 'L’objet ne porte pas « MISE EN DEMEURE » en capitales.',
      place_absent: 'La ville de votre société n’est pas renseignée dans les réglages.',
      issuer_incomplete: 'Votre nom, votre adresse ou votre SIREN manque dans les réglages.',
      recipient_address_absent: 'Le nom ou l’adresse du client manque.',
      recipient_siren_absent: 'Le SIREN du client manque ou est faux.',
      head_office_unconfirmed:
        'Une mise en demeure va au siège social : vérifiez l’adresse et le nom de la société.',
      origin_absent: 'Indiquez le contrat, la commande ou la livraison dont vient la créance.',
      items_absent: 'Le tableau des factures échues manque.',
      item_not_overdue: 'Une des factures demandées n’est pas échue.',
      item_totals_differ: 'Le total ne correspond pas aux lignes du tableau, avoirs déduits.',
      item_never_reminded:
        'Une des factures n’a jamais été relancée : à laisser parmi les autres échéances.',
      variant_wrong: 'Le modèle n’est pas celui de ce client (professionnel ou particulier).',
      consumer_overcharged:
        'Un particulier ne doit ni pénalités ni indemnité de 40 €, seulement l’intérêt légal.',
      charges_differ:
        'Les intérêts du message ne sont plus ceux du calcul : préparez-le de nouveau.',
      charges_unexplained: 'Ni intérêts ni indemnité : réclamez-les, ou abandonnez-les.',
      rate_missing: 'Un taux n’est pas saisi : les intérêts ne sont pas réclamés.',
      rate_unconfirmed: 'Un taux reste à confirmer sur Légifrance ou à la Banque de France.',
      rate_below_floor: 'Un taux est sous trois fois le taux d’intérêt légal.',
      total_differs: 'Le total n’est pas la somme du principal, des intérêts et de l’indemnité.',
      total_unsaid: 'Le total demandé n’est pas écrit.',
      deadline_absent: 'Le délai de paiement manque, ou est déjà passé.',
      deadline_start_absent:
        'Dites d’où court le délai : « à compter de la première présentation de cette lettre ».',
      deadline_unusual: 'Le délai n’est ni de 8 ni de 15 jours.',
      iban_invalid: 'Votre IBAN manque ou est faux.',
      payment_unsaid: 'L’IBAN n’est pas écrit dans le message.',
      reference_absent: 'La référence à indiquer sur le virement manque.',
      consequence_absent: 'Dites la suite : à défaut, une procédure devant le tribunal.',
      title_claimed: 'Le message annonce une mesure qui suppose un titre exécutoire.',
      article_absent: 'Le message ne vise pas l’article 1344 du code civil.',
      translation_only: 'Pour un client en France, envoyez l’original en français.',
      contact_absent: 'Aucun téléphone ni adresse électronique pour vous joindre.',
      dispute_channel_unsaid: 'Dites au client comment contester ou s’entendre.',
      mediator_absent: 'Les coordonnées du médiateur de la consommation manquent.',
      signature_absent: 'La signature manque.',
      capacity_absent: 'La qualité du signataire manque.',
      enclosures_absent: 'Aucune pièce jointe : factures, bons de livraison, relevé.',
    },
    blocked: (count) =>
      count === 1
        ? 'Un point manque : la mise en demeure ne peut pas partir.'
        : `${count} points manquent : la mise en demeure ne peut pas partir.`,
    ready: 'La mise en demeure peut partir.',
  },
  en: {
    points: {
      title: 'Subject “FORMAL NOTICE”',
      place_and_date: 'Place and date',
      parties: 'Identity of both parties',
      origin: 'Origin of the debt',
      items: 'Table of invoices, credit notes taken off',
      charges: 'Interest and fixed fee',
      total: 'Total asked for',
      deadline: 'Deadline',
      payment: 'Means of payment',
      consequence: 'What follows otherwise',
      article: 'Article 1344 of the Civil Code',
      contact: 'Contact and dispute',
      signature: 'Signature and capacity',
      enclosures: 'Enclosures',
    },
    gaps: {
      title_absent: 'The subject does not say “FORMAL NOTICE” in capitals.',
      place_absent: 'The town of your company is missing in the settings.',
      issuer_incomplete: 'Your name, address or SIREN is missing in the settings.',
      recipient_address_absent: 'The name or the address of the customer is missing.',
      recipient_siren_absent: 'The SIREN of the customer is missing or wrong.',
      head_office_unconfirmed:
        'A formal notice goes to the registered office: check the address and the company name.',
      origin_absent: 'State the contract, order or delivery that the debt comes from.',
      items_absent: 'The table of overdue invoices is missing.',
      item_not_overdue: 'One of the invoices asked for is not overdue.',
      item_totals_differ: 'The total is not that of the lines, credit notes taken off.',
      item_never_reminded:
        'One of the invoices was never reminded: it belongs among the other items.',
      variant_wrong: 'The template is not that of this customer (business or consumer).',
      consumer_overcharged:
        'A consumer owes neither penalties nor the €40, only interest at the legal rate.',
      charges_differ: 'The interest stated is no longer that computed: prepare it again.',
      charges_unexplained: 'Neither interest nor fixed fee: claim them, or waive them.',
      rate_missing: 'A rate has not been entered: interest is not claimed.',
      rate_unconfirmed: 'A rate is to be confirmed on Légifrance or at the Banque de France.',
      rate_below_floor: 'A rate is below three times the legal interest rate.',
      total_differs: 'The total is not the sum of principal, interest and fixed fee.',
      total_unsaid: 'The total asked for is not written.',
      deadline_absent: 'The deadline is missing, or past.',
      deadline_start_absent:
        'Say from when the delay counts: “from the first presentation of this letter”.',
      deadline_unusual: 'The delay is neither 8 nor 15 days.',
      iban_invalid: 'Your IBAN is missing or wrong.',
      payment_unsaid: 'The IBAN is not written in the message.',
      reference_absent: 'The reference to put on the transfer is missing.',
      consequence_absent: 'Say what follows otherwise: proceedings before the court.',
      title_claimed: 'The message announces a measure that needs an enforceable title.',
      article_absent: 'The message does not cite article 1344 of the Civil Code.',
      translation_only: 'For a customer in France, send the French original.',
      contact_absent: 'No telephone or e-mail address to reach you.',
      dispute_channel_unsaid: 'Tell the customer how to dispute or settle.',
      mediator_absent: 'The details of the consumer mediator are missing.',
      signature_absent: 'The signature is missing.',
      capacity_absent: 'The capacity of the signatory is missing.',
      enclosures_absent: 'No enclosure: invoices, delivery notes, statement.',
    },
    blocked: (count) =>
      count === 1
        ? 'One point is missing: the formal notice may not leave.'
        : `${count} points are missing: the formal notice may not leave.`,
    ready: 'The formal notice may leave.',
  },
});
