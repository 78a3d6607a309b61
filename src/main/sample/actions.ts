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
  | { readonly kind: 'flag'; readonly flag: 'isVip' | 'isWatched' | 'isDoNotChase' }
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
  debts.forEach((debt, index) => actions.push(...actionsOn(debt, index, today, random)));
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

function actionsOn(debt: Debt, index: number, today: CalendarDate, random: Random): SampleAction[] {
  const { customer, late } = debt;
  const on = (daysAgo: number) => workingDayBefore(addDays(today, -daysAgo));
  const numbers = late.map((document) => document.number);
  const base = { customerCode: customer.code };
  const call = {
    ...base,
    kind: 'call' as const,
    documents: numbers,
    promise: null,
    callBackOn: null,
  };
  switch (index % 16) {
    case 0:
      return [
        {
          ...call,
          day: on(26),
          outcome: 'promise',
          comment: 'Règlement annoncé par virement, accord de la direction.',
          promise: { promisedFor: on(11), amountCents: ratioOf(debt.cents, 1, 2) },
        },
      ];
    case 1:
      return [
        { ...call, day: on(13), outcome: 'voicemail', comment: '' },
        {
          ...call,
          day: on(6),
          outcome: 'promise',
          comment: 'Paiera en fin de semaine prochaine.',
          promise: { promisedFor: addDays(today, random.whole(-2, 18)), amountCents: debt.cents },
        },
      ];
    case 2:
      return [
        disputeOf(debt, on(17), today, random),
        {
          ...base,
          kind: 'note',
          day: on(16),
          text: 'Bon de livraison transmis au service commercial pour vérification.',
        },
      ];
    case 3:
      return [
        {
          ...call,
          day: on(4),
          outcome: 'call_back',
          comment: 'Interlocutrice absente, rappeler.',
          callBackOn: today,
        },
      ];
    case 4:
      return [
        {
          ...base,
          kind: 'hold',
          day: on(20),
          reason: 'commercial',
          reviewOn: addDays(today, random.whole(-2, 40)),
          comment: 'Renégociation du contrat annuel en cours.',
        },
      ];
    case 5:
      return [
        { ...call, day: on(34), outcome: 'unreachable', comment: '' },
        { ...call, day: on(27), outcome: 'voicemail', comment: '' },
        { ...call, day: on(19), outcome: 'unreachable', comment: 'Standard saturé.' },
      ];
    case 6:
      return [
        {
          ...call,
          day: on(9),
          outcome: 'in_approval',
          comment: 'Bon à payer en attente de signature.',
        },
      ];
    case 7:
      return [
        {
          ...call,
          day: on(22),
          outcome: 'promise',
          comment: 'Promet un acompte.',
          promise: { promisedFor: on(8), amountCents: ratioOf(debt.cents, 1, 3) },
        },
        { ...base, kind: 'flag', day: on(8), flag: 'isWatched' },
      ];
    case 8:
      return [
        {
          ...call,
          day: on(3),
          outcome: 'duplicate_requested',
          comment: 'Duplicata demandé, envoyé par courriel.',
        },
      ];
    case 9:
      return customer.profile === 'key_account'
        ? [{ ...base, kind: 'flag', day: on(60), flag: 'isVip' }]
        : [];
    default:
      return [];
  }
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
