/**
 * The lists of what a person said of items: factored, handed over, bills, retentions, blocked at
 * the customer's; and of the small residues, with the entry that would close each.
 */
import type { ItemStateKind } from '../../../shared/domain/item-state/item-state-kind.ts';
import { isSmallResidue, looksLikeRetention } from '../../../shared/domain/item-state/residue.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { formatDays } from '../../../shared/format/number.ts';
import { daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { itemStateSentence, itemStateText } from '../../../shared/text/item-state.ts';
import { customerListText } from '../../../shared/text/screens/customer-lists.ts';
import { insuredItems } from '../payers/insured-items.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import type { ListFrame, ListMember } from './list-frame.ts';
import { accountsOf, plainMember } from './member.ts';

/** Differences of payment lost: charges diverses de gestion courante (PCG, compte 658). */
const LOSS_ACCOUNT = '658';
const CUSTOMER_ACCOUNT = '411';

type Members = (frame: ListFrame) => ListMember[];

/** The items of a list that stand in one of these states. */
function inStates(...kinds: readonly ItemStateKind[]): Members {
  return (frame) => accountsOf(frame).flatMap((account) => statesOf(frame, account, kinds));
}

function statesOf(
  frame: ListFrame,
  account: CustomerAccount,
  kinds: readonly ItemStateKind[],
): ListMember[] {
  const { language } = frame;
  return account.states
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap((state) => {
      const item = account.items.find(({ receivableId }) => receivableId === state.receivableId);
      if (item === undefined || item.outstandingCents <= 0) return [];
      return {
        ...itemMember(frame, account, item, itemStateSentence(state, language)),
        groupKey: state.kind,
        groupLabel: itemStateText[language].kinds[state.kind],
        day: state.dueDate ?? state.since,
      };
    });
}

/** A row about one item: its number, then what is to be said of it. */
export function itemMember(
  frame: ListFrame,
  account: CustomerAccount,
  item: OpenItem,
  detail: string,
): ListMember {
  return {
    ...plainMember(frame, account, `${item.documentNumber} · ${detail}`),
    rowKey: `item-${item.receivableId ?? `payment-${item.paymentId ?? 0}`}`,
    amountCents: item.outstandingCents,
    currency: item.currency,
    day: item.dueDate,
  };
}

const retentions: Members = (frame) => [
  ...inStates('retention')(frame),
  ...accountsOf(frame).flatMap((account) =>
    account.items
      .filter(looksLikeRetention)
      .map((item) =>
        itemMember(frame, account, item, customerListText[frame.language].likelyRetention),
      ),
  ),
];

const smallResidues: Members = (frame) => {
  const { thresholds } = frame.known.portfolio.settings;
  const words = customerListText[frame.language];
  return accountsOf(frame).flatMap((account) => {
    const tolerance = account.residueToleranceCents ?? thresholds.residueToleranceCents;
    return account.items
      .filter((item) => item.role === 'ordinary' && isSmallResidue(item, tolerance))
      .map((item) => {
        const detail = words.residueEntry(CUSTOMER_ACCOUNT, LOSS_ACCOUNT);
        return itemMember(frame, account, item, detail);
      });
  });
};

const insurerDeadlines: Members = (frame) => {
  const { language } = frame;
  const words = customerListText[language];
  const { today } = frame.known.portfolio;
  return accountsOf(frame).flatMap((account) =>
    insuredItems(account, today).map(({ item, declareBefore, isBeyondTerms }) => {
      const left = declareBefore === null ? null : daysBetween(today, declareBefore);
      const told = [
        isBeyondTerms ? words.beyondTerms : '',
        left === null
          ? ''
          : left < 0
            ? words.declareMissed
            : words.toDeclare(formatDays(left, { language })),
      ].filter((part) => part !== '');
      return { ...itemMember(frame, account, item, told.join(', ')), day: declareBefore };
    }),
  );
};

/** Each list by its name. */
export const STATE_LISTS = {
  factored: inStates('factored', 'factored_mandate', 'factored_back'),
  handed_over: inStates('handed_over'),
  bills: inStates('bill_to_accept', 'bill_accepted', 'bill_discounted', 'bill_unpaid'),
  retentions,
  blocked_at_customer: inStates('blocked_at_customer'),
  small_residues: smallResidues,
  insurer_deadlines: insurerDeadlines,
} as const satisfies Readonly<Record<string, Members>>;
