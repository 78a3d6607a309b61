/**
 * What the credit manager of the sample company did in the last weeks: calls, promises kept and
 * broken, disputes, stops, notes. Told by customer code and document number, in order of day.
 */

import type { CallOutcome } from '../../shared/contract/actions.ts';
import {
  addDays,
  type CalendarDate,
  daysBetween,
  weekdayOf,
} from '../../shared/kernel/calendar-date.ts';
import { type Cents, ratioOf, sumCents } from '../../shared/kernel/cents.ts';
import type { SampleCustomer } from './customers.ts';
import type { SampleDocument } from './invoices.ts';
import type { Random } from './random.ts';

export type SampleAction = { readonly day: CalendarDate; readonly customerCode: string } & (
  | {
      readonly kind: 'call';
      readonly outcome: CallOutcome;
      readonly comment: string;
      readonly documents: readonly string[];
      readonly promise: { readonly promisedFor: CalendarDate; readonly amountCents: Cents } | null;
      readonly callBackOn: CalendarDate | null;
    }
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'hold';
      readonly reason: 'commercial' | 'in_negotiation' | 'our_error';
      readonly reviewOn: CalendarDate;
      readonly comment: string;
    }
  | {
      readonly kind: 'dispute';
      readonly reason: 'quantity' | 'price' | 'quality' | 'not_delivered';
      readonly document: string;
      readonly amountCents: Cents;
      readonly owner: string;
      readonly answerBy: CalendarDate;
      readonly comment: string;
    }
  | { readonly kind: 'flag'; readonly flag: 'isVip' | 'isDoNotChase' }
  | { readonly kind: 'watch'; readonly reason: string; readonly reviewOn: CalendarDate }
);

interface Debt {
  readonly customer: SampleCustomer;
  readonly late: readonly SampleDocument[];
  readonly cents: Cents;
}

/** The actions of about two months, given what is late on the bank's date. */
export function sampleActions(
  documents: readonly SampleDocument[],
  today: CalendarDate,
  random: Random,
): SampleAction[] {
  const debts = debtsOf(documents, today);
  const actions: SampleAction[] = [];
  for (const [index, debt] of debts.entries()) {
    actions.push(...actionsOn(debt, index, today, random));
  }
  actions.push(...keptPromises(documents, today, random));
  return actions
    .filter((action) => action.day < today)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Customers who owe late amounts, largest first. */
function debtsOf(documents: readonly SampleDocument[], today: CalendarDate): Debt[] {
  const byCode = new Map<string, SampleDocument[]>();
  for (const document of documents) {
    if (document.openCents <= 0 || document.dueDate >= today) continue;
    const list = byCode.get(document.customer.code) ?? [];
    list.push(document);
    byCode.set(document.customer.code, list);
  }
  return [...byCode.values()]
    .flatMap((late) =>
      late[0] === undefined
        ? []
        : [
            {
              customer: late[0].customer,
              late,
              cents: sumCents(late.map((document) => document.openCents)),
            },
          ],
    )
    .sort((a, b) => b.cents - a.cents);
}

/** What a story of one debt is told with. */
interface Scene {
  readonly debt: Debt;
  readonly today: CalendarDate;
  readonly random: Random;
  /** How many debtors had this story before. */
  readonly turn: number;
  /** The working day so many days ago. */
  on(daysAgo: number): CalendarDate;
  call(
    daysAgo: number,
    outcome: CallOutcome,
    comment?: string,
    then?: Partial<Pick<ActionOf<'call'>, 'promise' | 'callBackOn'>>,
  ): SampleAction;
}

type ActionOf<Kind extends SampleAction['kind']> = Extract<SampleAction, { kind: Kind }>;

/** One story a debtor in turn; the places left over are debtors whom nobody has called yet. */
const STORIES: readonly ((scene: Scene) => SampleAction[])[] = [
  ({ call, debt, on }) => [
    call(26, 'promise', 'Règlement annoncé par virement, accord de la direction.', {
      promise: { promisedFor: on(11), amountCents: ratioOf(debt.cents, 1, 2) },
    }),
  ],
  ({ call, debt, today, random }) => [
    call(13, 'voicemail'),
    call(6, 'promise', 'Paiera en fin de semaine prochaine.', {
      promise: { promisedFor: addDays(today, random.whole(-2, 18)), amountCents: debt.cents },
    }),
  ],
  ({ debt, today, random, on }) => [
    disputeOf(debt, on(17), today, random),
    {
      kind: 'note',
      customerCode: debt.customer.code,
      day: on(16),
      text: 'Bon de livraison transmis au service commercial pour vérification.',
    },
  ],
  ({ call, today }) => [
    call(4, 'call_back', 'Interlocutrice absente, rappeler.', { callBackOn: today }),
  ],
  ({ debt, today, turn, on }) => [
    {
      kind: 'hold',
      customerCode: debt.customer.code,
      day: on(20),
      reason: 'commercial',
      reviewOn: addDays(today, REVIEW_IN_DAYS[turn % REVIEW_IN_DAYS.length] ?? 12),
      comment: 'Renégociation du contrat annuel en cours.',
    },
  ],
  ({ call }) => [
    call(34, 'unreachable'),
    call(27, 'voicemail'),
    call(19, 'unreachable', 'Standard saturé.'),
  ],
  ({ call }) => [call(9, 'in_approval', 'Bon à payer en attente de signature.')],
  ({ call, debt, on }) => [
    call(22, 'promise', 'Promet un acompte.', {
      promise: { promisedFor: on(8), amountCents: ratioOf(debt.cents, 1, 3) },
    }),
    {
      kind: 'watch',
      customerCode: debt.customer.code,
      day: on(8),
      reason: 'Promesse partielle : à suivre avant toute nouvelle commande.',
      reviewOn: addDays(on(8), 60),
    },
  ],
  ({ call }) => [call(3, 'duplicate_requested', 'Duplicata demandé, envoyé par courriel.')],
  ({ debt, on }) =>
    debt.customer.profile === 'key_account'
      ? [{ kind: 'flag', customerCode: debt.customer.code, day: on(60), flag: 'isVip' }]
      : [],
];
const STORY_PLACES = 16;
/** One stop past its review, one soon due, the others for later. */
const REVIEW_IN_DAYS = [-1, 25, 3, 12];

function actionsOn(debt: Debt, index: number, today: CalendarDate, random: Random): SampleAction[] {
  const on = (daysAgo: number) => workingDayBefore(addDays(today, -daysAgo));
  const call: Scene['call'] = (daysAgo, outcome, comment = '', then = {}) => ({
    kind: 'call',
    customerCode: debt.customer.code,
    day: on(daysAgo),
    outcome,
    comment,
    documents: debt.late.map((document) => document.number),
    promise: null,
    callBackOn: null,
    ...then,
  });
  const turn = Math.floor(index / STORY_PLACES);
  return STORIES[index % STORY_PLACES]?.({ debt, today, random, turn, on, call }) ?? [];
}

function disputeOf(
  debt: Debt,
  day: CalendarDate,
  today: CalendarDate,
  random: Random,
): SampleAction {
  const document = random.pick(debt.late);
  const reason = random.pick(['quantity', 'price', 'quality', 'not_delivered'] as const);
  const comments = {
    quantity: 'Deux palettes manquantes à la livraison.',
    price: 'Remise convenue absente de la facture.',
    quality: 'Lot de carrelage refusé à réception.',
    not_delivered: 'Livraison contestée, preuve demandée au transporteur.',
  };
  return {
    kind: 'dispute',
    day,
    customerCode: debt.customer.code,
    reason,
    document: document.number,
    amountCents: random.chance(0.5) ? document.openCents : ratioOf(document.openCents, 2, 5),
    owner: debt.customer.repCode,
    answerBy: addDays(today, random.whole(-4, 10)),
    comment: comments[reason],
  };
}

/** Promises that were kept: told of documents paid lately and late. */
function keptPromises(
  documents: readonly SampleDocument[],
  today: CalendarDate,
  random: Random,
): SampleAction[] {
  const paid = documents.filter(
    ({ openCents, lastPaidOn, dueDate }) =>
      openCents === 0 &&
      lastPaidOn !== null &&
      daysBetween(dueDate, lastPaidOn) > 12 &&
      daysBetween(lastPaidOn, today) < 75,
  );
  return paid
    .filter(() => random.chance(0.3))
    .flatMap((document) =>
      document.lastPaidOn === null
        ? []
        : [
            {
              kind: 'call' as const,
              day: workingDayBefore(addDays(document.lastPaidOn, -random.whole(5, 12))),
              customerCode: document.customer.code,
              outcome: 'promise' as const,
              comment: 'Date de règlement confirmée au téléphone.',
              documents: [document.number],
              promise: { promisedFor: document.lastPaidOn, amountCents: document.amountCents },
              callBackOn: null,
            },
          ],
    );
}

function workingDayBefore(date: CalendarDate): CalendarDate {
  const weekday = weekdayOf(date);
  return weekday >= 6 ? addDays(date, 5 - weekday) : date;
}
