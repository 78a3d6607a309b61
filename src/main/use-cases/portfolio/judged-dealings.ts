/**
 * Promises and agreements of a customer judged together by what reached his account: a cent of
 * money serves one of them, and the money of a currency those of that currency.
 */
import {
  type Agreement,
  type JudgedAgreement,
  judgeAgreement,
  partsAsPromises,
} from '../../../shared/domain/agreement/judge-agreement.ts';
import {
  type AccountMovement,
  type JudgeContext,
  type JudgedPromise,
  judgePromises,
} from '../../../shared/domain/promise/judge-promise.ts';
import type { PromiseToPay } from '../../../shared/domain/promise/promise.ts';
import type { AgreementRecord } from '../../ledger/views/agreements.ts';
import type { FreeReceiptRecord, PromiseRecord } from '../../ledger/views/people.ts';

interface JudgedRows {
  readonly promises: readonly PromiseRecord[];
  readonly agreements: readonly AgreementRecord[];
  readonly freeReceipts: readonly Pick<
    FreeReceiptRecord,
    'receivedDate' | 'remainingCents' | 'currency'
  >[];
}

export interface JudgedDealings {
  /** Those that nobody ended. */
  readonly promises: readonly JudgedPromise[];
  /** Those whose recording was not taken back. */
  readonly agreements: readonly JudgedAgreement[];
}

const NOTHING: JudgedDealings = { promises: [], agreements: [] };

/** Judges them on the day. */
export function judgeDealings(rows: JudgedRows, context: JudgeContext): JudgedDealings {
  if (rows.promises.length === 0 && rows.agreements.length === 0) return NOTHING;
  const currencies = new Set([...rows.promises, ...rows.agreements].map((row) => row.currency));
  const judged = [...currencies].map((wanted) => {
    const isWanted = ({ currency }: { readonly currency: string }) => currency === wanted;
    return judgeIn(
      {
        promises: rows.promises.filter(isWanted),
        agreements: rows.agreements.filter(isWanted),
        freeReceipts: rows.freeReceipts.filter(isWanted),
      },
      context,
    );
  });
  return {
    promises: judged.flatMap(({ promises }) => promises),
    agreements: judged.flatMap(({ agreements }) => agreements),
  };
}

function judgeIn(rows: JudgedRows, context: JudgeContext): JudgedDealings {
  const open = rows.promises.filter((row) => row.closedReason === null);
  const agreements = rows.agreements.map(agreementOf).filter(({ steps }) => !isUndone(steps));
  const parts = new Map(agreements.map((one) => [one, partsAsPromises(one)]));
  // What a person ended no money serves any more.
  const served = agreements.filter(({ steps }) => !isEnded(steps));
  const wanted = [...open.map(promiseOf), ...served.flatMap((one) => parts.get(one) ?? [])];
  const judged = judgePromises(wanted, movementsOf(rows), context);
  const byPromise = new Map(judged.map((one) => [one.promise, one]));
  return {
    promises: judged.filter(({ promise }) => promise.kind !== 'instalment'),
    agreements: agreements.map((one) => {
      const own = (parts.get(one) ?? []).flatMap((part) => byPromise.get(part) ?? []);
      return judgeAgreement(one, own, context.today);
    }),
  };
}

function isUndone(steps: Agreement['steps']): boolean {
  return steps.includes('undone');
}

function isEnded(steps: Agreement['steps']): boolean {
  return steps.includes('ended') || steps.includes('forfeited');
}

function agreementOf({ history, ...row }: AgreementRecord): Agreement {
  return { ...row, steps: history.map(({ step }) => step) };
}

function promiseOf(row: PromiseRecord): PromiseToPay {
  return {
    promiseId: row.promiseId,
    kind: 'promise',
    promisedOn: row.promisedOn,
    promisedFor: row.promisedFor,
    amountCents: row.amountCents,
    items: row.items.map(({ receivableId, amountCents, settledBeforeCents }) => ({
      receivableId,
      amountCents,
      settledBeforeCents,
    })),
  };
}

/** Each settlement once, though several promises and agreements may name its item. */
function movementsOf({ promises, agreements, freeReceipts }: JudgedRows): AccountMovement[] {
  const seen = new Set<string>();
  const movements: AccountMovement[] = [];
  for (const { settlements } of [...promises, ...agreements]) {
    const times = new Map<string, number>();
    for (const one of settlements) {
      const base = `${one.receivableId}|${one.effectiveDate}|${one.amountCents}|${one.nature}`;
      const time = (times.get(base) ?? 0) + 1;
      times.set(base, time);
      if (seen.has(`${base}|${time}`)) continue;
      seen.add(`${base}|${time}`);
      movements.push({
        date: one.effectiveDate,
        amountCents: one.amountCents,
        nature: one.nature as AccountMovement['nature'],
        receivableId: one.receivableId,
      });
    }
  }
  for (const { receivedDate, remainingCents } of freeReceipts) {
    movements.push({
      date: receivedDate,
      amountCents: remainingCents,
      nature: 'bank',
      receivableId: null,
    });
  }
  return movements;
}
