/**
 * What a customer account (41x) is used for, proposed from its number and its label.
 *
 * The proposal is confirmed once by a person. The number alone says little: real books hold
 * `411600000 CLIENTS INTRA` and `411000320 CLIENTS 31/03/2020`, so a label that says something
 * wins over the number, and only then does the chart of accounts speak (PCG art. 932-1:
 * 413 bills, 416 doubtful, 4117 retentions, 418 to invoice, 419 deposits).
 *
 * A label may be the name of a company: « Effet Nature », « Groupe Martin ». Words that also occur
 * in names are believed only when the label is that of a collective account (« Clients … ») or says
 * nothing else; phrases that no company bears are believed anywhere.
 */
import { plainWords } from './label-words.ts';

export const ACCOUNT_ROLES = [
  'ordinary',
  'bill',
  'doubtful',
  'retention',
  'to_invoice',
  'deposit',
  'group',
  'rounding',
  'sundry',
  'other',
] as const;
/** Only `ordinary` is chased; the others keep their own verdict. */
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** Said by no company name: believed wherever they stand. */
const PHRASES: readonly (readonly [AccountRole, RegExp])[] = [
  ['group', /\b(intra ?(groupe?s?|gpe|co)?|inter ?co(mpany)?|societes? liees?|parties? liees?)\b/],
  ['retention', /\bretenues?( de)? garanties?\b|\bretenues? (de )?gar\b/],
  ['bill', /\beffets? (a |de )?(recevoir|commerce|portefeuille|escomptes?)\b|\beffets? accep/],
  ['to_invoice', /\b(factures?|fact|avoirs?|prestations?) a (etablir|emettre)\b|\ba facturer\b/],
  [
    'to_invoice',
    /\bnon (encore )?factur|\bproduits? a recevoir\b|\b(rrr|rabais|ristournes?) a accorder/,
  ],
  ['deposit', /\b(avances?|acomptes?) (et|sur|recu?s?|vers)|\bacomptes? clients?\b/],
  ['doubtful', /\b(clients?|creances?) (douteu|litig|contentieu|irrecouv)|\bdouteux\b/],
  ['rounding', /\becarts? (de )?(reglements?|lettrages?|conversion|automatiques?|arrondis?)\b/],
  ['sundry', /\b(clients?|clts?|cl) (divers|de passage|passage|comptoir|comptant|occasionnels?)\b/],
];

/** Also words of company names: believed in the label of a collective account, or alone. */
const WORDS: readonly (readonly [AccountRole, RegExp])[] = [
  ['group', /\b(groupe|filiales?|interne|associes?|etablissements? secondaires?)\b/],
  ['retention', /\b(retenues?|rg|garanties?)\b/],
  ['bill', /\b(effets?|lcr|traites?|billets? a ordre|bor)\b/],
  ['to_invoice', /\b(a etablir|fae|aae)\b/],
  ['deposit', /\b(avances?|acomptes?|arrhes)\b/],
  ['doubtful', /\b(douteu\w*|litig\w*|contentieu\w*|irrecouvrables?|impayes?)\b/],
  ['rounding', /\b(ecarts?|arrondis?|centimes|differences?)\b/],
  [
    'sundry',
    /\b(divers(es)?|passage|comptoir|comptant|particuliers?|occasionnels?|ponctuels?|anonymes?)\b/,
  ],
];

const BY_NUMBER: readonly (readonly [string, AccountRole])[] = [
  ['410', 'ordinary'],
  ['411', 'ordinary'],
  ['413', 'bill'],
  ['416', 'doubtful'],
  ['417', 'to_invoice'],
  ['418', 'to_invoice'],
  ['419', 'deposit'],
];

/** The role a customer account most likely has; `other` where nothing tells. */
export function proposeRole(account: {
  readonly code: string;
  readonly label: string;
}): AccountRole {
  const words = plainWords(account.label);
  const said = roleSaidBy(words);
  if (said !== null) return said;
  // Individual accounts are often numbered 411 + rank: 4117 means retention only as a collective.
  if (/^4117\D*0*$/.test(account.code)) return 'retention';
  const byNumber = BY_NUMBER.find(([prefix]) => account.code.startsWith(prefix));
  if (byNumber !== undefined) return byNumber[1];
  return account.code.startsWith('412') && isCollectiveWords(words) ? 'ordinary' : 'other';
}

/** True for the label of an account that gathers customers: « Clients », « CLIENTS 31/03/2020 ». */
export function isCollectiveLabel(label: string): boolean {
  return isCollectiveWords(plainWords(label));
}

/**
 * True where the label names no debtor but a crowd: « Clients divers », « Passage », « Comptoir ».
 */
export function isSundryLabel(label: string): boolean {
  return roleSaidBy(plainWords(label)) === 'sundry';
}

function roleSaidBy(words: string): AccountRole | null {
  const phrase = PHRASES.find(([, form]) => form.test(words));
  if (phrase !== undefined) return phrase[0];
  const isCollective = isCollectiveWords(words);
  const word = WORDS.find(([, form]) => {
    const found = form.exec(words);
    return found !== null && (isCollective || found[0] === words);
  });
  return word === undefined ? null : word[0];
}

function isCollectiveWords(words: string): boolean {
  const heads = 'clients|clts|creances|debiteurs|collectif|41\\d*';
  const before = 'cptes?|comptes?|collectifs?|autres|total';
  return new RegExp(`^((${before}) )*(${heads})\\b`).test(words) || words === 'client';
}
