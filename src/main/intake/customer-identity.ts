/**
 * Who the customer of a line is.
 *
 *  1. `CompAuxNum` where it is filled: that is the customer's code.
 *  2. Otherwise, on a collective account (« Clients ») with a name in `CompAuxLib`, a key made of
 *     account and name: `411000:DUPONT SARL`. It depends on nothing but the line, so that next
 *     year's file gives the same; only lines lettered across names move (`lettered-names.ts`).
 *  3. Otherwise the account: packages without auxiliaries open one per customer.
 *
 * A collective account left with neither number nor name gathers all customers under one code:
 * the summary says so (`isSharedAccount`) and nobody is chased on it.
 */
import { isCollectiveLabel } from '../../shared/domain/statement/account-role.ts';
import { plainWords } from '../../shared/domain/statement/label-words.ts';

export interface LineParty {
  readonly ledgerAccountCode: string;
  readonly ledgerAccountLabel: string;
  readonly auxiliaryCode: string;
  readonly auxiliaryLabel: string;
}

export interface CustomerIdentity {
  readonly customerCode: string;
  /** Null where the line names nobody. */
  readonly name: string | null;
  /** A collective account without a number: words of the line tell, or nothing does. */
  readonly isByWords: boolean;
}

/** Words that stand in `CompAuxLib` without naming anybody. */
const NO_NAMES: readonly RegExp[] = [
  /^(clients?|divers|ventes?|achats?|banques?|caisses?|od|tva)$/,
  /^(a nouveaux?|reports? a nouveaux?|ran)$/,
];

export function customerOf(line: LineParty): CustomerIdentity {
  const account = line.ledgerAccountCode;
  if (line.auxiliaryCode !== '') {
    const name = line.auxiliaryLabel || null;
    return { customerCode: line.auxiliaryCode, name, isByWords: false };
  }
  const words = plainWords(line.auxiliaryLabel);
  const isNamed = words !== '' && !NO_NAMES.some((form) => form.test(words));
  const isCollective = isCollectiveLabel(line.ledgerAccountLabel);
  if (isNamed && isCollective && words !== plainWords(line.ledgerAccountLabel)) {
    const customerCode = `${account}:${words.toUpperCase()}`;
    return { customerCode, name: line.auxiliaryLabel, isByWords: true };
  }
  const name = line.ledgerAccountLabel || null;
  return { customerCode: account, name, isByWords: isCollective };
}

/** Words of labels that name no party: documents, means of payment, small words. */
const TECHNICAL = new RegExp(
  `\\b(${[
    'fact(ures?)?|fac|fa|avoirs?|av|acomptes?|soldes?|remises?|effets?|ref|num|no',
    'reglt?s?|reglements?|rgt|virements?|vir(t|st)?|sepa|cheques?|chq|ch|cb|rc|lcr',
    'prelevements?|prlv|prel|nouveaux?|report|ran|clients?|web',
    'du|de|des|la|le|les|au|aux|a|et',
  ].join('|')})\\b`,
  'g',
);

/**
 * The party a label names, as far as words tell: « VIR DUPONT 0012 » and « Facture 12 Dupont »
 * give `dupont`. Empty where only technical words and numbers stand there.
 */
export function partyWordsOf(label: string): string {
  return plainWords(label)
    .replace(/[a-z]*\d[a-z0-9]*/g, ' ')
    .replace(TECHNICAL, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
