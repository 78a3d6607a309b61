/** « Renvoyez-moi la facture »: copies of the ticked invoices and the statement, to one contact. */
import type { MessageLanguage } from '../../../shared/domain/message/message.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { dunningBatchText } from '../../../shared/text/dunning-batch.ts';
import { duplicatesText } from '../../../shared/text/duplicates.ts';
import { CommandRefused } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { addressesOf } from '../dunning/addresses.ts';
import { NO_CHOICE, readDunningFacts } from '../dunning/dunning-facts.ts';
import { invoicesOf } from './invoice-folder.ts';
import { type PreparedMessage, prepareRequested } from './requested-message.ts';
import { holdsWhatIsAsked, sendingGuards } from './sending-guards.ts';

export interface WantedDuplicates {
  readonly customerId: number;
  readonly receivableIds: readonly number[];
  readonly to: string;
  readonly language: MessageLanguage;
  readonly withStatement: boolean;
}

export interface PreparedDuplicates extends PreparedMessage {
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
  const { customerId, language, withStatement, to } = wanted;
  const account = portfolio.accounts.get(customerId);
  if (account === undefined) throw new CommandRefused('customer_unknown');
  const items = itemsAskedFor(account.items, wanted.receivableIds);
  const numbers = [...new Set(items.map(({ documentNumber }) => documentNumber))];
  const { found, missing } = invoicesOf(company, numbers);
  const words = duplicatesText[language];
  const prepared = await prepareRequested(context, company, {
    kind: 'duplicates',
    customerId,
    items,
    to,
    language,
    remark: missing.length === 0 ? '' : words.separately(missing),
    enclosures: [
      ...found.map(({ documentNumber }) => words.invoice(documentNumber)),
      ...(withStatement ? [words.statement] : []),
    ],
  });
  const draft = { ...prepared.draft, invoices: found, withStatement };
  return { ...prepared, draft, missing, joinedCount: found.length };
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
