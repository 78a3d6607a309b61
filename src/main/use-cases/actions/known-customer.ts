/** A command on a customer that is none of the company's is refused before anything is written. */
import { readCustomers } from '../../ledger/views/customers.ts';
import { asContractError, CommandRefused } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';

/** The company itself, when the customer is one of its own. */
export function knownCustomer(
  company: OpenCompany,
  customerId: number,
  errors: object,
): OpenCompany {
  const [known] = company.ledger.read((reader) => readCustomers(reader, customerId));
  if (known !== undefined) return company;
  throw asContractError(
    new CommandRefused('customer_unknown'),
    errors as Parameters<typeof asContractError>[1],
  );
}
