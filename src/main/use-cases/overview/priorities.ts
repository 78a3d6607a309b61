/**
 * The morning: Block 0, then the ten, frozen for the day.
 *
 * The ten are chosen once a day and once an import, and keep their places: what is done greys out
 * where it stands. Everything a row says is of now; only who stands where is frozen.
 */
import type {
  Obligation as ObligationRow,
  PriorityRow,
} from '../../../shared/contract/overview.ts';
import { seatMorning } from '../../../shared/domain/priority/morning.ts';
import type { LeftOutPayer, RankedPayer } from '../../../shared/domain/priority/rank-payers.ts';
import {
  type CurrencyAmount,
  LEDGER_CURRENCY,
  sumApart,
} from '../../../shared/domain/receivable/currency.ts';
import type { Language } from '../../../shared/format/language.ts';
import { obligationSentence } from '../../../shared/text/obligation.ts';
import { priorityTermText } from '../../../shared/text/priority-term.ts';
import { verdictText } from '../../../shared/text/verdict.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { loadMorning, replaceMorning } from '../../ledger/stores/mornings.ts';
import { readLastImportId } from '../../ledger/views/last-import.ts';
import {
  type CustomerAccount,
  hasOverdue,
  overdueElsewhere,
} from '../portfolio/customer-account.ts';
import { accountsOfPayer, type Portfolio } from '../portfolio/portfolio.ts';
import { reasonSentence, suggestedSentence, termsOf } from './explain-rank.ts';
import { rankingOf } from './ranking.ts';

interface Seat {
  readonly payerId: number;
  readonly isForgotten: boolean;
}

/** Who sits among the ten today; chosen now if nobody chose since the last import. */
export async function seatsOfToday(ledger: Ledger, portfolio: Portfolio): Promise<readonly Seat[]> {
  const importId = ledger.read(readLastImportId);
  const { today } = portfolio;
  const frozen = ledger.read((reader) => loadMorning(reader, today));
  const seats = frozen.map(({ row }) => row as Seat & { readonly importId: number });
  if (seats.length > 0 && seats[0]?.importId === importId) return seats;
  const chosen = chooseSeats(portfolio);
  if (chosen.length > 0) {
    const rows = chosen.map((seat, index) => ({
      rank: index + 1,
      customerId: seat.payerId,
      row: { ...seat, importId },
    }));
    await ledger.write((writer) => replaceMorning(writer, today, rows));
  }
  return chosen;
}

function chooseSeats(portfolio: Portfolio): Seat[] {
  const { ranked, obligations } = rankingOf(portfolio);
  const { seatCount } = portfolio.settings.priority;
  const { ten, forgotten } = seatMorning(ranked, obligations, seatCount);
  return ten.map((row) => ({ payerId: row.payerId, isForgotten: row === forgotten }));
}

/** The screen's whole answer. */
export function prioritiesAnswer(portfolio: Portfolio, seats: readonly Seat[], language: Language) {
  const { ranked, leftOut, obligations } = rankingOf(portfolio);
  const ten = seats.map((seat, index) => seatRow(portfolio, seat, { rank: index + 1, language }));
  const seated = new Set(seats.map(({ payerId }) => payerId));
  const accounts = [...portfolio.accounts.values()];
  return {
    today: portfolio.today,
    bankDate: portfolio.bankDate,
    obligations: obligations.map((one) => obligationRow(portfolio, one, language)),
    ten,
    ...stakesOf(ten),
    allOverdueCents: accounts.reduce((sum, { sums }) => sum + sums.overdueCents, 0),
    doneCount: ten.filter((row) => row.doneBy !== null).length,
    othersCount: ranked.filter(({ payerId }) => !seated.has(payerId)).length,
    emptyReason: ten.length > 0 ? null : emptyReasonOf(portfolio, leftOut.length),
    excluded: excludedByReason(portfolio, language),
  };
}

function emptyReasonOf(portfolio: Portfolio, leftOutCount: number) {
  const accounts = [...portfolio.accounts.values()];
  if (accounts.length === 0) return 'no_ledger' as const;
  const owing = accounts.filter(hasOverdue);
  if (owing.length > 0 && owing.every(({ record }) => record.isShared)) {
    return 'single_account' as const;
  }
  return leftOutCount > 0 ? ('all_excluded' as const) : ('nothing_overdue' as const);
}

function excludedByReason(portfolio: Portfolio, language: Language) {
  const { leftOut } = rankingOf(portfolio);
  const groups = Map.groupBy(leftOut, ({ because }) => because);
  return [...groups]
    .map(([verdict, rows]) => {
      const { totalCents, otherTotals } = sumApart(rows.flatMap(amountsLeftOut));
      return {
        verdict,
        sentence: verdictText[language][verdict],
        customerCount: rows.length,
        amountCents: totalCents,
        otherTotals,
      };
    })
    .sort((a, b) => b.amountCents - a.amountCents);
}

/** Late and undated, in each currency of one who is left out. */
export function amountsLeftOut(row: LeftOutPayer): CurrencyAmount[] {
  return [row, ...row.elsewhere].map(({ currency, overdueCents, undatedCents }) => ({
    currency,
    amountCents: overdueCents + undatedCents,
  }));
}

/** What the rows put at stake, each currency by itself. */
export function stakesOf(
  rows: readonly Pick<PriorityRow, 'currency' | 'stakeCents' | 'otherStakes'>[],
) {
  const { totalCents, otherTotals } = sumApart(
    rows.flatMap(({ currency, stakeCents, otherStakes }) => [
      { currency, amountCents: stakeCents },
      ...otherStakes,
    ]),
  );
  return { stakeCents: totalCents, otherStakes: otherTotals };
}

function seatRow(
  portfolio: Portfolio,
  seat: Seat,
  at: { readonly rank: number; readonly language: Language },
): PriorityRow {
  const ranked = rankingOf(portfolio).ranked.find(({ payerId }) => payerId === seat.payerId);
  const row =
    ranked === undefined
      ? settledRow(portfolio, seat.payerId, at.language)
      : priorityRow(portfolio, ranked, at.language);
  return { ...row, rank: at.rank, isForgotten: seat.isForgotten };
}

/** The row of a ranked payer, with the rank of now. */
export function priorityRow(
  portfolio: Portfolio,
  ranked: RankedPayer,
  language: Language,
): PriorityRow {
  return {
    ...namesOf(portfolio, ranked.payerId),
    rank: ranked.rank,
    overdueCents: ranked.overdueCents,
    netDueCents: ranked.netDueCents,
    stakeCents: ranked.stakeCents,
    currency: ranked.currency,
    otherOverdue: elsewhereOf(ranked, 'overdueCents'),
    otherStakes: elsewhereOf(ranked, 'stakeCents'),
    oldestDaysPastDue: ranked.daysPastDue,
    value: Math.round(ranked.value),
    terms: termsOf(ranked, language),
    reason: reasonSentence(portfolio, ranked, language),
    suggestedAction: ranked.suggestedAction,
    suggestedSentence: suggestedSentence(ranked, language),
    isForgotten: ranked.isForgotten,
    hasEstimatedDates: ranked.hasEstimatedDates,
  };
}

function elsewhereOf(ranked: RankedPayer, figure: 'overdueCents' | 'stakeCents') {
  return ranked.elsewhere.flatMap((own) =>
    own[figure] === 0 ? [] : [{ currency: own.currency, amountCents: own[figure] }],
  );
}

/** One that stood among the ten and has nothing left to chase. */
function settledRow(portfolio: Portfolio, payerId: number, language: Language): PriorityRow {
  const names = namesOf(portfolio, payerId);
  const accounts = accountsOfPayer(portfolio, payerId);
  return {
    ...names,
    rank: null,
    overdueCents: accounts.reduce((sum, { sums }) => sum + sums.overdueCents, 0),
    netDueCents: accounts.reduce((sum, { sums }) => sum + sums.netDueCents, 0),
    stakeCents: 0,
    currency: LEDGER_CURRENCY,
    otherOverdue: accounts.flatMap(overdueElsewhere),
    otherStakes: [],
    oldestDaysPastDue: null,
    value: 0,
    terms: [],
    reason: priorityTermText[language].nothingLate,
    suggestedAction: 'call',
    suggestedSentence: '',
    isForgotten: false,
    hasEstimatedDates: false,
    doneBy: names.doneBy ?? 'settled',
  };
}

function namesOf(portfolio: Portfolio, payerId: number) {
  const accounts = accountsOfPayer(portfolio, payerId);
  const own = portfolio.accounts.get(payerId) ?? accounts[0];
  const reached = accounts.flatMap(({ record }) => portfolio.reach.get(record.customerId) ?? []);
  return {
    customerId: payerId,
    code: own?.record.code ?? '',
    name: own?.record.name ?? '',
    profile: own?.profile ?? null,
    repCode: own?.record.repCode ?? null,
    accountCount: accounts.length,
    phone: reached.find(({ phone }) => phone !== null)?.phone ?? null,
    doneBy: doneByOf(portfolio, payerId, accounts),
  };
}

/** What was done today that lets the row rest. */
function doneByOf(
  portfolio: Portfolio,
  payerId: number,
  accounts: readonly CustomerAccount[],
): PriorityRow['doneBy'] {
  const { today } = portfolio;
  if (accounts.some((one) => one.judgedPromises.some((p) => p.promise.promisedOn === today))) {
    return 'promise';
  }
  if (accounts.some((one) => one.calls.some((call) => call.day === today))) return 'call';
  if (accounts.some((one) => one.openDisputes.some((own) => own.openedOn === today))) {
    return 'dispute';
  }
  if (accounts.some((one) => one.holds.some((own) => !own.isEnded && own.since === today))) {
    return 'hold';
  }
  return portfolio.doneToday.has(payerId) ? 'done' : null;
}

function obligationRow(
  portfolio: Portfolio,
  one: ReturnType<typeof rankingOf>['obligations'][number],
  language: Language,
): ObligationRow {
  const account = portfolio.accounts.get(one.customerId);
  const source = (kind: string) => (one.kind === kind ? one.sourceId : null);
  return {
    kind: one.kind,
    customerId: one.customerId,
    name: account?.record.name ?? '',
    amountCents: one.amountCents,
    currency: one.currency,
    deadline: one.deadline,
    sentence: obligationSentence(one, portfolio.today, language),
    taskId: source('task'),
    promiseId: source('broken_promise'),
    holdId: source('hold_review'),
    isDone: one.isDone,
  };
}
