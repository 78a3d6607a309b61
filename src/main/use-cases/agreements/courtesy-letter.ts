/**
 * The message that confirms a promise or acknowledges a dispute: previewed, then sent by the
 * outbox.
 *
 * A message of the outbox like any other — kept, sent at most once — but nobody is chased: it
 * claims no step and moves no level.
 */
import type { Dispute } from '../../../shared/domain/dispute/dispute.ts';
import type {
  MessageFacts,
  MessageKind,
  MessageLanguage,
} from '../../../shared/domain/message/message.ts';
import { dunningBatchText } from '../../../shared/text/dunning-batch.ts';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { Writer } from '../../ledger/session.ts';
import { appendNotice } from '../../ledger/stores/notices.ts';
import { messageText } from '../../message/text.ts';
import { writeMessage } from '../../message/write-message.ts';
import { CommandRefused } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { addressesOf } from '../dunning/addresses.ts';
import { NO_CHOICE, readDunningFacts } from '../dunning/dunning-facts.ts';
import { addressed, type Draft, storedDraft } from '../messages/draft.ts';
import { messageIssuer } from '../messages/issuer.ts';
import { requestedFacts } from '../messages/requested-facts.ts';
import { templateFor, templateLibrary } from '../messages/templates-in-force.ts';
import { holdsWhatIsAsked, isLocked, sendingGuards } from '../outbox/sending-guards.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

export interface LetterSubject {
  readonly about: 'promise' | 'dispute';
  readonly sourceId: number;
}

interface WantedLetter extends LetterSubject {
  readonly to: string | null;
  readonly language: MessageLanguage | null;
}

export interface PreparedLetter {
  readonly payerId: number;
  readonly draft: Draft;
  readonly messageId: string;
}

/** What the letter is about: whose it is, which items it names, what it states of them. */
interface Subject {
  readonly account: CustomerAccount;
  readonly kind: MessageKind;
  readonly receivableIds: ReadonlySet<number>;
  readonly stated: (language: MessageLanguage) => Pick<MessageFacts, 'promise' | 'dispute'>;
}

/** The message as it would leave; throws the refusals of the contract. */
export async function previewLetter(
  context: AppContext,
  company: OpenCompany,
  wanted: WantedLetter,
) {
  const portfolio = await company.portfolio.read();
  const { account, draft } = await draftOf(company, portfolio, wanted);
  const { customerId } = account.record;
  const facts = company.ledger.read((reader) => readDunningFacts(reader, portfolio, customerId));
  const guard = sendingGuards(context, company, portfolio).find(holdsWhatIsAsked);
  const words = dunningBatchText[context.settings.read().language];
  const { recipient, language } = draft.facts;
  return {
    addresses: addressesOf(facts.addresses, customerId).mails.map((contact) => ({ ...contact })),
    to: recipient.email,
    language,
    subject: draft.content.subject,
    text: messageText(draft.content, draft.facts),
    lock: guard === undefined ? null : (words.guards[guard] ?? guard),
  };
}

/** Writes the message; throws the refusals of the contract. */
export async function prepareLetter(
  context: AppContext,
  company: OpenCompany,
  wanted: WantedLetter,
): Promise<PreparedLetter> {
  const portfolio = await company.portfolio.read();
  const guards = sendingGuards(context, company, portfolio);
  if (isLocked(guards)) throw new CommandRefused('sending_locked', guards[0] ?? null);
  if (guards.includes('mail_not_set')) throw new CommandRefused('mail_not_set');
  const { account, draft } = await draftOf(company, portfolio, wanted);
  const domain = draft.from.address.split('@')[1] ?? 'encours.invalid';
  const messageId = `${context.ids.next()}@${domain}`;
  return { payerId: account.record.payerCustomerId, draft, messageId };
}

/** Puts it in the outbox, inside the transaction of its command; it is due at once. */
export function appendLetter(
  writer: Writer,
  entryId: number,
  { payerId, draft, messageId }: PreparedLetter,
): number {
  const { facts, content } = draft;
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
    // The message of a broken promise is another one, and still to come if it breaks.
    promiseId: null,
    isAutomatic: false,
    recipient: facts.recipient.email,
    messageId,
    currency: facts.currency,
    totalCents: facts.dispute?.amountCents ?? facts.promise?.amountCents ?? 0,
    subject: content.subject,
    holdUntil: null,
    facts: storedDraft(draft),
    items: [],
  });
  if (!appended.isDone) throw new Error('A message that claims nothing was found claimed.');
  return appended.value;
}

async function draftOf(
  company: OpenCompany,
  portfolio: Portfolio,
  wanted: WantedLetter,
): Promise<{ readonly account: CustomerAccount; readonly draft: Draft }> {
  const subject = subjectOf(portfolio, wanted);
  if (subject === null) throw new CommandRefused('subject_unknown');
  const { account, kind, receivableIds, stated } = subject;
  const { customerId, payerCustomerId: payerId } = account.record;
  const known = company.ledger.read((reader) => readDunningFacts(reader, portfolio));
  const language =
    wanted.language ?? (known.choices.get(payerId) ?? NO_CHOICE).language ?? ('fr' as const);
  const asked = requestedFacts(
    company,
    { portfolio, facts: known },
    {
      kind,
      customerId,
      items: account.items.filter(({ receivableId }) => receivableIds.has(receivableId ?? 0)),
      to: wanted.to,
      language,
      enclosures: [],
    },
    await messageIssuer(company, portfolio.settings),
  );
  const facts = { ...asked, ...stated(language) };
  const templates = company.ledger.read(templateLibrary);
  const { tone } = facts;
  const template = templateFor(templates, { templateKey: kind, kind, language, tone });
  if (template === null) throw new Error(`No template of kind ${kind}`);
  const content = writeMessage(template, facts);
  if (!content.isDone) {
    throw new CommandRefused('template_invalid', content.refusal[0]?.code ?? null);
  }
  const where = addressed(company, facts, { payerId, isCopiedToRep: false }, portfolio);
  const source = { subject: template.subject, body: template.body };
  const draft = {
    ...where,
    content: content.value,
    source,
    invoices: [],
    withStatement: false,
    withAnswerLinks: false,
  };
  return { account, draft };
}

/** Null for a promise that nobody awaits any more, and for a dispute that is closed. */
function subjectOf({ accounts }: Portfolio, { about, sourceId }: LetterSubject): Subject | null {
  for (const account of accounts.values()) {
    const found = about === 'promise' ? promiseIn(account, sourceId) : disputeIn(account, sourceId);
    if (found !== null) return found;
  }
  return null;
}

function promiseIn(account: CustomerAccount, promiseId: number): Subject | null {
  const isJudged = account.judgedPromises.some((one) => one.promise.promiseId === promiseId);
  const promise = account.promises.find((one) => one.promiseId === promiseId);
  if (!isJudged || promise === undefined) return null;
  const { amountCents, promisedFor: on, method, items } = promise;
  return {
    account,
    kind: 'promise_confirmation',
    receivableIds: new Set(items.map(({ receivableId }) => receivableId)),
    stated: () => ({ promise: { amountCents, on, method: method ?? '' }, dispute: null }),
  };
}

function disputeIn(account: CustomerAccount, disputeId: number): Subject | null {
  const dispute = account.openDisputes.find((one) => one.disputeId === disputeId);
  if (dispute === undefined) return null;
  const { reason, owner, answerBy, items } = dispute;
  const amountCents = disputedCents(items);
  return {
    account,
    kind: 'dispute_received',
    receivableIds: new Set(items.map(({ receivableId }) => receivableId)),
    stated: (language) => ({
      promise: null,
      dispute: {
        reference: `L${disputeId}`,
        reason: followUpText[language].reasons[reason] ?? reason,
        owner,
        answerBy,
        amountCents,
      },
    }),
  };
}

function disputedCents(items: Dispute['items']): number {
  return items.reduce((sum, { amountCents }) => sum + amountCents, 0);
}
