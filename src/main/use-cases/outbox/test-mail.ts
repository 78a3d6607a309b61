/**
 * A reminder sent to oneself: built by the same job as all others, sent by the account in use, and
 * named in the journal. It claims no item, moves no level and is no message of the outbox.
 */

import type { MessageFacts } from '../../../shared/domain/message/message.ts';
import { isOverdue } from '../../../shared/domain/receivable/net-position.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import { mailAccountText } from '../../../shared/text/mail-account.ts';
import { appendEntry } from '../../ledger/journal.ts';
import { exampleFacts } from '../../message/example-facts.ts';
import { writeMessage } from '../../message/write-message.ts';
import type { MailEnvelope } from '../../ports/mailer.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { NO_CHOICE, readDunningFacts } from '../dunning/dunning-facts.ts';
import { companyPlan, messageFor } from '../dunning/plan-keeper.ts';
import { readKeptFile } from '../files/kept-files.ts';
import { addressed, type Draft, draftMessage, NO_DRAFT_EDIT } from '../messages/draft.ts';
import { messageIssuer, messageSender } from '../messages/issuer.ts';
import { requestedFacts } from '../messages/requested-facts.ts';
import { templateFor, templateLibrary } from '../messages/templates-in-force.ts';
import { statementOf } from '../reports/statement-of.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';
import { type BuildOrder, buildNoticesJob } from './build-job.ts';
import { mailAccount } from './mail-account.ts';
import { outcomeSentence, unbuiltSentence } from './outcome-sentence.ts';

export interface TestAnswer {
  readonly isAccepted: boolean;
  readonly sentence: string;
  /** The server's words, or the name of the file. */
  readonly detail: string;
}

export type TestRefusal = 'mail_not_set' | 'customer_unknown' | 'template_invalid' | 'busy';

/** No message of the outbox has this number. */
const NO_NOTICE = 0;

/** Sends it and says what the server answered; `payerId` null for a made-up customer. */
export async function sendTestMail(
  context: AppContext,
  company: OpenCompany,
  asked: { readonly to: string; readonly payerId: number | null },
): Promise<Result<TestAnswer, TestRefusal>> {
  const account = mailAccount(company);
  const { mail } = company.ledger.read(settingsInForce);
  if (account.kind === 'smtp' && (account.host === '' || mail.fromAddress === '')) {
    return refused('mail_not_set');
  }
  const draft = await testDraft(context, company, asked);
  if (!draft.isDone) return draft;
  const built = await build(context, company, draft.value, asked.payerId);
  if (built === null) return refused('busy');
  const { language } = context.settings.read();
  if ('code' in built) {
    const sentence = unbuiltSentence(built.code, language);
    return done({ isAccepted: false, sentence, detail: '' });
  }
  const session = context.mailer.open(account, context.secrets);
  const { envelope, bytes, fileSha256 } = built;
  const outcome = await session
    .send({ envelope, bytes, onDataBegins: () => undefined })
    .finally(() => session.close());
  await company.ledger.write((writer) =>
    appendEntry(writer, {
      kind: 'test_mail_sent',
      customerId: asked.payerId,
      commandId: null,
      payload: { to: asked.to, fileSha256, outcome: outcome.kind },
    }),
  );
  const words = mailAccountText[language];
  const isAccepted = outcome.kind === 'accepted';
  const sentence = !isAccepted
    ? outcomeSentence(outcome, language)
    : outcome.via === 'folder'
      ? words.testWritten
      : words.testAccepted(asked.to);
  return done({ isAccepted, sentence, detail: isAccepted ? outcome.response : outcome.text });
}

async function testDraft(
  context: AppContext,
  company: OpenCompany,
  { to, payerId }: { readonly to: string; readonly payerId: number | null },
): Promise<Result<Draft, 'customer_unknown' | 'template_invalid'>> {
  const plan = await companyPlan(context, company);
  const { portfolio } = plan;
  const issuer = await messageIssuer(company, portfolio.settings);
  const templates = company.ledger.read(templateLibrary);
  const planned = payerId === null ? null : messageFor(plan, payerId);
  if (planned !== null) {
    const edit = { ...NO_DRAFT_EDIT, to };
    const draft = draftMessage(company, planned, { known: plan, issuer, templates }, edit);
    return draft.isDone ? done(toOneself(draft.value, to)) : refused('template_invalid');
  }
  const facts =
    payerId === null ? exampleOf(company, issuer, to) : await factsOf(company, issuer, payerId, to);
  if (facts === null) return refused('customer_unknown');
  const { kind, language, tone } = facts;
  const template = templateFor(templates, { templateKey: kind, kind, language, tone });
  if (template === null) throw new Error(`No template of kind ${kind}`);
  const content = writeMessage(template, facts);
  if (!content.isDone) return refused('template_invalid');
  const where = addressed(
    company,
    facts,
    { payerId: payerId ?? 0, isCopiedToRep: false },
    portfolio,
  );
  const source = { subject: template.subject, body: template.body };
  return done(toOneself({ ...where, content: content.value, source }, to));
}

/** Nobody else gets a copy, and the subject says what it is. */
function toOneself(draft: Draft, to: string): Draft {
  const { content, facts } = draft;
  const subject = mailAccountText[facts.language].testSubject(content.subject);
  return {
    ...draft,
    content: { ...content, subject },
    to: [{ name: '', address: to }],
    cc: [],
    bcc: [],
  };
}

function exampleOf(company: OpenCompany, issuer: MessageFacts['issuer'], to: string): MessageFacts {
  const settings = company.ledger.read(settingsInForce);
  const { language } = settings.identity;
  const today = company.ledger.clock.today();
  const facts = exampleFacts({ kind: 'reminder_1', tone: 'occasional', language, today });
  const { recipient } = facts;
  return {
    ...facts,
    issuer,
    sender: messageSender(settings, null),
    recipient: { ...recipient, email: to },
  };
}

/** Of a customer to whom nothing is planned: what he owes that is late, or else all of it. */
async function factsOf(
  company: OpenCompany,
  issuer: MessageFacts['issuer'],
  payerId: number,
  to: string,
): Promise<MessageFacts | null> {
  const portfolio = await company.portfolio.read();
  const account = portfolio.accounts.get(payerId);
  if (account === undefined) return null;
  const facts = company.ledger.read((reader) => readDunningFacts(reader, portfolio, payerId));
  const open = account.items.filter(({ outstandingCents }) => outstandingCents > 0);
  const late = open.filter((item) => isOverdue(item, portfolio.today));
  const shown = late.length === 0 ? open : late;
  const items = shown.filter(({ currency }) => currency === shown[0]?.currency);
  const language = (facts.choices.get(payerId) ?? NO_CHOICE).language ?? 'fr';
  const known = { portfolio, facts };
  const asked = { kind: 'reminder_1', customerId: payerId, items, to, language } as const;
  return requestedFacts(company, known, { ...asked, enclosures: [] }, issuer);
}

type Built =
  | { readonly envelope: MailEnvelope; readonly bytes: Buffer; readonly fileSha256: string }
  | { readonly code: string };

async function build(
  context: AppContext,
  company: OpenCompany,
  draft: Draft,
  payerId: number | null,
): Promise<Built | null> {
  const portfolio = await company.portfolio.read();
  const { language } = draft.facts;
  const order: BuildOrder = {
    noticeId: NO_NOTICE,
    channel: 'email',
    draft,
    messageId: null,
    statement:
      draft.withStatement && payerId !== null
        ? await statementOf(company, portfolio, { customerId: payerId, asOf: null, language })
        : null,
  };
  const { filesPath } = company.folder;
  const { outcome } = context.jobs.start(
    buildNoticesJob,
    {
      filesPath,
      sentAt: context.clock.now(),
      layout: portfolio.settings.letters,
      orders: [order],
    },
    { companyKey: company.key, subject: '', mayCancel: false },
  );
  const end = await outcome;
  if (end.state !== 'done') return null;
  const [built] = end.output;
  if (built === undefined) return null;
  if (!built.isBuilt) return { code: built.code };
  const bytes = await readKeptFile(filesPath, built.fileSha256);
  const { envelope, fileSha256 } = built;
  return bytes === null || envelope === null ? null : { envelope, bytes, fileSha256 };
}
