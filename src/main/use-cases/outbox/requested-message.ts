/**
 * What a customer asks for, sent at once: copies of invoices, a statement of account.
 *
 * A message of the outbox like any other — kept, sent at most once, refused addresses marked — but
 * nobody is chased: it claims no step and moves no level.
 */
import { answerCodeOf } from '../../../shared/domain/message/answer-code.ts';
import type { Writer } from '../../ledger/session.ts';
import { appendNotice, lastNoticeId } from '../../ledger/stores/notices.ts';
import { writeMessage } from '../../message/write-message.ts';
import { CommandRefused } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { readDunningFacts } from '../dunning/dunning-facts.ts';
import { addressed, type Draft, storedDraft } from '../messages/draft.ts';
import { messageIssuer } from '../messages/issuer.ts';
import { type RequestedMessage, requestedFacts } from '../messages/requested-facts.ts';
import { templateFor, templateLibrary } from '../messages/templates-in-force.ts';
import { isLocked, sendingGuards } from './sending-guards.ts';

export interface PreparedMessage {
  readonly payerId: number;
  readonly draft: Draft;
  readonly messageId: string;
}

/** Writes the message. Throws the refusal of the contract. */
export async function prepareRequested(
  context: AppContext,
  company: OpenCompany,
  wanted: RequestedMessage,
): Promise<PreparedMessage> {
  const portfolio = await company.portfolio.read();
  const account = portfolio.accounts.get(wanted.customerId);
  if (account === undefined) throw new CommandRefused('customer_unknown');
  const guards = sendingGuards(context, company, portfolio);
  if (isLocked(guards)) throw new CommandRefused('sending_locked', guards[0] ?? null);
  if (guards.includes('mail_not_set')) throw new CommandRefused('mail_not_set');
  const facts = requestedFacts(
    company,
    { portfolio, facts: company.ledger.read((reader) => readDunningFacts(reader, portfolio)) },
    wanted,
    await messageIssuer(company, portfolio.settings),
  );
  const { kind, tone, language } = facts;
  const templates = company.ledger.read(templateLibrary);
  const template = templateFor(templates, { templateKey: kind, kind, language, tone });
  if (template === null) throw new Error(`No template of kind ${kind}`);
  const content = writeMessage(template, facts);
  if (!content.isDone) {
    throw new CommandRefused('template_invalid', content.refusal[0]?.code ?? null);
  }
  const payerId = account.record.payerCustomerId;
  const where = addressed(company, facts, { payerId, isCopiedToRep: false }, portfolio);
  const source = { subject: template.subject, body: template.body };
  const draft = { ...where, content: content.value, source };
  const domain = draft.from.address.split('@')[1] ?? 'encours.invalid';
  return { payerId, draft, messageId: `${context.ids.next()}@${domain}` };
}

/** Puts it in the outbox, inside the transaction of its command; it is due at once. */
export function appendRequested(
  writer: Writer,
  entryId: number,
  { payerId, draft, messageId }: PreparedMessage,
): number {
  const { facts, content } = draft;
  const answerCode = draft.withAnswerLinks ? answerCodeOf(lastNoticeId(writer) + 1) : '';
  const appended = appendNotice(writer, entryId, {
    runId: null,
    payerId,
    day: writer.clock.today(),
    channel: 'email',
    kind: facts.kind,
    purpose: 'other',
    severity: null,
    scenarioKey: null,
    stepKey: null,
    promiseId: null,
    isAutomatic: false,
    recipient: facts.recipient.email,
    messageId,
    currency: facts.currency,
    totalCents: facts.totals.dueCents,
    subject: content.subject,
    holdUntil: null,
    facts: storedDraft({ ...draft, facts: { ...facts, answerCode } }),
    items: [],
  });
  if (!appended.isDone) throw new Error('A message that claims nothing was found claimed.');
  return appended.value;
}
