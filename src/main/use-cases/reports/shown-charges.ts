/** The charges of a customer's invoices as the window shows them, each with its calculation. */
import type { ChargedItem, Charges } from '../../../shared/contract/charges.ts';
import type { ItemCharges } from '../../../shared/domain/interest/charges.ts';
import type { InterestSegment } from '../../../shared/domain/interest/interest.ts';
import type { Language } from '../../../shared/format/language.ts';
import {
  chargesNote,
  describeRate,
  missingRatesSentence,
  rateLabelOf,
  rateWarnings,
} from '../../../shared/text/interest.ts';
import { type DecidedCharge, loadDecidedCharges } from '../../ledger/stores/charges.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { SheetOf } from './interest-sheet-of.ts';

/** Puts the sheet in the words of the window. */
export function shownCharges(company: OpenCompany, sheet: SheetOf): Charges {
  const { charges, language, customerName, currency, otherCurrencies } = sheet;
  const ids = charges.items.flatMap(({ item }) => item.receivableId ?? []);
  const decided = company.ledger.read((reader) => loadDecidedCharges(reader, ids));
  const items = charges.items.map((one) =>
    shownItem(one, sheet, decided.get(one.item.receivableId ?? 0) ?? null),
  );
  const missing = missingRatesSentence(charges.missing, language);
  return {
    customerName,
    currency,
    otherCurrencies: [...otherCurrencies],
    computedTo: charges.computedTo,
    interestCents: charges.interestCents,
    feeCents: charges.feeCents,
    feeCount: charges.feeCount,
    waivedInterestCents: items.reduce(
      (sum, { waivedInterestCents }) => sum + waivedInterestCents,
      0,
    ),
    rateLabel: rateLabelOf(charges.rates, language, 'screen'),
    warnings: [...(missing === '' ? [] : [missing]), ...rateWarnings(charges.rates, language)],
    items,
  };
}

function shownItem(
  one: ItemCharges,
  { charges, language }: SheetOf,
  decided: DecidedCharge | null,
): ChargedItem {
  const { item, decision, interest } = one;
  const until = item.decision?.decision === 'freeze' ? item.decision.untilDate : null;
  return {
    receivableId: item.receivableId,
    code: item.customerCode,
    documentNumber: item.documentNumber,
    dueDate: item.dueDate,
    amountCents: item.amountCents,
    decision,
    untilDate: until,
    decided: decided === null ? null : { day: decided.day, reason: decided.reason },
    interestCents: one.interestCents,
    feeCents: one.feeCents,
    waivedInterestCents: decision === 'waive' ? (interest?.accruedCents ?? 0) : 0,
    note: chargesNote(one, charges.missing, language),
    segments: (interest?.segments ?? []).map((segment) => shownSegment(segment, language)),
  };
}

function shownSegment(
  segment: InterestSegment,
  language: Language,
): ChargedItem['segments'][number] {
  const { from, to, days, balanceCents, rate, yearDays, amountCents } = segment;
  return {
    from,
    to,
    days,
    balanceCents,
    rateBasisPoints: rate.basisPoints,
    rateOrigin: describeRate(rate, language, 'screen'),
    yearDays,
    amountCents,
  };
}
