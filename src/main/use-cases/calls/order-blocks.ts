/**
 * Blocks of orders: proposed by a step, asked of the sales office by a mail, followed until the
 * customer has paid. Encours blocks nothing itself: whoever keeps the orders does.
 */
import type { BlockRow, OfficeMail } from '../../../shared/contract/calls.ts';
import type { OrderBlockProposal } from '../../../shared/domain/dunning/day-plan.ts';
import { orderBlockState } from '../../../shared/domain/dunning/order-block.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import { formatDate } from '../../../shared/format/date.ts';
import type { Language } from '../../../shared/format/language.ts';
import { daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { callsText } from '../../../shared/text/calls.ts';
import { recordStepDone, undoStepsOfEntry } from '../../ledger/stores/dunning-decisions.ts';
import {
  appendOrderBlock,
  loadOrderBlock,
  type ReleaseReason,
  releaseOrderBlock,
} from '../../ledger/stores/order-blocks.ts';
import { type OrderBlockRecord, readOrderBlocks } from '../../ledger/views/order-blocks.ts';
import { CommandRefused, recordCommand } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import { messageSender } from '../messages/issuer.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { draftFile } from './plain-mail.ts';

const ORDER = ['to_release', 'to_block', 'blocked'] as const;

/** To release, to block, blocked: the most urgent first, then the largest. */
export function blockRows(
  company: OpenCompany,
  known: CompanyPlan,
  language: Language,
): readonly BlockRow[] {
  const proposals = known.plan.payers.flatMap(({ orderBlocks }) => orderBlocks);
  const blocks = company.ledger.read((reader) => readOrderBlocks(reader, null));
  return [
    ...proposals.map((proposal) => proposalRow(known.portfolio, proposal, language)),
    ...blocks
      .filter(({ releasedOn }) => releasedOn === null)
      .map((block) => blockedRow(known.portfolio, block, language)),
  ].sort(
    (a, b) =>
      ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
      b.amountCents - a.amountCents ||
      a.customerId - b.customerId,
  );
}

function proposalRow(
  portfolio: Portfolio,
  proposal: OrderBlockProposal,
  language: Language,
): BlockRow {
  const { customerId, currency, amountCents } = proposal;
  return {
    ...namesOf(portfolio, customerId),
    rowKey: `proposal-${customerId}-${currency}`,
    orderBlockId: null,
    state: 'to_block',
    since: null,
    amountCents,
    remainingCents: amountCents,
    currency,
    oldestDaysPastDue: oldestOf(
      portfolio,
      proposal.items.map(({ item }) => item.item),
    ),
    decidedBy: portfolio.settings.calls.blockDecider,
    sentence: reasonOf(portfolio, proposal, language),
  };
}

function blockedRow(portfolio: Portfolio, block: OrderBlockRecord, language: Language): BlockRow {
  const { orderBlockId, customerId, since, amountCents, currency, decidedBy } = block;
  const open = openOf(portfolio, block);
  const remainingCents = open.reduce((sum, { outstandingCents }) => sum + outstandingCents, 0);
  const { residueShareBasisPoints } = portfolio.settings.dunning;
  const state = orderBlockState(amountCents, remainingCents, residueShareBasisPoints);
  const words = callsText[language].block;
  return {
    ...namesOf(portfolio, customerId),
    rowKey: `block-${orderBlockId}`,
    orderBlockId,
    state,
    since,
    amountCents,
    remainingCents,
    currency,
    oldestDaysPastDue: oldestOf(portfolio, open),
    decidedBy,
    sentence:
      state === 'to_release'
        ? words.toRelease(formatDate(since))
        : words.blocked(formatDate(since), formatCents(remainingCents, { currency, language })),
  };
}

function namesOf({ accounts }: Portfolio, customerId: number) {
  const record = accounts.get(customerId)?.record;
  return {
    customerId,
    code: record?.code ?? '',
    name: record?.name ?? '',
    repCode: record?.repCode ?? null,
  };
}

/** What is still owed of the items it was asked for. */
function openOf({ accounts }: Portfolio, block: OrderBlockRecord): readonly OpenItem[] {
  const named = new Set(block.receivableIds);
  return (accounts.get(block.customerId)?.items ?? []).filter(
    ({ receivableId, outstandingCents }) =>
      receivableId !== null && named.has(receivableId) && outstandingCents > 0,
  );
}

function oldestOf({ today }: Portfolio, items: readonly OpenItem[]): number | null {
  const days = items.flatMap(({ dueDate }) =>
    dueDate === null ? [] : [daysBetween(dueDate, today)],
  );
  return days.length === 0 ? null : Math.max(...days);
}

function reasonOf(portfolio: Portfolio, proposal: OrderBlockProposal, language: Language): string {
  const items = proposal.items.map(({ item }) => item.item);
  return callsText[language].block.sentence({
    count: items.length,
    days: oldestOf(portfolio, items),
  });
}

/** Asks for the block of the day: its step is done, its mail is written. */
export async function proposeBlock(
  context: AppContext,
  company: OpenCompany,
  {
    known,
    ...input
  }: {
    readonly known: CompanyPlan;
    readonly commandId: string;
    readonly customerId: number;
    readonly currency: string;
    readonly decidedBy: string;
  },
  errors: object,
) {
  const { commandId, customerId, currency, decidedBy } = input;
  const proposal = known.plan.payers
    .flatMap(({ orderBlocks }) => orderBlocks)
    .find((one) => one.customerId === customerId && one.currency === currency);
  const mail =
    proposal === undefined ? null : await askMail(context, known.portfolio, proposal, decidedBy);
  const entry = {
    commandId,
    kind: 'order_block_proposed',
    customerId,
    payload: { ...input, mail },
  };
  return recordCommand(company, entry, errors, (writer, entryId) => {
    if (proposal === undefined || mail === null) throw new CommandRefused('not_planned');
    const day = writer.clock.today();
    const { items, amountCents } = proposal;
    const orderBlockId = appendOrderBlock(writer, entryId, {
      customerId,
      day,
      currency,
      amountCents,
      decidedBy,
      items,
    });
    for (const { receivableId, claimKey, severity, cycle } of items) {
      recordStepDone(writer, entryId, {
        receivableId,
        claimKey,
        severity,
        cycle,
        day,
        how: 'task',
      });
    }
    return { orderBlockId, mail };
  });
}

/** Ends a block; the mail says so to whoever keeps the orders. */
export async function releaseBlock(
  context: AppContext,
  company: OpenCompany,
  {
    commandId,
    orderBlockId,
    reason,
  }: {
    readonly commandId: string;
    readonly orderBlockId: number;
    readonly reason: ReleaseReason;
  },
  errors: object,
) {
  const portfolio = await company.portfolio.read();
  const block = company.ledger.read((reader) => loadOrderBlock(reader, orderBlockId));
  const mail =
    block === null || reason === 'undone'
      ? null
      : await releaseMail(context, portfolio, block, reason);
  const entry = {
    commandId,
    kind: 'order_block_released',
    customerId: block?.customerId ?? null,
    payload: { orderBlockId, reason },
  };
  return recordCommand(company, entry, errors, (writer, entryId) => {
    const current = loadOrderBlock(writer, orderBlockId);
    if (current === null || current.isReleased) throw new CommandRefused('block_unknown');
    releaseOrderBlock(writer, entryId, { orderBlockId, reason });
    if (reason === 'undone') undoStepsOfEntry(writer, entryId, current.entryId);
    return { mail };
  });
}

function askMail(
  context: AppContext,
  portfolio: Portfolio,
  proposal: OrderBlockProposal,
  decidedBy: string,
): Promise<OfficeMail> {
  const { language } = context.settings.read();
  const words = callsText[language].block;
  const { customerId, currency, amountCents, items } = proposal;
  const { code, name } = namesOf(portfolio, customerId);
  const money = (cents: number) => formatCents(cents, { currency, language });
  const figures = {
    name,
    code,
    amount: money(amountCents),
    lines: items.map(({ item, amountCents: cents }) =>
      words.item(
        item.item.documentNumber,
        item.item.dueDate === null ? '' : formatDate(item.item.dueDate),
        money(cents),
      ),
    ),
    reason: reasonOf(portfolio, proposal, language),
    decidedBy,
    signature: messageSender(portfolio.settings, null).name,
  };
  return draftFile(context, portfolio, {
    to: portfolio.settings.calls.salesOfficeEmail,
    subject: words.askSubject(figures),
    text: words.askText(figures),
    fileName: words.fileName(code),
  });
}

function releaseMail(
  context: AppContext,
  portfolio: Portfolio,
  block: { readonly customerId: number; readonly decidedBy: string },
  reason: 'paid' | 'decision',
): Promise<OfficeMail> {
  const words = callsText[context.settings.read().language].block;
  const { code, name } = namesOf(portfolio, block.customerId);
  const figures = {
    name,
    code,
    amount: '',
    lines: [],
    reason: words.releaseReasons[reason],
    decidedBy: block.decidedBy,
    signature: messageSender(portfolio.settings, null).name,
  };
  return draftFile(context, portfolio, {
    to: portfolio.settings.calls.salesOfficeEmail,
    subject: words.releaseSubject(figures),
    text: words.releaseText(figures),
    fileName: words.fileName(code),
  });
}
