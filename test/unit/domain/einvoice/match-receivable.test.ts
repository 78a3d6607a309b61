/**
 * Invoice F20260023 of 31/01/2026 from us (123456782) to 732829320, 1 200,00 € due on 02/03/2026;
 * in the ledger one line F20260023 of the same day and amount, due by an estimate on 17/03/2026.
 */
import { describe, expect, test } from 'vitest';
import type { Einvoice } from '../../../../src/shared/domain/einvoice/einvoice.ts';
import {
  type EinvoiceCandidate,
  type EinvoiceMatch,
  matchEinvoice,
} from '../../../../src/shared/domain/einvoice/match-receivable.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { candidate, einvoice, OTHERS, OURS, party, THEIRS } from '../../../support/einvoices.ts';

const day = calendarDate;
const credit: Partial<Einvoice> = { kind: 'credit_note', typeCode: '381' };
const totals = (over: Partial<Einvoice['totals']>) => ({ ...einvoice().totals, ...over });

function match(
  candidates: readonly Partial<EinvoiceCandidate>[],
  invoice: Partial<Einvoice> = {},
  companySiren: string | null = OURS,
): EinvoiceMatch {
  const ledger = candidates.map((one, index) => candidate({ receivableId: index + 1, ...one }));
  return matchEinvoice(einvoice(invoice), { fileSha256: 'this', companySiren, candidates: ledger });
}

/** The match in one line. */
function said(found: EinvoiceMatch): string {
  switch (found.outcome) {
    case 'enriches': {
      const { number, amount, party: who, day: when } = found.grounds;
      const ids = found.receivables.map(({ receivableId }) => receivableId).join();
      return `${found.confidence} ${ids}: ${number} ${amount} ${who} ${when}`;
    }
    case 'already_enriched':
      return `already ${found.receivableIds.join()} ${found.isSameFile ? 'same' : 'other'} file`;
    case 'amount_differs':
      return `amount ${found.receivableIds.join()}: ${found.ledgerCents} ≠ ${found.invoiceCents}`;
    case 'currency_differs':
    case 'party_differs':
    case 'several_candidates':
      return `${found.outcome} ${found.receivableIds.join()}`;
    default:
      return found.outcome;
  }
}

describe('number, amount and party speak together', () => {
  const noSiren = { customerSiren: null };
  const stranger = { customerSiren: null, customerName: 'MAIRIE DE LYON' };
  test.each<[string, Partial<EinvoiceCandidate>, string]>([
    ['everything agrees', {}, 'certain 1: same total siren same'],
    [
      'the number is written otherwise',
      { documentNumber: 'F 2026-0023' },
      'certain 1: same total siren same',
    ],
    ['the name stands for the SIREN', noSiren, 'certain 1: same total name same'],
    ['nothing says who it is', stranger, 'probable 1: same total unknown same'],
    [
      'booked a month later',
      { documentDate: day('2026-03-03') },
      'certain 1: same total siren near',
    ],
    [
      'booked in another year',
      { documentDate: day('2025-01-31') },
      'possible 1: same total siren far',
    ],
    [
      'the digits of the number',
      { documentNumber: '0020260023' },
      'probable 1: digits total siren same',
    ],
    [
      'the digits alone',
      { ...stranger, documentNumber: '0020260023' },
      'possible 1: digits total unknown same',
    ],
    ['another number, same day', { documentNumber: 'VE12' }, 'possible 1: other total siren same'],
    ['no number, same day', { documentNumber: '' }, 'possible 1: other total siren same'],
    [
      'another number and day',
      { documentNumber: 'VE12', documentDate: day('2026-02-01') },
      'not_found',
    ],
    ['another number, no SIREN', { ...noSiren, documentNumber: 'VE12' }, 'not_found'],
    [
      'digits and another amount',
      { documentNumber: '0020260023', amountCents: 119_999 },
      'not_found',
    ],
    ['another amount', { amountCents: 119_999 }, 'amount 1: 119999 ≠ 120000'],
    ['another currency', { currency: 'USD' }, 'currency_differs 1'],
    ['another SIREN', { customerSiren: OTHERS }, 'party_differs 1'],
    ['a credit note of that number', { amountCents: -120_000 }, 'not_found'],
    ['this file again', { enrichedBySha256: 'this' }, 'already 1 same file'],
    ['another file of it before', { enrichedBySha256: 'that' }, 'already 1 other file'],
  ])('%s', (_name, line, expected) => {
    expect(said(match([line]))).toBe(expected);
  });

  test('an empty ledger has nothing to enrich', () => {
    expect(said(match([]))).toBe('not_found');
  });

  test('an invoice without a number that names is found by its sale only', () => {
    expect(said(match([{}], { number: '000' }))).toBe('possible 1: other total siren same');
  });

  test('a short number has no digits to be found by', () => {
    expect(said(match([{ documentNumber: '0023', customerSiren: null }], { number: 'F23' }))).toBe(
      'not_found',
    );
  });
});

describe('the amount is the total, or what the deposit leaves', () => {
  const withDeposit = {
    totals: totals({ prepaidCents: 20_000, duePayableCents: 100_000 }),
  };
  test.each<[number, string]>([
    [120_000, 'certain 1: same total siren same'],
    [100_000, 'certain 1: same to_pay siren same'],
    [110_000, 'amount 1: 110000 ≠ 120000'],
  ])('%i cents in the ledger', (amountCents, expected) => {
    expect(said(match([{ amountCents }], withDeposit))).toBe(expected);
  });

  test.each([120_000, -120_000])('a credit note of %i takes away', (inclVatCents) => {
    const note = { ...credit, totals: totals({ inclVatCents, duePayableCents: inclVatCents }) };
    expect(said(match([{ amountCents: -120_000 }], note))).toBe('certain 1: same total siren same');
    expect(said(match([{ amountCents: 120_000 }], note))).toBe('not_found');
  });

  test('an invoice of nothing finds its line of nothing', () => {
    const nothing = { totals: totals({ inclVatCents: 0, duePayableCents: 0 }), ...credit };
    expect(said(match([{ amountCents: 0 }], nothing))).toBe('certain 1: same total siren same');
  });
});

describe('whose invoice it is comes first', () => {
  test.each<[string, Partial<Einvoice>, string | null, string]>([
    [
      'a supplier’s',
      { seller: party({ siren: OTHERS }), buyer: party({ siren: OURS }) },
      OURS,
      'received',
    ],
    ['of another company', { seller: party({ siren: OTHERS }) }, OURS, 'other_seller'],
    [
      'a seller without a number',
      { seller: party({ siren: null }) },
      OURS,
      'certain 1: same total siren same',
    ],
    [
      'our own number not set',
      { seller: party({ siren: OTHERS }) },
      null,
      'certain 1: same total siren same',
    ],
  ])('%s', (_name, invoice, companySiren, expected) => {
    expect(said(match([{}], invoice, companySiren))).toBe(expected);
  });
});

describe('several documents of the ledger look alike', () => {
  const unknown = { customerSiren: null, customerName: 'X' };
  test.each<[string, Partial<EinvoiceCandidate>[], string]>([
    [
      'two customers, both unknown',
      [{ ...unknown }, { ...unknown, customerId: 11 }],
      'several_candidates 1,2',
    ],
    [
      'the one whose party is known',
      [{ ...unknown, customerId: 11 }, {}],
      'certain 2: same total siren same',
    ],
    [
      'the one of that day',
      [{ documentDate: day('2026-02-01') }, {}],
      'certain 2: same total siren same',
    ],
    [
      'the one of that amount',
      [{ amountCents: 5, customerId: 11 }, {}],
      'certain 2: same total siren same',
    ],
    [
      'the number before the digits',
      [{ documentNumber: '20260023' }, {}],
      'certain 2: same total siren same',
    ],
    [
      'digits before another number',
      [{ documentNumber: 'VE12' }, { documentNumber: '20260023' }],
      'probable 2: digits total siren same',
    ],
    [
      'none of that amount',
      [{ amountCents: 5 }, { amountCents: 6, customerId: 11 }],
      'several_candidates 1,2',
    ],
    [
      'one not of another SIREN',
      [{ customerSiren: OTHERS }, { amountCents: 6, customerId: 11 }],
      'amount 2: 6 ≠ 120000',
    ],
    [
      'all of another SIREN',
      [{ customerSiren: OTHERS }, { customerSiren: OTHERS, customerId: 11 }],
      'several_candidates 1,2',
    ],
    [
      'two sales of one day',
      [{ documentNumber: '' }, { documentNumber: '' }],
      'several_candidates 1,2',
    ],
  ])('%s', (_name, lines, expected) => {
    expect(said(match(lines))).toBe(expected);
  });
});

test('the lines of one document are one: each instalment takes its own day', () => {
  const found = match([{ amountCents: 40_000 }, { amountCents: 80_000 }], {
    dueDate: null,
    instalments: [
      { dueDate: day('2026-03-02'), amountCents: 80_000 },
      { dueDate: day('2026-04-02'), amountCents: 40_000 },
    ],
  });
  expect(found).toEqual({
    outcome: 'enriches',
    customerId: 10,
    confidence: 'certain',
    grounds: { number: 'same', amount: 'total', party: 'siren', day: 'same' },
    receivables: [
      {
        receivableId: 1,
        dueDate: '2026-04-02',
        dueBasis: 'stated',
        change: 'taken',
        isMerged: false,
      },
      {
        receivableId: 2,
        dueDate: '2026-03-02',
        dueBasis: 'stated',
        change: 'taken',
        isMerged: false,
      },
    ],
  });
});

test('the customer found is the ledger’s', () => {
  const found = match([{ customerId: 77, customerSiren: THEIRS }]);
  expect(found.outcome === 'enriches' && found.customerId).toBe(77);
});
