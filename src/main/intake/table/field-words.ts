/**
 * The words that packages and people use for each field, in French and English, as
 * `headerWords` writes them.
 *
 * The order inside a list says nothing; a phrase counts by how much of the header it covers.
 * Words that rule a field out come after `not`: « Date TVA » is no invoice date, « Prix unitaire
 * HT » is no amount due.
 */
import type { TableField } from '../../../shared/domain/statement/table-mapping.ts';

export interface FieldWords {
  readonly phrases: readonly string[];
  /** A header with one of these words is not this field. */
  readonly not?: readonly string[];
}

/** Phrases between commas, over as many lines as needed. */
function list(phrases: string): readonly string[] {
  return phrases.split(',').map((phrase) => phrase.trim().replace(/\s+/gu, ' '));
}

const NO_MONEY = list(`
      ht, unitaire, tva, vat, tax, taxe, remise, discount, quantite, quantity,
      taux, rate, nombre, nombres, jours, days, prix, price, unit, frais, fees,
      port, marge, untaxed, %, fournisseur, supplier
    `);
const NO_DATE = list(`
      tva, naissance, modification, creation, livraison, commande, export
    `);
const SUPPLIER = list(`fournisseur, supplier, vendor, salarie`);

export const FIELD_WORDS: Readonly<Record<TableField, FieldWords>> = {
  customer_code: {
    phrases: list(`
      code client, numero client, client, compte client, compte tiers, code tiers,
      numero tiers, tiers, compte auxiliaire, auxiliaire, numero compte auxiliaire,
      code auxiliaire, reference client, identifiant client, id client,
      matricule client, client facture, code client facture, code,
      code comptable client, customer code, customer number, customer numero,
      customer id, customer, customer account, client code, client id,
      account number, debtor, partner reference, code societe, id societe
    `),
    not: [...list(`nom, name, intitule, libelle, adresse, type, postal, raison, cc`), ...SUPPLIER],
  },
  customer_name: {
    phrases: list(`
      nom client, nom tiers, nom, raison sociale, intitule client, intitule tiers,
      intitule compte tiers, intitule compte client, libelle client, libelle tiers,
      libelle auxiliaire, intitule auxiliaire, denomination, denomination sociale,
      societe, nom societe, enseigne, client nom, customer name, name customer,
      company name, company, legal name, commercial name, client name, name,
      partner, partenaire, invoice partner display name, client, tiers, customer,
      debtor,
      nom affichage partenaire facture, display name, last name, private last name,
      pro legal name, pro commercial name
    `),
    not: [
      ...list(
        `prenom, contact, first, entite, rep, agence, code, numero, id, matricule, reference`,
      ),
      ...SUPPLIER,
    ],
  },
  customer_first_name: {
    phrases: list(`prenom, first name, private first name`),
    not: list(`contact`),
  },
  document_number: {
    phrases: list(`
      numero piece, piece, numero facture, facture, numero document, document,
      reference piece, reference facture, reference document, piece comptable,
      reference, numero, invoice number, invoice numero, invoice, doc id,
      document number, numero piece comptable, reference tiers, number, voucher,
      ecriture comptable, journal entry
    `),
    not: list(`
      date, montant, total, amount, type, client, commande, lettrage, payee,
      nombre, tva, statut, status, fournisseur, mode, telephone, compte, ligne,
      partner, partenaire, customer, nom, name, adresse, street, postcode, city,
      country, paiement, reglement
    `),
  },
  document_date: {
    phrases: list(`
      date facture, date facturation, date piece, date document, date emission,
      date, facture le, emise le, invoice date, invoice bill date, document date,
      posting date, bill date, issue date, date ecriture, date comptable
    `),
    not: [...list(`echeance, due, reglement, paiement, paid, paperless, settled`), ...NO_DATE],
  },
  due_date: {
    phrases: list(`
      date echeance, echeance, echu le, date limite reglement,
      date limite paiement, a payer le, a echoir le, date reglement prevue,
      date exigibilite, due date, due in date, due, maturity date, date maturity,
      date due, payable le
    `),
    not: list(`type, montant, amount, solde, mode, jours, days, libelle`),
  },
  amount: {
    phrases: list(`
      montant ttc, total ttc, prix ttc, montant, montant facture, montant total,
      montant initial, montant origine, montant piece, montant echeance,
      montant reglement, montant paiement, total, total facture, ttc, somme,
      amount, invoice amount, total amount, total signed, total signe,
      amount total, total invoice amount, converted usd, original amount,
      gross amount, montant devise, valeur
    `),
    not: NO_MONEY.filter((word) => word !== 'prix'),
  },
  open_amount: {
    phrases: list(`
      solde, reste a payer, reste payer, reste dû, reste, reste regler,
      reste encaisser, restant dû, montant restant, solde dû, solde restant,
      solde ttc, solde facture, solde piece, montant dû, montant ouvert, encours,
      impaye, montant impaye, non solde, creance, net a payer, open amount,
      amount due, amount due signed, montant dû signe, balance due, balance,
      outstanding, outstanding amount, residual, amount residual, residual amount,
      montant residuel, unpaid, remaining, remain to pay, total open amount
    `),
    not: [...list(`progressif, cumule, initial, date`), ...NO_MONEY],
  },
  paid_amount: {
    phrases: list(`
      montant regle, deja regle, regle, montant paye, paye, acompte, encaisse,
      montant encaisse, amount paid, paid amount, paid
    `),
    not: [...list(`date, reste, statut, status, facture`), ...NO_MONEY],
  },
  debit: { phrases: list(`debit, montant debit, solde debiteur, debiteur, debit amount`) },
  credit: {
    phrases: list(`
      credit, montant credit, solde crediteur, crediteur, credit amount
    `),
  },
  direction: { phrases: list(`sens, d c, debit credit, sens ecriture, dc, dr cr`) },
  age_bracket: { phrases: [] },
  customer_heading: { phrases: [] },
  item_kind: {
    phrases: list(`
      type piece, type document, type facture, nature piece, nature, type,
      type mouvement, document type, invoice type, type ecriture
    `),
    not: list(`journal, client, tiers, compte`),
  },
  label: {
    phrases: list(`
      libelle, libelle ecriture, libelle piece, designation, intitule, description,
      commentaire, objet, label, memo, communication, libelle mouvement
    `),
    not: list(`
      compte, journal, client, tiers, auxiliaire, agence, commercial
    `),
  },
  currency: {
    phrases: list(`
      devise, code devise, monnaie, currency, currency code, invoice currency
    `),
    not: list(`montant, amount, taux, cours, solde, total`),
  },
  paid_date: {
    phrases: list(`
      date reglement, date paiement, date encaissement, regle le, paye le,
      settled date, payment date, date payment, clear date, paid date,
      clearing date, date versement, date valeur
    `),
    not: list(`limite, prevue, prevu, due`),
  },
  settles_document_number: {
    phrases: list(`
      facture reglee, numero facture reglee, piece reglee, document regle,
      reference facture reglee, applied invoice, invoice paid
    `),
  },
  payment_method: {
    phrases: list(`
      mode reglement, mode paiement, moyen paiement, moyen reglement,
      type reglement, type paiement, code mode reglement, reglement,
      payment method, payment mode, payment type
    `),
    not: list(`
      date, montant, condition, delai, limite, numero, statut, reference
    `),
  },
  account_code: {
    phrases: list(`
      compte, numero compte, compte general, numero compte general,
      compte collectif, compte comptable, collectif, client cc, account,
      account code, gl account, ledger account
    `),
    not: [...list(`tiers, auxiliaire, libelle, intitule, bancaire, name`), ...SUPPLIER],
  },
  account_label: {
    phrases: list(`libelle compte, intitule compte, account name, nom compte`),
    not: list(`tiers, client, auxiliaire`),
  },
  journal_code: {
    phrases: list(`journal, code journal, journal code`),
    not: list(`libelle, type, intitule, entry, item, piece`),
  },
  journal_label: {
    phrases: list(`
      libelle journal, type journal, intitule journal, journal name, nom journal
    `),
  },
  entry_number: {
    phrases: list(`
      numero ecriture, numero mouvement, ecriture, entry number, mouvement
    `),
    not: list(`libelle, date, type, lettrage, comptable`),
  },
  line_date: {
    phrases: list(`jour, date, date ecriture, date comptable, date mouvement`),
    not: NO_DATE,
  },
  letter: {
    phrases: list(`
      lettrage, lettre, code lettrage, matching, matching number, reconcile
    `),
    not: list(`date, montant, solde`),
  },
  lettered_on_date: { phrases: list(`date lettrage, matching date`) },
  siren: { phrases: list(`siren, numero siren`) },
  siret: { phrases: list(`siret, numero siret, pro siret, company registry`) },
  email: {
    phrases: list(`
      email, mail, e mail, courriel, adresse mail, adresse email, adresse e mail
    `),
    not: list(`commercial`),
  },
  phone: {
    phrases: list(`
      telephone, portable, mobile, phone, telephone fixe, numero telephone
    `),
    not: list(`fax, telecopie`),
  },
  address_line: {
    phrases: list(`
      adresse, adresse 1, adresse 2, adresse 3, adresse facturation,
      complement adresse, complement, rue, voie, address, street, street 2,
      invoice street 1, invoice street 2, lieu dit
    `),
    not: list(`mail, email, livraison, delivery, ip, courriel`),
  },
  postal_code: {
    phrases: list(`
      code postal, cp, zip, postcode, invoice postcode, postal code
    `),
    not: list(`livraison, delivery`),
  },
  city: {
    phrases: list(`ville, commune, city, town, invoice city, localite`),
    not: list(`livraison, delivery`),
  },
  country: {
    phrases: list(`pays, code pays, country, country code, invoice country`),
    not: list(`livraison, delivery`),
  },
  terms: {
    phrases: list(`
      condition reglement, condition paiement, delai reglement, delai paiement,
      mode reglement delai, payment terms, customer payment terms, echeance type,
      terms, delai
    `),
    not: list(`date`),
  },
  rep_code: {
    phrases: list(`
      commercial, code commercial, representant, code representant, vendeur,
      nom commercial, collaborateur, salesperson, sales rep, salesman, vrp
    `),
    not: list(`pro, date, montant, geste`),
  },
  agency_code: {
    phrases: list(`
      agence, code agence, etablissement, site, branch, business code, region
    `),
    not: list(`libelle, web, internet, date`),
  },
  sector: {
    phrases: list(`
      secteur, secteur activite, activite, sector, industry, code naf, ape, naf
    `),
    not: list(`date`),
  },
  profile: {
    phrases: list(`
      categorie, categorie client, famille, famille client, profil, segment
    `),
    not: list(`article, produit, montant`),
  },
  credit_limit: {
    phrases: list(`
      encours autorise, plafond, plafond credit, limite credit, credit limit,
      encours maximum, montant autorise
    `),
  },
  contact_name: {
    phrases: list(`
      contact, nom contact, interlocuteur, contact name, pro contact name
    `),
    not: list(`role, fonction, mail, telephone`),
  },
  contact_first_name: { phrases: list(`prenom contact, contact first name`) },
  contact_role: {
    phrases: list(`
      fonction, role, service, qualite, poste, job position, title, lien
    `),
    not: list(`date`),
  },
};

/**
 * Headers of age brackets: « Non échu », « 0-30 », « 31 à 60 jours », « + de 90 jours »,
 * « À échoir », « > 90 », « Not due », « 1 - 30 ».
 */
const BRACKETS: readonly RegExp[] = [
  /^(?:non echu|not due|echoir|current|anterieur|older)$/u,
  /^(?:plus|moins)? ?\d{1,3}(?: \d{1,3})?(?: ?(?:jours?|days?|j|d|et plus))*$/u,
  /^(?:over|older) ?\d{0,3}(?: days)?$/u,
  /^(?:echu|retard) ?(?:plus )?\d{1,3}(?: \d{1,3})?(?: (?:jours?|j))?$/u,
];

/** Whether normalised header words name an age bracket. */
export function isAgeBracket(words: string): boolean {
  return BRACKETS.some((form) => form.test(words));
}
