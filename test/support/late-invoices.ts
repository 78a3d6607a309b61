/** Late invoices and those who owe them, for tests of what lateness costs. */
import { SHIPPED_RATES } from '../../src/main/use-cases/settings/shipped-rates.ts';
import type { ChargeSettings } from '../../src/shared/domain/interest/charge-settings.ts';
import { CHARGE_DEFAULTS } from '../../src/shared/domain/interest/charge-settings.ts';
import type { ChargedItem } from '../../src/shared/domain/interest/charges.ts';
import type {
  Debtor,
  Interest,
  InterestContext,
} from '../../src/shared/domain/interest/interest.ts';
import { latePaymentInterest } from '../../src/shared/domain/interest/interest.ts';
import type { TypedRate } from '../../src/shared/domain/interest/legal-rates.ts';
import { rateTable } from '../../src/shared/domain/interest/legal-rates.ts';
import type { Movement, MovementKind } from '../../src/shared/domain/interest/movement.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { euros } from './open-items.ts';

/** An invoice of 12 000 € due on 31 May 2026, nothing having moved. */
export function lateInvoice(part: Partial<ChargedItem> = {}): ChargedItem {
  return {
    receivableId: 1,
    customerCode: 'C1',
    documentNumber: 'F1',
    kind: 'invoice',
    dueDate: calendarDate('2026-05-31'),
    amountCents: euros(12_000),
    movements: [],
    receivedOn: null,
    formalNoticeOn: null,
    currency: 'EUR',
    isFeePaid: false,
    decision: null,
    ...part,
  };
}

/** What took an amount off on a day; `payment` unless said otherwise. */
export function moved(on: string, amountCents: number, kind: MovementKind = 'payment'): Movement {
  return { on: calendarDate(on), kind, amountCents };
}

export const PROFESSIONAL: Debtor = {
  kind: 'professional',
  law: 'by_default',
  countryCode: 'FR',
  insolvencyOn: null,
};

export interface Circumstances {
  readonly upTo?: string;
  readonly debtor?: Partial<Debtor>;
  readonly settings?: Partial<ChargeSettings>;
  readonly typed?: readonly TypedRate[];
}

/** Shipped rates, default settings, a French professional, counted up to 14 August 2026. */
export function circumstances(part: Circumstances = {}): InterestContext {
  return {
    debtor: { ...PROFESSIONAL, ...part.debtor },
    settings: { ...CHARGE_DEFAULTS, ...part.settings },
    rates: rateTable(SHIPPED_RATES, part.typed ?? []),
    upTo: calendarDate(part.upTo ?? '2026-08-14'),
  };
}

/** The interest of an item, which no missing rate may refuse. */
export function interestOn(item: Partial<ChargedItem> = {}, part: Circumstances = {}): Interest {
  const computed = latePaymentInterest(lateInvoice(item), circumstances(part));
  if (!computed.isDone) throw new Error(`refused: ${JSON.stringify(computed.refusal)}`);
  return computed.value;
}

/** `30 j × 12000 € à 12.15 % = 119.84`, a segment a line. */
export function toldSegments(interest: Interest): readonly string[] {
  return interest.segments.map(
    ({ days, balanceCents, rate, amountCents }) =>
      `${days} j × ${balanceCents / 100} € à ${rate.basisPoints / 100} % = ${amountCents / 100}`,
  );
}
