/**
 * The sample company as files of an accounting package: a FEC, a table of customers and a table of
 * contacts. They go in by the same road as anybody's, so that what the sample shows is what the
 * intake makes of it.
 */

import names from '../../../resources/sample/names.json' with { type: 'json' };
import { formatCents } from '../../shared/format/amount.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { type Cents, ratioOf } from '../../shared/kernel/cents.ts';
import type { SampleCustomer } from './customers.ts';
import type { SampleMovement } from './invoices.ts';
import type { Random } from './random.ts';

const HEADER = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
  'DateLimitReglmt',
];

const JOURNALS = {
  sale: ['VE', 'Ventes'],
  cash_sale: ['VE', 'Ventes'],
  credit_note: ['VE', 'Ventes'],
  receipt: ['BQ', 'Banque'],
  refund: ['BQ', 'Banque'],
  reject: ['BQ', 'Banque'],
  opening: ['AN', 'A nouveaux'],
  deposit: ['BQ', 'Banque'],
} as const;

/** The FEC of the sample: tab-separated, CRLF, comma decimals, with Dolibarr's due-date column. */
export function fecOf(movements: readonly SampleMovement[]): string {
  const rows = [HEADER.join('\t')];
  movements.forEach((movement, index) => {
    const [journal, label] = JOURNALS[movement.kind];
    const number = String(index + 1);
    const row = (account: readonly [string, string], amount: Cents, isCustomer: boolean) =>
      [
        journal,
        label,
        number,
        compact(movement.date),
        account[0],
        account[1],
        isCustomer ? movement.customer.code : '',
        isCustomer ? movement.customer.name : '',
        movement.documentNumber,
        compact(movement.date),
        movement.label,
        amount > 0 ? plain(amount) : '0,00',
        amount < 0 ? plain(-amount) : '0,00',
        isCustomer ? (movement.letter ?? '') : '',
        '',
        compact(movement.date),
        '',
        '',
        isCustomer && movement.dueDate !== null ? compact(movement.dueDate) : '',
      ].join('\t');
    const account =
      movement.kind === 'deposit'
        ? (['419100', 'Clients - avances et acomptes'] as const)
        : (['411000', 'Clients'] as const);
    rows.push(row(account, movement.amountCents, true));
    for (const [other, amount] of counterpartsOf(movement)) rows.push(row(other, amount, false));
  });
  return `${rows.join('\r\n')}\r\n`;
}

function counterpartsOf(
  movement: SampleMovement,
): readonly (readonly [readonly [string, string], Cents])[] {
  const amount = -movement.amountCents;
  if (
    movement.kind === 'sale' ||
    movement.kind === 'cash_sale' ||
    movement.kind === 'credit_note'
  ) {
    const vat = ratioOf(amount, 1, 6);
    return [
      [['707000', 'Ventes de marchandises'], amount - vat],
      [['445710', 'TVA collectée'], vat],
    ];
  }
  if (movement.kind === 'opening') return [[['890000', "Bilan d'ouverture"], amount]];
  return [[['512000', 'Banque'], amount]];
}

/** The table of customers, as a package exports it. */
export function customersTableOf(customers: readonly SampleCustomer[]): string {
  const header = [
    'Code client',
    'Raison sociale',
    'SIREN',
    'Adresse',
    'Code postal',
    'Ville',
    'Conditions de règlement',
    'Mode de règlement',
    'Commercial',
    'Agence',
    'Secteur',
    'Profil',
    'Encours autorisé',
    'E-mail',
    'Téléphone',
  ];
  const methods = {
    transfer: 'Virement',
    cheque: 'Chèque',
    direct_debit: 'Prélèvement',
    bill: 'LCR',
  };
  const profiles = {
    key_account: 'Grand compte',
    sme: 'PME',
    sole_trader: 'Indépendant',
    consumer: 'Particulier',
    public: 'Public',
    group: 'Groupe',
  };
  const rows = customers.map((customer) => [
    customer.code,
    customer.name,
    customer.siren,
    customer.hasAddress ? customer.street : '',
    customer.hasAddress ? customer.postalCode : '',
    customer.hasAddress ? customer.city : '',
    customer.termsLabel,
    methods[customer.paymentMethod],
    customer.repCode,
    customer.agencyCode,
    customer.sector,
    profiles[customer.profile],
    customer.creditLimitCents === null ? '' : plain(customer.creditLimitCents),
    customer.hasEmail ? `compta@${slugOf(customer)}.example` : '',
    customer.hasPhone ? phoneOf(customer) : '',
  ]);
  return tableOf([header, ...rows]);
}

/** The table of contacts: one accounting contact for most, a second person for the larger ones. */
export function contactsTableOf(customers: readonly SampleCustomer[], random: Random): string {
  const rows: string[][] = [];
  for (const customer of customers) {
    if (!(customer.hasEmail || customer.hasPhone)) continue;
    const roles =
      customer.profile === 'key_account' ? ['Comptabilité', 'Direction'] : ['Comptabilité'];
    for (const role of roles) {
      const first = random.pick(names.firstNames);
      const last = random.pick(names.lastNames);
      rows.push([
        customer.code,
        `${first} ${last}`,
        role,
        customer.hasEmail ? `${slug(first)}.${slug(last)}@${slugOf(customer)}.example` : '',
        customer.hasPhone ? phoneOf(customer) : '',
      ]);
    }
  }
  return tableOf([['Code client', 'Contact', 'Fonction', 'E-mail', 'Téléphone'], ...rows]);
}

function tableOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((cell) => quoted(cell)).join(';'));
  return `${lines.join('\r\n')}\r\n`;
}

function plain(amount: Cents): string {
  return formatCents(amount, { style: 'plain', currency: null });
}

function compact(date: CalendarDate): string {
  return date.replaceAll('-', '');
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function slugOf(customer: SampleCustomer): string {
  return slug(customer.name).slice(0, 30).replace(/-$/, '');
}

/** Numbers of the range that ARCEP keeps free for works of fiction: 05 36 49 xx xx. */
function phoneOf(customer: SampleCustomer): string {
  const digits = customer.code.replace(/\D/g, '').padStart(4, '0');
  return `05 36 49 ${digits.slice(0, 2)} ${digits.slice(2)}`;
}

function quoted(cell: string): string {
  return /[;"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
