/**
 * The words of a call and of a short message: the template of the payer's tone filled with his own
 * facts, by the same road as every message.
 *
 * A payer whom no step calls (an agreed call, a broken promise) gets the same script, on what he
 * owes that is late.
 */
import type { CoveredItem, PlannedMessage } from '../../../shared/domain/dunning/day-plan.ts';
import type {
  MessageContent,
  MessageIssuer,
  MessageKind,
} from '../../../shared/domain/message/message.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { AssessedItem } from '../../../shared/domain/receivable/verdict.ts';
import { writeMessage } from '../../message/write-message.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { segmentOfPayer } from '../dunning/dunning-facts.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import { messageFacts } from '../messages/message-facts.ts';
import {
  type LibraryTemplate,
  templateFor,
  templateLibrary,
} from '../messages/templates-in-force.ts';
import { accountsOfPayer } from '../portfolio/portfolio.ts';
import { callTasksOf, plannedShortMessage } from './day-calls.ts';

export type SpokenKind = Extract<MessageKind, 'call_script' | 'sms'>;

/** The text for this payer; null where the facts lack what it states. */
export function spokenWords(
  company: OpenCompany,
  known: CompanyPlan,
  wanted: {
    readonly payerId: number;
    readonly kind: SpokenKind;
    readonly issuer: MessageIssuer;
  },
): { readonly title: string; readonly paragraphs: readonly string[] } | null {
  const { payerId, kind, issuer } = wanted;
  const planned =
    kind === 'sms' ? plannedShortMessage(known, payerId) : (callTasksOf(known, payerId)[0] ?? null);
  const step = planned ?? lateStep(known, payerId);
  if (step === null) return null;
  const templates = company.ledger.read(templateLibrary);
  const templateKey = ownKey(templates, step.templateKey, kind);
  const message: PlannedMessage = {
    ...step,
    kind: 'reminder',
    templateKey: kind,
    mode: 'to_confirm',
    confirmReason: null,
    promiseId: null,
    thanks: null,
  };
  const facts = messageFacts(company, known, message, { issuer });
  const { language, tone } = facts;
  const template = templateFor(templates, { templateKey, language, tone, kind });
  if (template === null) throw new Error(`No template of kind ${kind}`);
  const written = writeMessage(template, facts);
  return written.isDone ? wordsOf(written.value) : null;
}

function wordsOf({ subject, blocks }: MessageContent) {
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  return { title: subject, paragraphs };
}

/** The user's own template of the step, where it is one of this kind. */
function ownKey(
  templates: ReadonlyMap<string, LibraryTemplate>,
  templateKey: string | null,
  kind: SpokenKind,
): string {
  const isOfKind = Array.from(templates.values()).some(
    ({ template }) => template.templateKey === templateKey && template.kind === kind,
  );
  return isOfKind && templateKey !== null ? templateKey : kind;
}

/** What a payer owes that is late, as a step that claims nothing; null when nothing is. */
function lateStep(known: CompanyPlan, payerId: number): PlannedMessage | null {
  const { portfolio } = known;
  const accounts = accountsOfPayer(portfolio, payerId);
  const late = accounts.flatMap(({ record, assessed }) =>
    assessed.flatMap(({ items }) =>
      items.flatMap((item) => coveredIfLate(record.customerId, item, portfolio.today)),
    ),
  );
  const currency =
    late.find(({ item }) => item.item.currency === LEDGER_CURRENCY)?.item.item.currency ??
    late[0]?.item.item.currency;
  if (currency === undefined) return null;
  const items = late.filter(({ item }) => item.item.currency === currency);
  return {
    payerId,
    currency,
    scenarioKey: '',
    stepKey: null,
    kind: 'reminder',
    purpose: 'other',
    severity: null,
    channel: 'call',
    templateKey: null,
    tone: segmentOfPayer(payerId, portfolio) ?? 'good',
    senderKey: null,
    isCopiedToRep: false,
    items,
    listed: [],
    dueCents: items.reduce((sum, { amountCents }) => sum + amountCents, 0),
    toFallDueCents: 0,
    mode: 'to_confirm',
    confirmReason: null,
    promiseId: null,
    thanks: null,
  };
}

function coveredIfLate(
  customerId: number,
  item: AssessedItem,
  dueOn: CoveredItem['dueOn'],
): CoveredItem[] {
  const { receivableId } = item.item;
  const isLate = receivableId !== null && item.chaseableCents > 0 && (item.daysPastDue ?? 0) > 0;
  if (!isLate) return [];
  const { chaseableCents: amountCents } = item;
  return [
    { receivableId, customerId, item, claimKey: '', severity: null, cycle: 1, amountCents, dueOn },
  ];
}
