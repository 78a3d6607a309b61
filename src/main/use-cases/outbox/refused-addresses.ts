/** Addresses that refuse, with whose they are and what waits behind them. */
import { REFUSAL_KINDS } from '../../../shared/domain/mail/refusal-kind.ts';
import type { Language } from '../../../shared/format/language.ts';
import { mailText } from '../../../shared/text/mail.ts';
import type { Reader } from '../../ledger/session.ts';
import { readRefusedAddresses } from '../../ledger/views/dunning-facts.ts';
import { findCustomersOfAddress } from '../../ledger/views/senders.ts';
import { addressesOf, readAddresses } from '../dunning/addresses.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

/** One row for each customer of each address; one that is nobody's any more has none of either. */
export function refusedAddressRows(reader: Reader, portfolio: Portfolio, language: Language) {
  return readRefusedAddresses(reader)
    .flatMap(({ address, day, code }) => {
      const base = { address, day, sentence: sentenceOf(code, language) };
      const owners = findCustomersOfAddress(reader, address);
      const rows = owners.flatMap((customerId) => {
        const account = portfolio.accounts.get(customerId);
        if (account === undefined) return [];
        const { code: customerCode, name } = account.record;
        const { mails } = addressesOf(readAddresses(reader, customerId), customerId);
        const overdueCents = account.sums.overdueCents;
        const own = { customerId, code: customerCode, name, overdueCents };
        return [{ ...base, ...own, hasOther: mails.length > 0 }];
      });
      const nobody = { customerId: 0, code: '', name: '', overdueCents: 0, hasOther: false };
      return rows.length === 0 ? [{ ...base, ...nobody }] : rows;
    })
    .sort((a, b) => b.day.localeCompare(a.day) || b.overdueCents - a.overdueCents);
}

function sentenceOf(code: string, language: Language): string {
  const words = mailText[language];
  const kind = REFUSAL_KINDS.find((known) => known === code) ?? 'rejected';
  return words.refusal[kind].said;
}
