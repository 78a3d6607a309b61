/**
 * Who the customer of a line is.
 *
 *  1. `CompAuxNum` where it is filled: that is the customer's code.
 *  2. Otherwise, on a collective account (« Clients ») with a name in `CompAuxLib`, a key made of
 *     account and name: `411000:DUPONT SARL`. It depends on nothing but the line, so that next
 *     year's file gives the same.
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
}

/** Words that stand in `CompAuxLib` without naming anybody. */
const NO_NAME =
  /^(clients?|a nouveaux?|reports? a nouveaux?|ran|ventes?|achats?|banques?|caisses?|divers|od|tva)$/;

export function customerOf(line: LineParty): CustomerIdentity {
  const account = line.ledgerAccountCode;
  if (line.auxiliaryCode !== '') {
    return { customerCode: line.auxiliaryCode, name: line.auxiliaryLabel || null };
  }
  const words = plainWords(line.auxiliaryLabel);
  const isNamed = words !== '' && !NO_NAME.test(words);
  const isCollective = isCollectiveLabel(line.ledgerAccountLabel);
  if (isNamed && isCollective && words !== plainWords(line.ledgerAccountLabel)) {
    return { customerCode: `${account}:${words.toUpperCase()}`, name: line.auxiliaryLabel };
  }
  return { customerCode: account, name: line.ledgerAccountLabel || null };
}

const TECHNICAL =
  /\b(fact(ures?)?|fac|fa|avoirs?|av|reglt?s?|reglements?|rgt|virements?|vir(t|st)?|cheques?|chq|ch|cb|rc|lcr|prelevements?|prlv|prel|acomptes?|soldes?|remises?|effets?|nouveaux?|report|ran|clients?|du|de|des|la|le|les|au|aux|no|num|ref|sepa|web|a|et)\b/g;

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
