/**
 * « Renvoyez-moi la facture »: copies of the ticked invoices and the statement, to one contact.
 *
 * A message of the outbox like any other — kept, sent at most once, refused addresses marked — but
 * nobody is chased: it claims no step and moves no level.
 */

import { answerCodeOf } from '../../../shared/domain/message/answer-code.ts';
import type { MessageLanguage } from '../../../shared/domain/message/message.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { dunningBatchText } from '../../../shared/text/dunning-batch.ts';
import { duplicatesText } from '../../../shared/text/duplicates.ts';
import type { Writer } from '../../ledger/session.ts';
import { appendNotice, lastNoticeId } from '../../ledger/stores/notices.ts';
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
import { invoicesOf } from './invoice-folder.ts';
import { holdsWhatIsAsked, isLocked, sendingGuards } from './sending-guards.ts';

export interface WantedDuplicates {
  readonly customerId: number;
  readonly receivableIds: readonly number[];
  readonly to: string;
  readonly language: MessageLanguage;
  readonly withStatement: boolean;
}

export interface PreparedDuplicates {
  readonly payerId: number;
  readonly draft: Draft;
  readonly messageId: string;
  readonly missing: readonly string[];
  readonly joinedCount: number;
}

/** Writes the message. Throws the refusal of the contract. */
export async function prepareDuplicates(
  context: AppContext,
  company: OpenCompany,
  wanted: WantedDuplicates,
): Promise<PreparedDuplicates> {
  const portfolio = await company.portfolio.read();
  const { customerId, language, withStatement } = wanted;
  const account = portfolio.accounts.get(customerId);
  if (account === undefined) throw new CommandRefused('customer_unknown');
  const guards = sendingGuards(context, company, portfolio);
  if (isLocked(guards)) throw new CommandRefused('sending_locked', guards[0] ?? null);
  if (guards.includes('mail_not_set')) throw new CommandRefused('mail_not_set');
  const items = itemsAskedFor(account.items, wanted.receivableIds);
  const numbers = [...new Set(items.map(({ documentNumber }) => documentNumber))];
  const { found, missing } = invoicesOf(company, numbers);
  const words = duplicatesText[language];
  const facts = requestedFacts(
    company,
    { portfolio, facts: company.ledger.read((reader) => readDunningFacts(reader, portfolio)) },
    {
      kind: 'duplicates',
      customerId,
      items,
      to: wanted.to,
      language,
      remark: missing.length === 0 ? '' : words.separately(missing),
      enclosures: [
        ...found.map(({ documentNumber }) => words.invoice(documentNumber)),
        ...(withStatement ? [words.statement] : []),
      ],
    },
    await messageIssuer(company, portfolio.settings),
  );
  const { kind, tone } = facts;
  const templates = company.ledger.read(templateLibrary);
  const template = templateFor(templates, { templateKey: kind, kind, language, tone });
  if (template === null) throw new Error(`No template of kind ${kind}`);
  const content = writeMessage(template, facts);
  if (!content.isDone)
    throw new CommandRefused('template_invalid', content.refusal[0]?.code ?? null);
  const payerId = account.record.payerCustomerId;
  const where = addressed(company, facts, { payerId, isCopiedToRep: false }, portfolio);
  const source = { subject: template.subject, body: template.body };
  const draft = { ...where, content: content.value, source, invoices: found, withStatement };
  const domain = draft.from.address.split('@')[1] ?? 'encours.invalid';
  const messageId = `${context.ids.next()}@${domain}`;
  return { payerId, draft, messageId, missing, joinedCount: found.length };
}

/** Puts it in the outbox, inside the transaction of its command; it is due at once. */
export function appendDuplicates(
  writer: Writer,
  entryId: number,
  { payerId, draft, messageId }: PreparedDuplicates,
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

/** What sending them would do: whom to, which PDFs are known, what stands in the way. */
export async function previewDuplicates(
  context: AppContext,
  company: OpenCompany,
  { customerId, receivableIds }: Pick<WantedDuplicates, 'customerId' | 'receivableIds'>,
) {
  const portfolio = await company.portfolio.read();
  const account = portfolio.accounts.get(customerId);
  if (account === undefined) throw new CommandRefused('customer_unknown');
  const wanted = new Set(receivableIds);
  const items = account.items.filter(({ receivableId }) => wanted.has(receivableId ?? 0));
  const numbers = [...new Set(items.map(({ documentNumber }) => documentNumber))];
  const { found, missing } = invoicesOf(company, numbers);
  const facts = company.ledger.read((reader) => readDunningFacts(reader, portfolio, customerId));
  const guard = sendingGuards(context, company, portfolio).find(holdsWhatIsAsked);
  const words = dunningBatchText[context.settings.read().language];
  return {
    addresses: addressesOf(facts.addresses, customerId).mails.map((contact) => ({ ...contact })),
    language: (facts.choices.get(customerId) ?? NO_CHOICE).language ?? 'fr',
    found: found.map(({ documentNumber }) => documentNumber),
    missing,
    isFolderSet: portfolio.settings.mail.invoiceFolder.trim() !== '',
    lock: guard === undefined ? null : (words.guards[guard] ?? guard),
  };
}

/** Throws for an item settled meanwhile, and for several currencies: one message has one. */
function itemsAskedFor(items: readonly OpenItem[], wanted: readonly number[]): OpenItem[] {
  const open = new Map(items.map((item) => [item.receivableId ?? 0, item]));
  const asked = [...new Set(wanted)].flatMap((id) => open.get(id) ?? []);
  if (asked.length < new Set(wanted).size) throw new CommandRefused('receivable_settled');
  if (new Set(asked.map(({ currency }) => currency)).size > 1) {
    throw new CommandRefused('currencies_mixed');
  }
  return asked;
}
