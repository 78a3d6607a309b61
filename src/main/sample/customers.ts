/**
 * The customers of the sample company: every profile, every way of paying, some awkward cases
 * (no address, long names, no contact), so that each screen has something true to show.
 */

import names from '../../../resources/sample/names.json' with { type: 'json' };
import type { PaymentTerms } from '../../shared/domain/terms/payment-terms.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import type { Random } from './random.ts';

/** How a customer of the sample pays. */
export type Behaviour = 'good' | 'occasional' | 'chronic' | 'declining' | 'newcomer';

export interface SampleCustomer {
  readonly code: string;
  readonly name: string;
  readonly profile: 'key_account' | 'sme' | 'sole_trader' | 'consumer' | 'public' | 'group';
  readonly behaviour: Behaviour;
  readonly repCode: string;
  readonly agencyCode: string;
  readonly sector: string;
  readonly postalCode: string;
  readonly city: string;
  readonly street: string;
  readonly siren: string;
  readonly terms: PaymentTerms;
  readonly termsLabel: string;
  readonly paymentMethod: 'transfer' | 'cheque' | 'direct_debit' | 'bill';
  /** Pays in round amounts that name no invoice: for the accountant to letter first. */
  readonly paysInLumps: boolean;
  /** Invoices a month, on average. */
  readonly pace: number;
  /** Typical invoice, TTC. */
  readonly typicalCents: Cents;
  readonly creditLimitCents: Cents | null;
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
  readonly hasAddress: boolean;
  readonly hasDueDates: boolean;
}

const TERMS: readonly (readonly [PaymentTerms, string, number])[] = [
  [{ unit: 'days', count: 30, endOfMonth: 'none', dayOfMonth: null }, '30 jours net', 5],
  [{ unit: 'days', count: 45, endOfMonth: 'after', dayOfMonth: null }, '45 jours fin de mois', 3],
  [{ unit: 'days', count: 60, endOfMonth: 'none', dayOfMonth: null }, '60 jours net', 3],
  [
    { unit: 'days', count: 30, endOfMonth: 'after', dayOfMonth: 10 },
    '30 jours fin de mois le 10',
    1,
  ],
];

const BEHAVIOURS: readonly (readonly [Behaviour, number])[] = [
  ['good', 52],
  ['occasional', 26],
  ['chronic', 10],
  ['declining', 6],
  ['newcomer', 6],
];

/** The largest customers make half of the amounts: how each pays is not left to chance. */
const KEY_ACCOUNT_BEHAVIOURS: readonly Behaviour[] = [
  'good',
  'occasional',
  'good',
  'declining',
  'good',
  'occasional',
  'chronic',
  'good',
  'occasional',
];

const LUMP_PAYERS: readonly number[] = [24, 61, 103];

/** About 150 customers. */
export function sampleCustomers(random: Random): SampleCustomer[] {
  const taken = new Set<string>();
  const customers: SampleCustomer[] = [];
  for (let number = 1; number <= 138; number += 1) {
    customers.push(businessOf(random, number, taken));
  }
  names.publicBuyers.forEach((name, index) => {
    customers.push({ ...businessOf(random, 139 + index, taken), name, ...PUBLIC_TRAITS });
  });
  customers.push({ ...businessOf(random, 145, taken), ...GROUP_TRAITS });
  return customers;
}

const PUBLIC_TRAITS = {
  profile: 'public',
  sector: 'public',
  behaviour: 'occasional',
  paymentMethod: 'transfer',
  terms: { unit: 'days', count: 30, endOfMonth: 'none', dayOfMonth: null },
  termsLabel: '30 jours net',
  creditLimitCents: null,
} as const;

const GROUP_TRAITS = {
  name: 'Vauclair Transports (groupe)',
  profile: 'group',
  sector: 'groupe',
  behaviour: 'good',
} as const;

function businessOf(random: Random, number: number, taken: Set<string>): SampleCustomer {
  const isKeyAccount = number <= KEY_ACCOUNT_BEHAVIOURS.length;
  const isSoleTrader = !isKeyAccount && random.chance(0.22);
  const [trade, sector] = random.pick(names.trades);
  const [repCode, agencyCode] = random.pick(names.reps);
  const [postalCode, city] = random.pick(names.cities);
  const [terms, termsLabel] = weighted(random, TERMS);
  const [behaviour] = weighted(random, BEHAVIOURS);
  const typical = isKeyAccount
    ? random.bell(1_150_000, 260_000)
    : isSoleTrader
      ? random.bell(62_000, 18_000)
      : random.bell(240_000, 75_000);
  const typicalCents = Math.max(9_000, Math.round(typical));
  return {
    code: `C${String(number).padStart(4, '0')}`,
    name: nameOf(random, { trade: trade ?? '', isKeyAccount, isSoleTrader }, taken),
    profile: isKeyAccount ? 'key_account' : isSoleTrader ? 'sole_trader' : 'sme',
    behaviour: KEY_ACCOUNT_BEHAVIOURS[number - 1] ?? behaviour,
    repCode: repCode ?? '',
    agencyCode: agencyCode ?? '',
    sector: sector ?? '',
    postalCode: postalCode ?? '',
    city: city ?? '',
    street: `${random.whole(1, 120)} ${random.pick(names.streets)}`,
    siren: sirenOf(random),
    terms,
    termsLabel,
    paymentMethod: random.pick([
      'transfer',
      'transfer',
      'transfer',
      'cheque',
      'direct_debit',
      'bill',
    ] as const),
    paysInLumps: LUMP_PAYERS.includes(number),
    pace: isKeyAccount ? 3.2 : isSoleTrader ? 0.8 : 1.2,
    typicalCents,
    creditLimitCents: random.chance(0.55) ? roundUp(typicalCents * random.whole(4, 9)) : null,
    hasEmail: random.chance(0.88),
    hasPhone: random.chance(0.84),
    hasAddress: random.chance(0.94),
    hasDueDates: random.chance(0.92),
  };
}

function nameOf(
  random: Random,
  kind: { trade: string; isKeyAccount: boolean; isSoleTrader: boolean },
  taken: Set<string>,
): string {
  for (;;) {
    const owner = random.pick(names.owners);
    const place = random.pick(names.places);
    const name = kind.isSoleTrader
      ? `${kind.trade} ${owner}`
      : `${kind.trade} ${place} ${kind.isKeyAccount ? 'SA' : random.pick(names.forms)}`;
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
}

/** A number with a true Luhn key, as a SIREN has; its first digit 9 keeps it out of common use. */
function sirenOf(random: Random): string {
  const head = `9${String(random.whole(0, 9_999_999)).padStart(7, '0')}`;
  const sum = [...head].reduce((total, digit, index) => {
    const value = Number.parseInt(digit, 10) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${head}${(10 - (sum % 10)) % 10}`;
}

function weighted<Entry extends readonly [...unknown[], number]>(
  random: Random,
  entries: readonly Entry[],
): Entry {
  const weightOf = (entry: Entry) => entry[entry.length - 1] as number;
  let draw = random.next() * entries.reduce((sum, entry) => sum + weightOf(entry), 0);
  for (const entry of entries) {
    draw -= weightOf(entry);
    if (draw < 0) return entry;
  }
  return random.pick(entries);
}

function roundUp(amount: Cents): Cents {
  return Math.ceil(amount / 100_000) * 100_000;
}
