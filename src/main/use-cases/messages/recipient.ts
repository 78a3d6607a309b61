/** Who is written to: the payer with his postal address, and the person who answers. */
import type { MessageRecipient } from '../../../shared/domain/message/message.ts';
import { readCustomerInFull } from '../../ledger/views/customers.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { addressesOf, type MailContact } from '../dunning/addresses.ts';
import type { DunningFacts } from '../dunning/dunning-facts.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

/** The payer as a message names him; `to` stands in for the address the ledger would choose. */
export function messageRecipient(
  company: OpenCompany,
  known: { readonly portfolio: Portfolio; readonly facts: DunningFacts },
  payerId: number,
  to: string | null = null,
): MessageRecipient {
  const account = known.portfolio.accounts.get(payerId);
  const full = company.ledger.read((reader) => readCustomerInFull(reader, payerId));
  const field = (name: 'address' | 'postalCode' | 'city' | 'siren' | 'countryCode'): string => {
    const typed = full?.typed.get(name);
    return (typeof typed === 'string' ? typed : full?.stated[name]) ?? '';
  };
  const contact = contactOf(addressesOf(known.facts.addresses, payerId).mails, to);
  return {
    payerId,
    code: account?.record.code ?? '',
    name: account?.record.name ?? '',
    siren: field('siren'),
    profile: account?.profile ?? null,
    countryCode: field('countryCode'),
    addressLines: [
      ...field('address').split('\n'),
      `${field('postalCode')} ${field('city')}`.trim(),
    ].filter((line) => line.trim() !== ''),
    contactName: contact.name,
    email: contact.address,
  };
}

function contactOf(
  mails: readonly MailContact[],
  to: string | null,
): Pick<MailContact, 'address' | 'name'> {
  if (to === null) return mails[0] ?? { address: '', name: '' };
  return mails.find(({ address }) => address === to) ?? { address: to, name: '' };
}
