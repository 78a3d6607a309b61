/**
 * Short messages (SMS): prepared, then copied by hand to a telephone or sent through a gateway that
 * takes e-mails; logged either way, once.
 *
 * Through the gateway it is logged before it leaves: after a crash in between it may be missing at
 * the customer's, never there twice. What the server refuses is taken back and said.
 */
import type { z } from 'zod';
import type { sendShortMessage as contractOf } from '../../../shared/contract/calls.ts';
import {
  gatewayAddress,
  internationalNumber,
  statesAmount,
} from '../../../shared/domain/message/short-message.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { callsText } from '../../../shared/text/calls.ts';
import { answerOf, appendEntry } from '../../ledger/journal.ts';
import type { Reader } from '../../ledger/session.ts';
import { appendContactLog, undoContactLog } from '../../ledger/stores/contact-log.ts';
import { recordStepDone, undoStepsOfEntry } from '../../ledger/stores/dunning-decisions.ts';
import {
  readStatedContacts,
  readStatedReach,
  readTypedContacts,
} from '../../ledger/views/customers.ts';
import type { WrittenMail } from '../../ports/mailer.ts';
import { asContractError, CommandRefused, recordCommand } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import type { CompanyPlan } from '../dunning/plan-keeper.ts';
import { messageIssuer, messageSender } from '../messages/issuer.ts';
import { outcomeSentence } from '../outbox/outcome-sentence.ts';
import { accountsOfPayer, type Portfolio } from '../portfolio/portfolio.ts';
import { spokenWords } from './call-words.ts';
import { type CallReader, callRow, plannedShortMessage } from './day-calls.ts';
import { checkMaySend, sendPlainMail, writePlainMail } from './plain-mail.ts';

type Input = z.output<NonNullable<(typeof contractOf)['~orpc']['inputSchema']>>;

interface TelephoneNumber {
  readonly contactId: number | null;
  readonly name: string;
  readonly number: string;
  readonly isNamed: boolean;
}

/** The text for a payer and the numbers it may go to; null for one that is no customer. */
export async function preparedShortMessage(
  company: OpenCompany,
  known: CompanyPlan,
  payerId: number,
  reader: CallReader,
) {
  const { portfolio } = known;
  if (!portfolio.accounts.has(payerId)) return null;
  const issuer = await messageIssuer(company, portfolio.settings);
  const words = callsText[reader.language];
  const written = spokenWords(company, known, { payerId, kind: 'sms', issuer });
  const neutralText = words.neutral(issuer.name, messageSender(portfolio.settings, null).phone);
  return {
    text: written?.paragraphs.join('\n') ?? neutralText,
    neutralText,
    problem: written === null ? words.shortMessageProblem : null,
    numbers: numbersOf(company, portfolio, payerId, words.switchboard),
    hasGateway: portfolio.settings.calls.smsGateway !== '',
    warnings: callRow(known, payerId, [], reader).warnings,
  };
}

/** Numbers of the payer's accounts, mobiles first, each once. */
function numbersOf(
  company: OpenCompany,
  portfolio: Portfolio,
  payerId: number,
  switchboard: string,
): TelephoneNumber[] {
  const found = company.ledger.read((reader) =>
    accountsOfPayer(portfolio, payerId).flatMap(({ record }) =>
      numbersOfCustomer(reader, record.customerId, switchboard),
    ),
  );
  const seen = new Set<string>();
  return found
    .filter(({ number }) => {
      const digits = internationalNumber(number);
      if (digits === null || seen.has(digits)) return false;
      seen.add(digits);
      return true;
    })
    .sort((a, b) => (isMobile(b.number) ? 1 : 0) - (isMobile(a.number) ? 1 : 0));
}

function numbersOfCustomer(
  reader: Reader,
  customerId: number,
  switchboard: string,
): TelephoneNumber[] {
  const of = (
    name: string,
    contactId: number | null,
    ...numbers: readonly (string | null)[]
  ): TelephoneNumber[] => {
    const isNamed = name.trim() !== '';
    return numbers.flatMap((number) =>
      number === null || number.trim() === ''
        ? []
        : [{ contactId, name: isNamed ? name : switchboard, number, isNamed }],
    );
  };
  return [
    ...readTypedContacts(reader, customerId).flatMap((row) =>
      of(row.name, row.contactId, row.mobile, row.phone),
    ),
    ...readStatedContacts(reader, customerId).flatMap((row) => of(row.name, null, row.phone)),
    ...readStatedReach(reader, customerId).flatMap((row) => of('', null, row.phone)),
  ];
}

/** French mobiles, and numbers of abroad, whose plan is not known here. */
function isMobile(number: string): boolean {
  const digits = internationalNumber(number) ?? '';
  return /^33[67]/.test(digits);
}

/** Logs it, and sends it where a gateway is asked for. */
export async function sendShortMessage(
  context: AppContext,
  company: OpenCompany,
  { known, input }: { readonly known: CompanyPlan; readonly input: Input },
  errors: object,
) {
  const first = company.ledger.read((reader) => answerOf(reader, input.commandId));
  try {
    const mail = first === null ? await checkedMail(context, company, known, input) : null;
    const logged = await logShortMessage(context, company, { known, input }, errors);
    if (mail !== null) await send(context, company, { mail, ...logged });
    return logged;
  } catch (error) {
    throw asContractError(error, errors as Parameters<typeof asContractError>[1]);
  }
}

/** The mail to the gateway; null for a message that was copied. */
async function checkedMail(
  context: AppContext,
  company: OpenCompany,
  { portfolio }: CompanyPlan,
  { payerId, number, text, way }: Input,
): Promise<WrittenMail | null> {
  if (!portfolio.accounts.has(payerId)) throw new CommandRefused('customer_unknown');
  const digits = internationalNumber(number);
  if (digits === null) throw new CommandRefused('phone_invalid', number);
  const named = numbersOf(company, portfolio, payerId, '').filter(({ isNamed }) => isNamed);
  const isNamed = named.some((one) => internationalNumber(one.number) === digits);
  if (statesAmount(text) && !isNamed) throw new CommandRefused('amount_to_unnamed', number);
  if (way === 'copied') return null;
  const to = gatewayAddress(portfolio.settings.calls.smsGateway, number);
  if (to === null) throw new CommandRefused('gateway_missing');
  checkMaySend(context, company, portfolio);
  const subject = callsText[context.settings.read().language].shortMessageSubject;
  return writePlainMail(context, portfolio, { to, subject, text });
}

function logShortMessage(
  context: AppContext,
  company: OpenCompany,
  { known, input }: { readonly known: CompanyPlan; readonly input: Input },
  errors: object,
) {
  const { commandId, payerId: customerId, ...payload } = input;
  const { contactId, number, text } = input;
  const step = plannedShortMessage(known, customerId);
  const words = callsText[context.settings.read().language];
  const entry = { commandId, kind: 'short_message_recorded', customerId, payload };
  return recordCommand(company, entry, errors, (writer, entryId) => {
    const day = writer.clock.today();
    const contactLogId = appendContactLog(writer, entryId, {
      customerId,
      day,
      channel: 'sms',
      direction: 'out',
      contactId,
      outcome: 'other',
      outcomeDate: null,
      comment: `${words.shortMessageLogged(number)} : ${text}`,
      amountCents: step?.dueCents ?? 0,
      currency: step?.currency ?? LEDGER_CURRENCY,
      receivableIds: step?.items.map(({ receivableId }) => receivableId) ?? [],
    });
    for (const { receivableId, claimKey, severity, cycle } of step?.items ?? []) {
      recordStepDone(writer, entryId, {
        receivableId,
        claimKey,
        severity,
        cycle,
        day,
        how: 'task',
      });
    }
    return { contactLogId };
  });
}

async function send(
  context: AppContext,
  company: OpenCompany,
  {
    mail,
    version,
    contactLogId,
  }: { readonly mail: WrittenMail; readonly version: number; readonly contactLogId: number },
): Promise<void> {
  const outcome = await sendPlainMail(context, company, mail);
  if (outcome.kind === 'accepted' || outcome.kind === 'uncertain') return;
  await company.ledger.write((writer) => {
    const entryId = appendEntry(writer, {
      kind: 'short_message_refused',
      customerId: null,
      commandId: null,
      payload: { contactLogId, outcome: outcome.kind },
    });
    undoContactLog(writer, entryId, contactLogId);
    undoStepsOfEntry(writer, entryId, version);
  });
  const { language } = context.settings.read();
  throw new CommandRefused('sending_refused', outcomeSentence(outcome, language));
}
