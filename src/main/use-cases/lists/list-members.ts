/**
 * Who stands in each list of customers, and why: one function a list. What a row is about (a
 * disputed amount, a receipt, a step) is said here; what the customer owes is added to all alike.
 */
import type { CustomerList } from '../../../shared/contract/customer-lists.ts';
import { isExpiring } from '../../../shared/domain/hold/hold.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { formatCount, formatDays } from '../../../shared/format/number.ts';
import { daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { customerListText } from '../../../shared/text/screens/customer-lists.ts';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import { blockRows } from '../calls/order-blocks.ts';
import { entriesOfDay, plannedRow } from '../dunning/planned-rows.ts';
import type { ListFrame, ListMember } from './list-frame.ts';
import { accountsOf, plainMember } from './member.ts';
import { STATE_LISTS } from './state-members.ts';

/** Late beyond these days without any action is forgotten; a dispute is asleep after the others. */
const FORGOTTEN_DAYS = 60;
const ASLEEP_DAYS = 30;
/** Receipts of so many days are of late. */
export const RECENT_DAYS = 30;

type Members = (frame: ListFrame) => ListMember[];

const neverChased: Members = (frame) =>
  accountsOf(frame)
    .filter(
      (account) =>
        (account.sums.oldestDaysPastDue ?? 0) > FORGOTTEN_DAYS &&
        frame.lastContactOf(account) === null,
    )
    .map((account) => plainMember(frame, account, ''));

const badPayers: Members = (frame) => {
  const { known, language } = frame;
  const words = customerListText[language];
  const { habits } = known.portfolio;
  return accountsOf(frame)
    .filter(
      ({ record, items }) =>
        items.length > 0 && known.payers.get(record.payerCustomerId)?.segment === 'chronic',
    )
    .map((account) => {
      const delay = habits.get(account.record.payerCustomerId)?.usualDelayDays ?? null;
      const detail = delay === null ? '' : words.usualDelay(formatDays(delay, { language }));
      return plainMember(frame, account, detail);
    });
};

const keyAccounts: Members = (frame) =>
  accountsOf(frame)
    .filter(({ profile, items }) => profile === 'key_account' && items.length > 0)
    .map((account) => plainMember(frame, account, ''));

const doNotChase: Members = (frame) => {
  const words = customerListText[frame.language];
  return accountsOf(frame)
    .filter(({ record }) => record.isDoNotChase || record.isVip)
    .map((account) => {
      const { isVip, isDoNotChase } = account.record;
      const signs = [isDoNotChase ? words.doNotChase : '', isVip ? words.vip : ''];
      return plainMember(frame, account, signs.filter((sign) => sign !== '').join(', '));
    });
};

const disputesAsleep: Members = (frame) => {
  const { today } = frame.known.portfolio;
  const { reasons } = followUpText[frame.language];
  return accountsOf(frame).flatMap((account) => {
    const last = frame.lastContactOf(account);
    if (last !== null && daysBetween(last, today) < ASLEEP_DAYS) return [];
    return account.openDisputes
      .filter(({ openedOn }) => daysBetween(openedOn, today) >= ASLEEP_DAYS)
      .map((dispute) => ({
        ...plainMember(frame, account, reasons[dispute.reason] ?? dispute.reason),
        rowKey: `dispute-${dispute.disputeId}`,
        amountCents: dispute.items.reduce((sum, item) => sum + item.amountCents, 0),
        currency: dispute.currency,
        day: dispute.openedOn,
      }));
  });
};

const blocked: Members = (frame) => {
  const { company, known, language } = frame;
  const words = customerListText[language];
  return blockRows(company, known, language).flatMap((row) => {
    const account = known.portfolio.accounts.get(row.customerId);
    if (account === undefined) return [];
    return {
      ...plainMember(frame, account, words.blocks[row.state] ?? row.state),
      rowKey: row.rowKey,
      amountCents: row.amountCents,
      currency: row.currency,
      day: row.since,
    };
  });
};

const holdsExpiring: Members = (frame) => {
  const { today, calendar } = frame.known.portfolio;
  const { reasons } = followUpText[frame.language];
  return accountsOf(frame).flatMap((account) =>
    account.holds
      .filter((hold) => !hold.isEnded && isExpiring(hold, today, calendar))
      .map((hold) => {
        const item = account.items.find(({ receivableId }) => receivableId === hold.receivableId);
        const reason = reasons[hold.reason] ?? hold.reason;
        const parts = [reason, hold.documentNumber ?? ''].filter((part) => part !== '');
        return {
          ...plainMember(frame, account, parts.join(' · ')),
          rowKey: `hold-${hold.holdId}`,
          amountCents: item?.outstandingCents ?? account.sums.overdueCents,
          currency: item?.currency ?? LEDGER_CURRENCY,
          day: hold.reviewOn,
        };
      }),
  );
};

const receipts: Members = (frame) => {
  const { known, language, received } = frame;
  const { accounts } = known.portfolio;
  const words = customerListText[language];
  return received.flatMap(({ customerId, currency, amountCents, paymentCount, lastDay }) => {
    const account = accounts.get(customerId);
    if (account === undefined) return [];
    return {
      ...plainMember(frame, account, words.payments(formatCount(paymentCount, { language }))),
      rowKey: `${customerId}-${currency}`,
      amountCents,
      currency,
      day: lastDay,
    };
  });
};

const actions: Members = (frame) => {
  const { known, language } = frame;
  const words = customerListText[language];
  return entriesOfDay(known).flatMap((entry, index) => {
    const account = known.portfolio.accounts.get(entry.payerId);
    if (account === undefined) return [];
    const row = plannedRow(known, entry, language);
    return {
      ...plainMember(frame, account, words.step(row.scenarioName, row.stepLabel)),
      rowKey: `${entry.payerId}-${index}`,
      groupKey: row.scenarioKey,
      groupLabel: row.scenarioName,
      amountCents: row.dueCents,
      currency: row.currency,
    };
  });
};

/** Each list by its name. */
export const LIST_MEMBERS: Readonly<Record<CustomerList, Members>> = {
  never_chased: neverChased,
  bad_payers: badPayers,
  key_accounts: keyAccounts,
  do_not_chase: doNotChase,
  disputes_asleep: disputesAsleep,
  blocked,
  holds_expiring: holdsExpiring,
  ...STATE_LISTS,
  receipts,
  actions,
};
