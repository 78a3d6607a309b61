/**
 * Layouts of the exports of open items that French packages make, recognised by their headers.
 *
 * A preset only settles which column is what; how amounts and days are written is always voted on
 * the file. Its headers are compared as words, so that case, accents, points and abbreviations are
 * free, and a preset whose headers are not all there is passed over for the general guess.
 *
 * How sure each one is, none having met a real export yet:
 *  - `partly_checked`  some of its headers stand in the language files of the package;
 *  - `assumed`         written from general knowledge of the package, checked against nothing. Its
 *                      users choose and rename columns: many real exports will differ.
 */
import type {
  MappedColumn,
  TableField,
  TableKind,
} from '../../../shared/domain/statement/table-mapping.ts';
import { headerWords, isWord } from './header-words.ts';
import type { SniffedColumn } from './sniff-table.ts';

export interface TablePreset {
  readonly id: string;
  readonly name: string;
  readonly certainty: 'partly_checked' | 'assumed';
  readonly kind: TableKind;
  /** Field and its possible headers. Those of `required` must all be there. */
  readonly required: readonly (readonly [TableField, readonly string[]])[];
  readonly optional: readonly (readonly [TableField, readonly string[]])[];
  /** Headers that no other package has; at least one must be there. */
  readonly marks: readonly string[];
}

export const TABLE_PRESETS: readonly TablePreset[] = [
  {
    // Meant for the lists « Interrogation tiers » and échéancier.
    id: 'sage100_open_items',
    name: 'Sage 100 · échéancier clients',
    certainty: 'assumed',
    kind: 'open_items',
    marks: ['N° compte tiers', 'Compte tiers', 'Intitulé du tiers'],
    required: [
      ['customer_code', ['N° compte tiers', 'Compte tiers', 'Numéro tiers']],
      ['document_number', ['N° facture', 'N° pièce', 'Référence pièce']],
      ['due_date', ['Date échéance', 'Échéance', "Date d'échéance"]],
      ['debit', ['Débit', 'Montant débit']],
      ['credit', ['Crédit', 'Montant crédit']],
    ],
    optional: [
      ['customer_name', ['Intitulé du tiers', 'Intitulé tiers', 'Intitulé']],
      ['document_date', ['Date', 'Date pièce', 'Date facture']],
      ['label', ['Libellé écriture', 'Libellé']],
      ['journal_code', ['C.j.', 'Code journal', 'Journal']],
      ['account_code', ['N° compte général', 'Compte général', 'N° compte']],
      ['payment_method', ['Mode règ.', 'Mode de règlement']],
      ['letter', ['Lettre', 'Lettrage']],
    ],
  },
  {
    id: 'ebp_open_items',
    name: 'EBP · échéancier clients',
    certainty: 'assumed',
    kind: 'open_items',
    marks: ['Montant restant dû', 'Solde dû', "Montant de l'échéance", 'Numéro du document'],
    required: [
      ['customer_code', ['Code client', 'Code tiers']],
      ['document_number', ['Numéro du document', 'N° document', 'N° de pièce', 'Numéro de pièce']],
      ['due_date', ["Date d'échéance", 'Échéance']],
      ['open_amount', ['Montant restant dû', 'Solde dû', 'Reste dû', 'Solde']],
    ],
    optional: [
      ['customer_name', ['Nom du client', 'Nom', 'Raison sociale']],
      ['document_date', ['Date du document', 'Date', 'Date de la facture']],
      ['amount', ["Montant de l'échéance", 'Montant TTC', 'Total TTC']],
      ['payment_method', ['Mode de règlement', 'Moyen de paiement']],
      ['rep_code', ['Code commercial', 'Commercial']],
      ['item_kind', ['Type de document', 'Type']],
    ],
  },
  {
    id: 'cegid_open_items',
    name: 'Cegid · échéances auxiliaires',
    certainty: 'assumed',
    kind: 'open_items',
    marks: ['Référence interne', 'Auxiliaire'],
    required: [
      ['customer_code', ['Auxiliaire', 'Code auxiliaire']],
      ['document_number', ['Référence interne', 'Réf. interne', 'N° pièce', 'Pièce']],
      ['due_date', ["Date d'échéance", 'Échéance', 'Date échéance']],
      ['debit', ['Débit', 'Montant débit']],
      ['credit', ['Crédit', 'Montant crédit']],
    ],
    optional: [
      ['customer_name', ['Libellé auxiliaire', 'Intitulé auxiliaire', 'Raison sociale']],
      ['account_code', ['Général', 'Compte général', 'Collectif']],
      ['document_date', ['Date comptable', 'Date de pièce', 'Date']],
      ['journal_code', ['Journal', 'Jal']],
      ['payment_method', ['Mode de paiement', 'Mode paie']],
      ['label', ['Libellé', 'Libellé écriture']],
      ['item_kind', ['Nature', 'Nature pièce']],
      ['currency', ['Devise']],
    ],
  },
  {
    id: 'quadratus_open_items',
    name: 'Quadratus · grand livre clients non lettré',
    certainty: 'assumed',
    kind: 'open_items',
    marks: ['Folio', 'Fol.'],
    required: [
      ['customer_code', ['Compte', 'N° compte', 'Numéro compte']],
      ['document_number', ['Pièce', 'N° pièce']],
      ['debit', ['Débit']],
      ['credit', ['Crédit']],
    ],
    optional: [
      ['customer_name', ['Intitulé', 'Libellé compte', 'Intitulé du compte']],
      ['document_date', ['Date', 'Date écriture']],
      ['due_date', ['Échéance', "Date d'échéance"]],
      ['journal_code', ['Jal', 'Journal', 'Code journal']],
      ['label', ['Libellé', 'Libellé écriture']],
      ['letter', ['Lettrage', 'Let.', 'Lettre']],
    ],
  },
  {
    // Checked in an old fr_FR/bills.lang: Date facturation, Date échéance, Date limite règlement,
    // Reste à encaisser, Reste à payer, Déjà réglé, Mode règlement, Ref. facture. The rest is not.
    id: 'dolibarr_invoices',
    name: 'Dolibarr · factures clients',
    certainty: 'partly_checked',
    kind: 'open_items',
    marks: ['Réf. facture', 'Reste à encaisser', 'Date facturation', 'Date limite règlement'],
    required: [
      ['customer_name', ['Tiers', 'Nom société', 'Société', 'Nom du tiers']],
      ['document_number', ['Réf. facture', 'Réf.', 'Réf. Facture']],
      ['document_date', ['Date facturation', 'Date de facturation']],
      ['due_date', ['Date échéance', "Date d'échéance", 'Date limite règlement', 'Échéance']],
      ['open_amount', ['Reste à encaisser', 'Reste à payer', 'Créance', 'Impayé']],
    ],
    optional: [
      ['customer_code', ['Code client', 'Code comptable client', 'Id société']],
      ['amount', ['Total TTC', 'Montant TTC']],
      ['paid_amount', ['Déjà réglé', 'Réglé', 'Reçu']],
      ['payment_method', ['Mode règlement', 'Mode de règlement']],
      ['terms', ['Conditions de règlement', 'Condition de règlement']],
      ['city', ['Ville']],
      ['postal_code', ['Code postal']],
      ['siren', ['SIREN']],
      ['siret', ['SIRET']],
    ],
  },
  {
    // Meant for the list of customer invoices (account.move), in English or French.
    id: 'odoo_invoices',
    name: 'Odoo · factures clients',
    certainty: 'assumed',
    kind: 'open_items',
    marks: [
      'Amount Due Signed',
      'Montant dû signé',
      'Invoice Partner Display Name',
      "Nom d'affichage du partenaire de la facture",
      'Amount Due',
      'Montant dû',
      'Montant dû devise signé',
    ],
    required: [
      [
        'customer_name',
        [
          'Invoice Partner Display Name',
          "Nom d'affichage du partenaire de la facture",
          'Partner',
          'Partenaire',
          'Customer',
          'Client',
        ],
      ],
      ['document_number', ['Number', 'Numéro', 'Invoice']],
      ['due_date', ['Due Date', "Date d'échéance"]],
      [
        'open_amount',
        [
          'Amount Due Signed',
          'Montant dû signé',
          'Amount Due',
          'Montant dû',
          'Amount Due in Currency Signed',
          'Montant dû devise signé',
        ],
      ],
    ],
    optional: [
      ['document_date', ['Invoice/Bill Date', 'Invoice Date', 'Date de facturation', 'Date']],
      ['amount', ['Total Signed', 'Total signé', 'Total', 'Total in Currency Signed']],
      ['customer_code', ['Partner/Reference', 'Customer/Reference', 'Partenaire/Référence']],
      ['label', ['Reference', 'Référence']],
      ['currency', ['Currency', 'Devise']],
      ['rep_code', ['Salesperson', 'Vendeur']],
    ],
  },
];

export interface PresetMatch {
  readonly preset: TablePreset;
  readonly fields: ReadonlyMap<number, TableField>;
}

/** The preset whose headers these are; the one that names most columns when several do. */
export function findPreset(columns: readonly SniffedColumn[]): PresetMatch | null {
  let best: PresetMatch | null = null;
  for (const preset of TABLE_PRESETS) {
    const fields = fieldsUnder(preset, columns);
    if (fields !== null && fields.size > (best?.fields.size ?? 0)) best = { preset, fields };
  }
  return best;
}

function fieldsUnder(
  preset: TablePreset,
  columns: readonly SniffedColumn[],
): ReadonlyMap<number, MappedColumn['field']> | null {
  if (!preset.marks.some((mark) => columns.some(({ header }) => isHeader(header, mark)))) {
    return null;
  }
  const fields = new Map<number, TableField>();
  for (const [isRequired, wanted] of [
    [true, preset.required],
    [false, preset.optional],
  ] as const) {
    for (const [field, headers] of wanted) {
      const column = columnNamed(columns, headers, fields);
      if (column !== null) fields.set(column, field);
      else if (isRequired) return null;
    }
  }
  return fields;
}

/** The free column that has the first of these headers. */
function columnNamed(
  columns: readonly SniffedColumn[],
  headers: readonly string[],
  taken: ReadonlyMap<number, TableField>,
): number | null {
  for (const wanted of headers) {
    const found = columns.find(
      ({ header, columnIndex }) => !taken.has(columnIndex) && isHeader(header, wanted),
    );
    if (found !== undefined) return found.columnIndex;
  }
  return null;
}

function isHeader(header: string, wanted: string): boolean {
  const written = headerWords(header).split(' ');
  const words = headerWords(wanted).split(' ');
  return (
    written.length === words.length &&
    words.every((word, index) => word !== '' && isWord(written[index] ?? '', word))
  );
}
