/** The statement of account by mail, to one contact, now. */
import type { MessageLanguage } from '../../../shared/domain/message/message.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { duplicatesText } from '../../../shared/text/duplicates.ts';
import { CommandRefused } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { type PreparedMessage, prepareRequested } from './requested-message.ts';

export interface WantedStatement {
  readonly customerId: number;
  readonly to: string;
  readonly language: MessageLanguage;
  readonly from: CalendarDate | null;
}

/** Writes the message. Throws the refusal of the contract. */
export async function prepareStatement(
  context: AppContext,
  company: OpenCompany,
  { customerId, to, language, from }: WantedStatement,
): Promise<PreparedMessage> {
  const portfolio = await company.portfolio.read();
  const account = portfolio.accounts.get(customerId);
  if (account === undefined) throw new CommandRefused('customer_unknown');
  const prepared = await prepareRequested(context, company, {
    kind: 'statement',
    customerId,
    items: inOneCurrency(account.items),
    to,
    language,
    enclosures: [duplicatesText[language].statement],
  });
  const statement = { customerId, from };
  const draft = { ...prepared.draft, invoices: [], withStatement: true, statement };
  return { ...prepared, draft };
}

/** The words of a message have one currency; the statement joined shows them all. */
function inOneCurrency(items: readonly OpenItem[]): OpenItem[] {
  const own = items.filter(({ currency }) => currency === LEDGER_CURRENCY);
  const currency = own.length > 0 ? LEDGER_CURRENCY : items[0]?.currency;
  return items.filter((item) => item.currency === currency);
}
