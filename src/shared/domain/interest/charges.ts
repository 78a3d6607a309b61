/**
 * What the law or the contract adds to a set of items of one payer: interest and 40 €, item by item
 * and in total. The screen, the letter and the calculation sheet all read this one computation.
 *
 * One rate that nobody gave blocks the interest of the whole set, never the 40 € nor the letter:
 * interest on some of the invoices only would look like a mistake, or like a waiver.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { earlierOf } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { sumCents } from '../../kernel/cents.ts';
import type { MessageCharges } from '../message/message.ts';
import type { CustomerProfile } from '../payer/profile.ts';
import type { AppliedRate, DebtorKind, MissingRate } from './applied-rate.ts';
import type { ChargeDecision } from './charge-settings.ts';
import type { Interest, InterestContext } from './interest.ts';
import { latePaymentInterest } from './interest.ts';
import type { FeeItem, NoFeeReason } from './recovery-fee.ts';
import { noFeeReason, RECOVERY_FEE_CENTS } from './recovery-fee.ts';

export interface ChargedItem extends FeeItem {
  readonly receivableId: number | null;
  readonly customerCode: string;
  readonly documentNumber: string;
  /** Null where nobody decided: the settings say. */
  readonly decision: ChargeDecision | null;
}

export interface ItemCharges {
  readonly item: ChargedItem;
  readonly decision: ChargeDecision['decision'];
  /** Also of what is waived, as information; null where a rate is missing. */
  readonly interest: Interest | null;
  readonly missing: readonly MissingRate[];
  /** What is asked for. */
  readonly interestCents: Cents;
  readonly feeCents: Cents;
  readonly noFee: NoFeeReason | null;
}

export interface Charges {
  readonly items: readonly ItemCharges[];
  readonly interestCents: Cents;
  readonly feeCents: Cents;
  readonly feeCount: number;
  readonly computedTo: CalendarDate;
  /** Rates that no one gave: while there is one, no interest is asked for. */
  readonly missing: readonly MissingRate[];
  /** Rates of the interest asked for, in the order of time, each semester once. */
  readonly rates: readonly AppliedRate[];
}

/** Charges of items of one payer in one currency, up to the day of the context. */
export function chargesOf(items: readonly ChargedItem[], context: InterestContext): Charges {
  const invoices = new Set<string>();
  const each = items.map((item) => chargesOfItem(item, context, invoices));
  const missing = distinctMissing(
    each.filter(({ decision }) => decision !== 'waive').flatMap((charges) => charges.missing),
  );
  const asked = missing.length === 0 ? each : each.map(withoutInterest);
  const fees = asked.filter(({ feeCents }) => feeCents > 0);
  return {
    items: asked,
    interestCents: sumCents(asked.map(({ interestCents }) => interestCents)),
    feeCents: sumCents(fees.map(({ feeCents }) => feeCents)),
    feeCount: fees.length,
    computedTo: context.upTo,
    missing,
    rates: distinctRates(asked),
  };
}

/** What a message states; null where it asks for nothing more. `rateLabel` says `charges.rates`. */
export function messageChargesOf(
  charges: Charges,
  dueCents: Cents,
  rateLabel: string,
): MessageCharges | null {
  const { interestCents, feeCents, feeCount, computedTo } = charges;
  if (interestCents === 0 && feeCents === 0) return null;
  return {
    interestCents,
    rateLabel,
    indemnityCents: feeCents,
    indemnityCount: feeCount,
    computedTo,
    totalCents: dueCents + interestCents + feeCents,
  };
}

/** How the law of late payment sees a customer; one without a profile is a business. */
export function debtorKindOf(profile: CustomerProfile | null): DebtorKind {
  return profile === 'consumer' || profile === 'public' ? profile : 'professional';
}

/** `invoices` holds those whose 40 € are already counted. */
function chargesOfItem(
  item: ChargedItem,
  context: InterestContext,
  invoices: Set<string>,
): ItemCharges {
  const decided = item.decision ?? { decision: context.settings.byDefault };
  const { decision } = decided;
  const upTo =
    decided.decision === 'freeze' ? earlierOf(context.upTo, decided.untilDate) : context.upTo;
  const computed = latePaymentInterest(item, { ...context, upTo });
  const noFee =
    decision === 'waive'
      ? 'waived'
      : (noFeeReason(item, context) ?? countOnce(item, context, invoices));
  const interest = computed.isDone ? computed.value : null;
  return {
    item,
    decision,
    interest,
    missing: computed.isDone ? [] : computed.refusal,
    interestCents: decision === 'waive' ? 0 : (interest?.accruedCents ?? 0),
    feeCents: noFee === null ? RECOVERY_FEE_CENTS : 0,
    noFee,
  };
}

/** One fee an invoice, however many instalments it has, unless each late one counts. */
function countOnce(
  { customerCode, documentNumber }: ChargedItem,
  { settings }: InterestContext,
  invoices: Set<string>,
): NoFeeReason | null {
  const key = `${customerCode}\n${documentNumber}`;
  if (settings.recoveryFeePer === 'invoice' && invoices.has(key)) return 'counted_with_invoice';
  invoices.add(key);
  return null;
}

function withoutInterest(charges: ItemCharges): ItemCharges {
  return { ...charges, interestCents: 0 };
}

function distinctMissing(missing: readonly MissingRate[]): readonly MissingRate[] {
  return [...new Map(missing.map((rate) => [JSON.stringify(rate), rate])).values()];
}

function distinctRates(items: readonly ItemCharges[]): readonly AppliedRate[] {
  const segments = items.flatMap(({ interest, interestCents }) =>
    interest === null || interestCents === 0 ? [] : interest.segments,
  );
  const bySemester = new Map(segments.map(({ rate }) => [rate.semester, rate]));
  return [...bySemester.values()].sort((a, b) => (a.semester < b.semester ? -1 : 1));
}
