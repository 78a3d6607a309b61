/**
 * A message written and addressed, before its bytes are made: what a preview shows, what an
 * approved message keeps, and what the job turns into an e-mail or a letter. One road for all.
 */
import type { PlannedMessage } from '../../../shared/domain/dunning/day-plan.ts';
import type {
  MessageContent,
  MessageFacts,
  MessageIssuer,
} from '../../../shared/domain/message/message.ts';
import type { TemplateProblem } from '../../../shared/domain/message/template-problem.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { done, type Result } from '../../../shared/kernel/result.ts';
import { type FoundInvoicePdf, findInvoicePdfs } from '../../ledger/stores/invoice-pdfs.ts';
import { writeMessage } from '../../message/write-message.ts';
import type { MailAddress } from '../../ports/mailer.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { type FactsEdit, messageFacts, NO_EDIT } from './message-facts.ts';
import { type LibraryTemplate, templateFor } from './templates-in-force.ts';

/** Changes of the words, by hand, for this message only. */
export interface DraftEdit extends FactsEdit {
  readonly subject: string | null;
  readonly body: string | null;
}

export const NO_DRAFT_EDIT: DraftEdit = { ...NO_EDIT, subject: null, body: null };

export interface Draft {
  readonly facts: MessageFacts;
  readonly content: MessageContent;
  /** The template as it was filled in, for whoever edits this message. */
  readonly source: { readonly subject: string; readonly body: string };
  readonly from: MailAddress;
  readonly replyTo: MailAddress | null;
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly bcc: readonly MailAddress[];
  readonly withStatement: boolean;
  /** Whose statement, and from which day its movements; the payer's open items where it lacks. */
  readonly statement?: { readonly customerId: number; readonly from: CalendarDate | null };
  readonly withAnswerLinks: boolean;
  readonly invoices: readonly FoundInvoicePdf[];
  readonly bytesMax: number;
}

/** What all drafts of a day share. */
export interface DraftNeeds {
  readonly known: Pick<CompanyPlan, 'portfolio' | 'facts' | 'library'>;
  readonly issuer: MessageIssuer;
  readonly templates: ReadonlyMap<string, LibraryTemplate>;
}

/** Writes a planned message, or says what keeps it from being written. */
export function draftMessage(
  company: OpenCompany,
  message: PlannedMessage,
  needs: DraftNeeds,
  edit: DraftEdit = NO_DRAFT_EDIT,
): Result<Draft, readonly TemplateProblem[]> {
  const facts = messageFacts(company, needs.known, message, { issuer: needs.issuer, edit });
  const template = templateFor(needs.templates, {
    templateKey: message.templateKey ?? facts.kind,
    language: facts.language,
    tone: facts.tone,
    kind: facts.kind,
  });
  if (template === null) throw new Error(`No template of kind ${facts.kind}`);
  const source = {
    subject: edit.subject ?? template.subject,
    body: edit.body ?? template.body,
  };
  const content = writeMessage({ ...template, ...source }, facts);
  if (!content.isDone) return content;
  const where = addressed(company, facts, message, needs.known.portfolio);
  return done({ ...where, content: content.value, source });
}

/** From whom to whom, and what is joined. */
export function addressed(
  company: OpenCompany,
  facts: MessageFacts,
  message: Pick<PlannedMessage, 'isCopiedToRep' | 'payerId'>,
  portfolio: Portfolio,
): Omit<Draft, 'content' | 'source'> {
  const { mail, identity } = portfolio.settings;
  const fromAddress = mail.fromAddress === '' ? identity.email : mail.fromAddress;
  const asked = facts.items.filter(({ section }) => section !== 'credit');
  // Thanks ask for nothing: nothing is joined, and there is nothing to answer.
  const isAsking = facts.payment === null;
  return {
    facts,
    from: { name: facts.sender.name, address: fromAddress },
    replyTo: addressOf(mail.replyTo === '' ? facts.sender.email : mail.replyTo),
    to:
      facts.recipient.email === ''
        ? []
        : [{ name: facts.recipient.contactName, address: facts.recipient.email }],
    cc: message.isCopiedToRep ? repOf(message.payerId, portfolio) : [],
    bcc: [addressOf(mail.bcc)].flatMap((address) => address ?? []),
    withStatement: mail.withStatement && isAsking,
    withAnswerLinks: mail.withAnswerLinks && isAsking,
    invoices:
      mail.withInvoices && isAsking
        ? company.ledger.read((reader) =>
            findInvoicePdfs(
              reader,
              asked.map(({ documentNumber }) => documentNumber),
            ),
          )
        : [],
    bytesMax: mail.attachmentBytesMax,
  };
}

function addressOf(address: string): MailAddress | null {
  return address === '' ? null : { name: '', address };
}

function repOf(payerId: number, { accounts, settings }: Portfolio): MailAddress[] {
  const repCode = accounts.get(payerId)?.record.repCode ?? null;
  if (repCode === null) return [];
  return settings.team.collaborators
    .filter((one) => one.repCode === repCode && one.email !== '')
    .map(({ name, email }) => ({ name, address: email }));
}

/** The draft as it is kept: without the logo, which would be stored a thousand times. */
export function storedDraft(draft: Draft): string {
  const { issuer } = draft.facts;
  return JSON.stringify({
    ...draft,
    facts: { ...draft.facts, issuer: { ...issuer, logo: null } },
  });
}

/** A kept draft with the logo of today. */
export function readDraft(stored: string, issuer: MessageIssuer): Draft {
  const draft = JSON.parse(stored) as Draft;
  const { facts } = draft;
  return { ...draft, facts: { ...facts, issuer: { ...facts.issuer, logo: issuer.logo } } };
}
