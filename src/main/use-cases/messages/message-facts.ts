/** Everything a planned message states, gathered from the books of the day. */

import { nextBusinessDay } from '../../../shared/domain/calendar/business-calendar.ts';
import type { PlannedMessage } from '../../../shared/domain/dunning/day-plan.ts';
import type { Scenario } from '../../../shared/domain/dunning/scenario.ts';
import { severityRank } from '../../../shared/domain/dunning/severity.ts';
import type {
  MessageFacts,
  MessageIssuer,
  MessageKind,
  MessageLanguage,
} from '../../../shared/domain/message/message.ts';
import { MESSAGE_KINDS } from '../../../shared/domain/message/message.ts';
import { addDays, type CalendarDate, daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { CLAIM_ORIGIN, NEXT_STEPS } from '../../../shared/text/next-step.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { type DunningFacts, NO_CHOICE } from '../dunning/dunning-facts.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import { payableTo } from './assigned-items.ts';
import { messageSender } from './issuer.ts';
import { messageCharges } from './message-charges.ts';
import { messageItems } from './message-items.ts';
import { paidItems, paymentOf } from './paid-items.ts';
import { messageRecipient } from './recipient.ts';

/** Calendar days that a message leaves its reader. */
const DEADLINE_DAYS = 8;

/** What a person changed before approving; null fields stay as proposed. */
export interface FactsEdit {
  readonly to: string | null;
  readonly freeSentence: string | null;
  readonly withoutReceivableIds: readonly number[];
}

export const NO_EDIT: FactsEdit = { to: null, freeSentence: null, withoutReceivableIds: [] };

/** The facts of a planned message; `issuer` is read once for all of them. */
export function messageFacts(
  company: OpenCompany,
  known: Pick<CompanyPlan, 'portfolio' | 'facts' | 'library'>,
  message: PlannedMessage,
  { issuer, edit = NO_EDIT }: { readonly issuer: MessageIssuer; readonly edit?: FactsEdit },
): MessageFacts {
  const { portfolio, facts, library } = known;
  const { today, calendar, settings } = portfolio;
  const dropped = new Set(edit.withoutReceivableIds);
  const kept = {
    ...message,
    items: message.items.filter(({ receivableId }) => !dropped.has(receivableId)),
    listed: message.listed.filter(({ receivableId }) => !dropped.has(receivableId)),
  };
  const choice = facts.choices.get(message.payerId) ?? NO_CHOICE;
  const language: MessageLanguage = choice.language ?? 'fr';
  const recipient = messageRecipient(company, known, message.payerId, edit.to);
  const { items, totals } =
    message.thanks === null ? messageItems(kept, portfolio) : paidItems(kept.items, portfolio);
  const deadline = nextBusinessDay(addDays(today, DEADLINE_DAYS), calendar);
  const charges = messageCharges(company, kept.items, {
    portfolio,
    facts,
    recipient,
    language,
    severity: message.severity,
    dueCents: totals.dueCents,
  });
  return {
    kind: kindOf(message, recipient.profile === 'consumer'),
    tone: message.tone,
    language,
    ...payableTo(items, portfolio.payers.get(message.payerId) ?? [message.payerId], {
      issuer,
      portfolio,
    }),
    sender: messageSender(settings, message.senderKey, message.severity),
    recipient,
    currency: message.currency,
    items,
    totals,
    paymentReference: recipient.code,
    today,
    bankDate: portfolio.bankDate,
    deadline,
    deadlineDays: daysBetween(today, deadline),
    previousDates: previousDates(kept.items, facts),
    nextStep: nextStepOf(message, library.get(message.scenarioKey)?.scenario, {
      today,
      language,
      onWorkingDay: (day) => nextBusinessDay(day, calendar),
    }),
    charges,
    promise: promiseOf(message, portfolio),
    payment: message.thanks === null ? null : paymentOf(message.thanks, kept.items),
    dispute: null,
    handOver: null,
    paymentLink: '',
    origin: CLAIM_ORIGIN[language],
    registeredNumber: '',
    freeSentence: edit.freeSentence ?? choice.freeSentence,
    enclosures: [],
    answerCode: '',
  };
}

/** The kind of message of a step: that of its template, with the consumer's own formal notice. */
function kindOf({ templateKey, kind, severity }: PlannedMessage, isConsumer: boolean): MessageKind {
  // A template of the user's own is a thank-you all the same.
  if (kind === 'thank_you') return templateKey === 'thank_you_late' ? templateKey : kind;
  if (kind === 'promise_broken') return 'promise_broken';
  if (kind === 'formal_notice') return isConsumer ? 'formal_notice_consumer' : 'formal_notice';
  const known = MESSAGE_KINDS.find((one) => one === templateKey);
  return known ?? MESSAGE_KINDS.find((one) => one === severity) ?? 'reminder_1';
}

/** Days on which reminders of these items really went, oldest first. */
function previousDates(
  items: PlannedMessage['items'],
  { events }: DunningFacts,
): readonly CalendarDate[] {
  const days = items
    .flatMap(({ receivableId }) => events.get(receivableId) ?? [])
    .flatMap((event) =>
      event.kind === 'step' &&
      event.state === 'sent' &&
      severityRank(event.severity) >= severityRank('reminder_1')
        ? [event.day]
        : [],
    );
  return [...new Set(days)].sort();
}

function nextStepOf(
  message: PlannedMessage,
  scenario: Scenario | undefined,
  form: {
    readonly today: CalendarDate;
    readonly language: MessageLanguage;
    readonly onWorkingDay: (day: CalendarDate) => CalendarDate;
  },
): MessageFacts['nextStep'] {
  const steps = scenario?.steps ?? [];
  const at = steps.findIndex(({ stepKey }) => stepKey === message.stepKey);
  const current = steps[at];
  // What is not written to the customer is not announced to him.
  const next = steps
    .slice(at + 1)
    .find(({ severity, channel }) => severity !== null && channel !== 'none');
  if (current === undefined || next === undefined || next.severity === null) return null;
  const gap = Math.max(1, next.delay.days - current.delay.days);
  const words = NEXT_STEPS[form.language][next.severity];
  return {
    label: next.channel === 'call' ? words.call : words.written,
    on: form.onWorkingDay(addDays(form.today, gap)),
  };
}

function promiseOf(
  { promiseId, payerId }: PlannedMessage,
  { accounts, payers }: CompanyPlan['portfolio'],
): MessageFacts['promise'] {
  if (promiseId === null) return null;
  const found = (payers.get(payerId) ?? [payerId])
    .flatMap((id) => accounts.get(id)?.promises ?? [])
    .find((promise) => promise.promiseId === promiseId);
  return found === undefined
    ? null
    : { amountCents: found.amountCents, on: found.promisedFor, method: found.method ?? '' };
}
