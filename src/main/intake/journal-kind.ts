/**
 * What a journal is for, proposed from its code, its label, and the accounts it moves.
 *
 * A label that says so wins: « BILAN D'OUVERTURE », « A nouveaux », « Ventes ». Banks are often
 * named (« CREDIT AGRICOLE », « LCL »), so a journal most of whose entries move account 512 is a
 * bank's, whatever its name.
 */
import { plainWords } from '../../shared/domain/statement/label-words.ts';

export type JournalKind = 'sales' | 'purchases' | 'bank' | 'cash' | 'opening' | 'misc';

const OPENING_CODE = /^(an|ano|anx|anv|ran|anouv|a nouv|ouv|nouv|bo)\d*$/;
const OPENING_LABEL =
  /\b(a|reports? a|reprise a) ?nouveaux?\b|\bnouveaux?$|\bouverture\b|\bbilan (de )?debut\b|^ran$/;

/** True for the journal that carries balances over from the year before. */
export function isOpeningJournal(code: string, label: string): boolean {
  const words = plainWords(label);
  if (words === '') return OPENING_CODE.test(plainWords(code));
  return OPENING_LABEL.test(words);
}

/** How many lines of a journal move each sort of account. */
export interface JournalMoves {
  readonly lines: number;
  readonly bankLines: number;
  readonly cashLines: number;
  readonly salesLines: number;
  readonly supplierLines: number;
  readonly expenseLines: number;
}

const LABELS: readonly (readonly [JournalKind, RegExp])[] = [
  [
    'misc',
    /\b(operations? diverses|od|inventaires?|situations?|paies?|salaires?|extra comptable)\b/,
  ],
  ['sales', /\b(ventes?|vte|vtes|facturation|factures? clients?)\b/],
  ['purchases', /\b(achats?|fournisseurs?|frais generaux)\b/],
  ['bank', /\b(banques?|bque|bq|caisse d ?epargne|cheques?|chequier|virements?|encaissements?)\b/],
  ['cash', /\b(caisses?|especes)\b/],
];

/** The kind a journal most likely has. */
export function proposeJournalKind(code: string, label: string, moves: JournalMoves): JournalKind {
  if (isOpeningJournal(code, label)) return 'opening';
  const words = plainWords(label);
  const said = LABELS.find(([, form]) => form.test(words));
  if (said !== undefined) return said[0];
  const share = (lines: number) => lines / Math.max(1, moves.lines);
  // A bank entry has two to four lines, one of them on the bank.
  if (share(moves.bankLines) > 0.2) return 'bank';
  if (share(moves.cashLines) > 0.2) return 'cash';
  if (share(moves.salesLines) > 0.2) return 'sales';
  return share(moves.supplierLines) > 0.15 && share(moves.expenseLines) > 0.2
    ? 'purchases'
    : 'misc';
}
