/** Why an item brings what it brings to a week of the likely forecast, in one short sentence. */
import type { CashSource } from '../domain/forecast/expected-cash.ts';
import type { Language } from '../format/language.ts';
import { formatCount } from '../format/number.ts';
import { bilingual } from './bilingual.ts';

export interface CashReason {
  readonly slot: string;
  /** On what its one likely day stands; null where the item stands apart. */
  readonly source: CashSource | null;
  /** How often his promises are kept, 0 to 1. */
  readonly reliability: number;
  readonly isPromised: boolean;
  readonly isDisputed: boolean;
  readonly disputeDays: number;
  readonly isLate: boolean;
  /** As it would be under what is supposed. */
  readonly isSupposed: boolean;
  /** Typed with the day. */
  readonly reason: string;
}

const words = bilingual({
  fr: {
    supposed: 'Simulation',
    typed: (reason: string) => `Date saisie : ${reason}`,
    promised: (share: string) => `Promesse du client (ses promesses sont tenues à ${share} %)`,
    disputed: (days: string) =>
      `Litige : encore ${days} j pour le résoudre, d’après les précédents`,
    late: 'Déjà échue : d’après ses règlements passés une fois en retard',
    habit: 'D’après ses règlements passés',
    never: 'Part qui ne sera pas réglée d’ici un an, d’après le passé',
    undated: 'Sans échéance : solde d’ouverture',
    credits: 'Avoir ou règlement à affecter',
    apart: 'Effet, retenue, acompte ou créance douteuse : hors prévision',
  },
  en: {
    supposed: 'Simulation',
    typed: (reason: string) => `Date typed by hand: ${reason}`,
    promised: (share: string) => `Promised by the customer (who keeps ${share}% of his promises)`,
    disputed: (days: string) => `Dispute: ${days} more days to solve it, judging by earlier ones`,
    late: 'Already overdue: as his late invoices were paid before',
    habit: 'As his invoices were paid before',
    never: 'Share that will not be paid within a year, judging by the past',
    undated: 'No due date: opening balance',
    credits: 'Credit note or payment to allocate',
    apart: 'Bill, retention, deposit or doubtful debt: not forecast',
  },
});

/** The sentence of one item in one slot. */
export function cashReasonSentence(of: CashReason, language: Language): string {
  const own = words[language];
  if (of.slot === 'undated' || of.slot === 'credits' || of.slot === 'apart') return own[of.slot];
  if (of.isSupposed) return own.supposed;
  if (of.source === 'typed') return own.typed(of.reason);
  if (of.slot === 'never') return own.never;
  const count = (value: number) => formatCount(Math.round(value), { language });
  if (of.isPromised) return own.promised(count(of.reliability * 100));
  if (of.isDisputed) return own.disputed(count(of.disputeDays));
  return of.isLate ? own.late : own.habit;
}
