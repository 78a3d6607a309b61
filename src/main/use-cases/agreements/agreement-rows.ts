/** Plans and settlements as the lists and the customer file show them. */
import type { AGREEMENT_VIEWS, AgreementRow } from '../../../shared/contract/agreements.ts';
import { possibleSteps } from '../../../shared/domain/agreement/agreement-steps.ts';
import {
  type AgreementState,
  isOver,
  type JudgedAgreement,
  PAID_OUTCOMES,
} from '../../../shared/domain/agreement/judge-agreement.ts';
import type { Language } from '../../../shared/format/language.ts';
import { agreementSentence } from '../../../shared/text/agreement.ts';
import type { AgreementRecord } from '../../ledger/views/agreements.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

type View = (typeof AGREEMENT_VIEWS)[number];

/** A row, and the lists it stands in. */
export interface ListedAgreement {
  readonly row: AgreementRow;
  readonly shows: readonly View[];
}

/** Every agreement, or those of one customer: what asks for something first, then by next day. */
export function agreementRows(
  portfolio: Portfolio,
  language: Language,
  customerId: number | null = null,
): readonly ListedAgreement[] {
  return [...portfolio.accounts.values()]
    .filter(({ record }) => customerId === null || record.customerId === customerId)
    .flatMap((account) =>
      account.judgedAgreements.map((judged) => ({
        row: rowOf(account, judged, portfolio, language),
        shows: showsOf(judged.state),
      })),
    )
    .sort((a, b) => ORDER[a.row.state] - ORDER[b.row.state] || byNextDay(a.row, b.row));
}

const ORDER: Readonly<Record<AgreementState, number>> = {
  missed: 0,
  unsigned: 1,
  paid: 2,
  running: 3,
  sent: 4,
  drafted: 5,
  lapsed: 6,
  forfeited: 7,
  kept: 8,
  written_off: 9,
  ended: 10,
};

function byNextDay(a: AgreementRow, b: AgreementRow): number {
  const [x, y] = [a.nextDueDate ?? '9999', b.nextDueDate ?? '9999'];
  return x < y ? -1 : x > y ? 1 : a.agreementId - b.agreementId;
}

function showsOf(state: AgreementState): readonly View[] {
  if (isOver(state)) return ['over'];
  switch (state) {
    case 'missed':
      return ['current', 'missed'];
    case 'drafted':
    case 'sent':
    case 'unsigned':
      return ['current', 'to_sign'];
    case 'paid':
      return ['current', 'to_write_off'];
    default:
      return ['current'];
  }
}

function rowOf(
  { record, agreements }: CustomerAccount,
  judged: JudgedAgreement,
  { today }: Portfolio,
  language: Language,
): AgreementRow {
  const { agreement, state, parts, next, receivedCents, openCents } = judged;
  const own = recordOf(agreements, agreement.agreementId);
  const { agreementId, kind, agreedOn, answerBy, waivedCents } = agreement;
  return {
    agreementId,
    customerId: record.customerId,
    code: record.code,
    name: record.name,
    kind,
    state,
    agreedOn,
    answerBy,
    totalCents: agreement.parts.reduce((sum, { amountCents }) => sum + amountCents, 0),
    receivedCents,
    openCents,
    waivedCents,
    currency: own.currency,
    partCount: agreement.parts.length,
    paidCount: parts.filter(({ outcome }) => PAID_OUTCOMES.has(outcome)).length,
    nextDueDate: next?.dueDate ?? null,
    nextCents: next?.openCents ?? 0,
    documentNumbers: own.items.map(({ documentNumber }) => documentNumber ?? ''),
    comment: own.comment,
    sentence: agreementSentence({ ...judged, currency: own.currency }, today, language),
    parts: parts.map(({ rank, dueDate, amountCents, receivedCents: received, outcome }) => ({
      rank,
      dueDate,
      amountCents,
      receivedCents: received,
      outcome,
    })),
    steps: [...possibleSteps(judged, today)],
  };
}

/** The record that an agreement was judged from. */
export function recordOf(
  agreements: readonly AgreementRecord[],
  agreementId: number,
): AgreementRecord {
  const own = agreements.find((one) => one.agreementId === agreementId);
  if (own === undefined) throw new Error(`agreement ${agreementId} of no customer`);
  return own;
}
