/**
 * Late-payment interest and the 40 € of a message, where its level speaks of them (K1).
 *
 * The figures are those of the calculation sheet: one computation. A rate that nobody gave leaves
 * the interest out and is said; the message goes all the same.
 */
import type { CoveredItem } from '../../../shared/domain/dunning/day-plan.ts';
import type { Severity } from '../../../shared/domain/dunning/severity.ts';
import { chargeStageOf } from '../../../shared/domain/interest/charge-settings.ts';
import {
  type Charges,
  chargesOf,
  debtorKindOf,
  messageChargesOf,
} from '../../../shared/domain/interest/charges.ts';
import { rateTable } from '../../../shared/domain/interest/legal-rates.ts';
import { type Movement, movementKindOf } from '../../../shared/domain/interest/movement.ts';
import type { MessageCharges, MessageRecipient } from '../../../shared/domain/message/message.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { rateLabelOf } from '../../../shared/text/interest.ts';
import { loadDecidedCharges, loadTypedRates } from '../../ledger/stores/charges.ts';
import { readItemMovements } from '../../ledger/views/item-movements.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { DunningFacts } from '../dunning/dunning-facts.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { SHIPPED_RATES } from '../settings/shipped-rates.ts';

interface Wanted {
  readonly portfolio: Portfolio;
  readonly facts: DunningFacts;
  readonly recipient: MessageRecipient;
  readonly language: 'fr' | 'en';
  readonly severity: Severity | null;
  readonly dueCents: Cents;
}

/** What the message states of charges; null where its level is silent or nothing is due. */
export function messageCharges(
  company: OpenCompany,
  items: readonly CoveredItem[],
  wanted: Wanted,
): MessageCharges | null {
  const { portfolio, severity, dueCents, language } = wanted;
  if (chargeStageOf(severity, portfolio.settings.charges) === 'silent') return null;
  const charges = itemCharges(
    company,
    items.map(({ item }) => item.item),
    wanted,
  );
  return messageChargesOf(charges, dueCents, rateLabelOf(charges.rates, language));
}

/** The charges of items of one payer up to the day of the portfolio. */
export function itemCharges(
  company: OpenCompany,
  items: readonly OpenItem[],
  { portfolio, facts, recipient }: Pick<Wanted, 'portfolio' | 'facts' | 'recipient'>,
): Charges {
  const ids = items.flatMap(({ receivableId }) => receivableId ?? []);
  const { decisions, movements, typed } = company.ledger.read((reader) => ({
    decisions: loadDecidedCharges(reader, ids),
    movements: readItemMovements(reader, ids),
    typed: loadTypedRates(reader),
  }));
  const moved = new Map<number, Movement[]>();
  for (const { receivableId, on, amountCents, nature } of movements) {
    const own = moved.get(receivableId) ?? [];
    own.push({ on, kind: movementKindOf(nature), amountCents });
    moved.set(receivableId, own);
  }
  return chargesOf(
    items
      .filter(({ kind }) => kind !== 'payment' && kind !== 'deposit')
      .map((item) => ({
        kind: item.kind as Exclude<OpenItem['kind'], 'payment' | 'deposit'>,
        receivableId: item.receivableId,
        customerCode: portfolio.accounts.get(item.customerId)?.record.code ?? '',
        documentNumber: item.documentNumber,
        dueDate: item.dueDate,
        amountCents: item.amountCents - disputedCents(item, portfolio),
        movements: moved.get(item.receivableId ?? 0) ?? [],
        receivedOn: null,
        formalNoticeOn: formalNoticeOn(item.receivableId, facts),
        currency: item.currency,
        isFeePaid: false,
        decision: decisions.get(item.receivableId ?? 0)?.decision ?? null,
      })),
    {
      debtor: {
        kind: debtorKindOf(recipient.profile),
        law: 'by_default',
        countryCode: recipient.countryCode,
        insolvencyOn: null,
      },
      settings: portfolio.settings.charges,
      rates: rateTable(SHIPPED_RATES, typed),
      upTo: portfolio.today,
    },
  );
}

/**
 * What of an item is under dispute: interest is stated on what is asked for, and on no more. It
 * counts again once the dispute is closed.
 */
function disputedCents(
  { customerId, receivableId, outstandingCents }: OpenItem,
  { accounts }: Portfolio,
): Cents {
  const situation = accounts.get(customerId)?.situation;
  const own = receivableId === null ? undefined : situation?.items.get(receivableId);
  return Math.min(own?.disputedCents ?? 0, Math.max(0, outstandingCents));
}

/** Day on which the first formal notice of this item went. */
function formalNoticeOn(id: number | null, { events }: DunningFacts): CalendarDate | null {
  return (id === null ? [] : (events.get(id) ?? []))
    .flatMap((event) =>
      event.kind === 'step' && event.severity === 'formal_notice' && event.state === 'sent'
        ? [event.day]
        : [],
    )
    .reduce<CalendarDate | null>(
      (first, day) => (first === null || day < first ? day : first),
      null,
    );
}
