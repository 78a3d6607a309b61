/**
 * A template written before it is saved: for the payer of a real customer, or for a made-up one.
 *
 * Of a real customer everything that is so is stated. What has not happened to him (a promise, a
 * payment, a dispute) is taken from the made-up message: a thank-you could not be read otherwise.
 */
import type { PlannedMessage } from '../../../shared/domain/dunning/day-plan.ts';
import { SEVERITIES, type Severity } from '../../../shared/domain/dunning/severity.ts';
import type {
  MessageFacts,
  MessageKind,
  MessageTemplate,
} from '../../../shared/domain/message/message.ts';
import { THANK_YOU_KINDS } from '../../../shared/domain/message/step-template.ts';
import type { TemplateProblem } from '../../../shared/domain/message/template-problem.ts';
import type { AssessedItem } from '../../../shared/domain/receivable/verdict.ts';
import type { Language } from '../../../shared/format/language.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { templateProblemSentence } from '../../../shared/text/template-problems.ts';
import { checkTemplate } from '../../message/check-template.ts';
import { exampleFacts } from '../../message/example-facts.ts';
import { messageHtml } from '../../message/html.ts';
import { inlinePictures } from '../../message/inline-pictures.ts';
import { messageText } from '../../message/text.ts';
import { writeMessage } from '../../message/write-message.ts';
import { CommandRefused } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { NO_CHOICE } from '../dunning/dunning-facts.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import { messageIssuer } from '../messages/issuer.ts';
import { messageFacts } from '../messages/message-facts.ts';

/** The message as it would be read, with what is wrong with the template. */
export async function previewOf(
  template: MessageTemplate,
  facts: MessageFacts,
  language: Language,
) {
  const ofTemplate = checkTemplate(template);
  const written = ofTemplate.length > 0 ? null : writeMessage(template, facts);
  const { name, contactName } = facts.recipient;
  const recipient = contactName === '' ? name : `${name} (${contactName})`;
  const problems = [
    ...ofTemplate.map((problem) => saidProblem(problem, true, language)),
    ...(written === null || written.isDone
      ? []
      : written.refusal.map((problem) => saidProblem(problem, false, language))),
  ];
  if (written === null || !written.isDone) {
    return { problems, recipient, subject: '', html: '', text: '' };
  }
  const content = written.value;
  const pictures = await inlinePictures(facts);
  return {
    problems,
    recipient,
    subject: content.subject,
    html: messageHtml(content, facts, {
      pictures,
      addressOf: ({ mediaType, base64 }) => `data:${mediaType};base64,${base64}`,
    }),
    text: messageText(content, facts),
  };
}

/** The facts of the made-up customer. */
export function madeUpFacts(template: MessageTemplate, today: CalendarDate): MessageFacts {
  const { kind, tone, language } = template;
  return exampleFacts({ kind, tone, language, today });
}

/** The facts of a customer's payer, as a message of this kind would state them today. */
export async function factsOfCustomer(
  company: OpenCompany,
  known: CompanyPlan,
  template: MessageTemplate,
  customerId: number,
): Promise<MessageFacts> {
  const message = messageFor(known, template, customerId);
  const { payerId } = message;
  const { kind, tone, language } = template;
  const choice = known.facts.choices.get(payerId) ?? NO_CHOICE;
  const choices = new Map(known.facts.choices).set(payerId, { ...choice, language });
  const facts = messageFacts(company, { ...known, facts: { ...known.facts, choices } }, message, {
    issuer: await messageIssuer(company, known.portfolio.settings),
  });
  const { promise, payment, dispute, handOver } = madeUpFacts(template, known.portfolio.today);
  return {
    ...facts,
    kind,
    tone,
    promise: facts.promise ?? promise,
    payment: facts.payment ?? payment,
    dispute: facts.dispute ?? dispute,
    handOver: facts.handOver ?? handOver,
  };
}

/** What is planned for the payer, or what would be if his day had come. */
function messageFor(
  known: CompanyPlan,
  template: MessageTemplate,
  customerId: number,
): PlannedMessage {
  const payerId = payerOf(known, customerId);
  const thanks = known.thanks.get(payerId)?.message ?? null;
  if (thanks !== null && THANK_YOU_KINDS.includes(template.kind)) return thanks;
  const plan = known.byPayer.get(payerId);
  if (plan === undefined) throw new CommandRefused('nothing_open');
  const severity = severityOf(template.kind);
  const planned = plan.message;
  if (planned !== null) return { ...planned, kind: kindOf(template.kind), severity };
  const currency = known.settings.mainCurrency;
  const own = plan.items.filter((one) => one.currency === currency);
  const lines = own.flatMap(({ customerId: of, item, severity: reached }) => {
    const { receivableId } = item.item;
    const amountCents = askedOf(item);
    return receivableId === null || amountCents <= 0
      ? []
      : [{ receivableId, customerId: of, item, severity: reached, amountCents }];
  });
  if (lines.length === 0) throw new CommandRefused('nothing_open');
  const { today } = known.portfolio;
  const isPast = ({ item }: (typeof lines)[number]) =>
    item.item.dueDate !== null && item.item.dueDate < today;
  return {
    payerId,
    currency,
    scenarioKey: plan.assignments[0]?.scenarioKey ?? '',
    stepKey: null,
    kind: kindOf(template.kind),
    purpose: template.kind === 'notice' ? 'notice' : 'reminder',
    severity,
    channel: 'email',
    templateKey: template.templateKey,
    tone: template.tone,
    senderKey: null,
    isCopiedToRep: false,
    items: lines.filter(isPast).map((line) => ({ ...line, claimKey: '', cycle: 0, dueOn: today })),
    listed: lines
      .filter((line) => !isPast(line))
      .map((line) => ({ ...line, section: 'to_fall_due' as const })),
    dueCents: 0,
    toFallDueCents: 0,
    mode: 'to_confirm',
    confirmReason: null,
    promiseId: null,
    thanks: null,
  };
}

function payerOf({ portfolio }: CompanyPlan, customerId: number): number {
  if (!portfolio.accounts.has(customerId)) throw new CommandRefused('customer_unknown');
  for (const [payerId, ids] of portfolio.payers) if (ids.includes(customerId)) return payerId;
  return customerId;
}

/** What a message may ask for: not what is disputed, promised, stopped or covered by a credit. */
function askedOf({ parts }: AssessedItem): number {
  return parts
    .filter(({ verdict }) => verdict === 'chaseable' || verdict === 'not_due')
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
}

function severityOf(kind: MessageKind): Severity | null {
  if (kind === 'formal_notice_consumer') return 'formal_notice';
  return SEVERITIES.find((severity) => severity === kind) ?? null;
}

function kindOf(kind: MessageKind): PlannedMessage['kind'] {
  if (kind === 'notice' || kind === 'hand_over' || kind === 'promise_broken') return kind;
  return severityOf(kind) === 'formal_notice' ? 'formal_notice' : 'reminder';
}

function saidProblem(problem: TemplateProblem, isOfTemplate: boolean, language: Language) {
  const { code, field, line, column } = problem;
  return {
    code,
    sentence: templateProblemSentence(problem, language),
    isOfTemplate,
    field,
    line,
    column,
  };
}
