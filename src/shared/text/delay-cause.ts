/** Causes of delay in words: their names, who must end each, the form that notes one. */
import { type CauseSide, type DelayCause, sideOfCause } from '../domain/payer/delay-cause.ts';
import type { Language } from '../format/language.ts';
import { bilingual } from './bilingual.ts';
import { counted } from './counted.ts';

interface ToldCause {
  readonly cause: string;
  readonly owner: string;
  /** Counted and named. */
  readonly items: string;
  readonly amount: string;
  readonly day: string;
}

export const delayCauseText = bilingual({
  fr: {
    names: {
      oversight: 'Oubli',
      administrative: 'Administratif',
      dispute: 'Litige',
      cash: 'Trésorerie',
      deliberate: 'Délibéré',
      ours: 'De notre fait',
    } as Readonly<Record<DelayCause, string>>,
    sides: { customer: 'Le client', us: 'Nous' } as Readonly<Record<CauseSide, string>>,
    /** Within a sentence. */
    within: { customer: 'le client', us: 'nous' } as Readonly<Record<CauseSide, string>>,
    notSaid: 'Cause non dite',
    nobody: 'Sans responsable',
    title: 'Cause du retard',
    cause: 'Cause du retard',
    none: 'Non dite',
    owner: 'À lever par',
    noted: 'Cause du retard notée.',
    menu: 'Cause du retard…',
    column: 'Cause',
    note:
      'Sur les pièces cochées, ou sur tout le client sans pièce cochée. Elle donne son ton aux ' +
      'relances.',
    sentence: ({ cause, owner, items, amount, day }: ToldCause) =>
      `${cause} (à lever par ${owner}) : ${items} pour ${amount}, dit le ${day}`,
    items: (count: string) => counted.fr(count, 'pièce échue', 'pièces échues'),
    pareto: 'Causes de retard',
  },
  en: {
    names: {
      oversight: 'Oversight',
      administrative: 'Administrative',
      dispute: 'Dispute',
      cash: 'Cash',
      deliberate: 'Deliberate',
      ours: 'Our doing',
    },
    sides: { customer: 'The customer', us: 'We' },
    within: { customer: 'the customer', us: 'us' },
    notSaid: 'No cause told',
    nobody: 'Nobody named',
    title: 'Cause of the delay',
    cause: 'Cause of the delay',
    none: 'Not told',
    owner: 'To be ended by',
    noted: 'Cause of the delay noted.',
    menu: 'Cause of the delay…',
    column: 'Cause',
    note:
      'On the ticked items, or on the whole customer when none is ticked. It sets the tone of ' +
      'reminders.',
    sentence: ({ cause, owner, items, amount, day }) =>
      `${cause} (to be ended by ${owner}): ${items} for ${amount}, told on ${day}`,
    items: (count) => counted.en(count, 'overdue item', 'overdue items'),
    pareto: 'Causes of delay',
  },
});

/** The side of a cause, as a key that no name can be. */
const SIDE_MARK = '#';

/** Who must end a delay, as a key to group by: the person named, else the side of the cause. */
export function causeOwnerKey(held: { readonly cause: DelayCause; readonly owner: string }) {
  return held.owner === '' ? `${SIDE_MARK}${sideOfCause(held.cause)}` : held.owner;
}

/** That key in words. */
export function causeOwnerLabel(key: string, language: Language): string {
  const words = delayCauseText[language];
  if (key === '') return words.nobody;
  if (!key.startsWith(SIDE_MARK)) return key;
  return words.sides[key === `${SIDE_MARK}us` ? 'us' : 'customer'];
}

/** A cause as a key, in words; empty where none was told. */
export function causeLabel(key: string, language: Language): string {
  const words = delayCauseText[language];
  return key === '' ? words.notSaid : words.names[key as DelayCause];
}
