/** What the user types of a customer: it wins over the accounting, now and after every import. */
import type { z } from 'zod';
import type { changeCustomer as contractOf } from '../../../shared/contract/actions.ts';
import { isSiren } from '../../../shared/domain/company/siren.ts';
import { reinterpretCustomers } from '../../ledger/interpretation/reinterpret.ts';
import {
  type CustomerField,
  recordCustomerOverride,
  recordPayer,
} from '../../ledger/stores/customer-overrides.ts';
import { CommandRefused, recordCommand } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';

type Input = z.output<NonNullable<(typeof contractOf)['~orpc']['inputSchema']>>;

/** Records the fields that changed; the customer is interpreted again in the same transaction. */
export function changeCustomer(company: OpenCompany, input: Input, errors: object) {
  const { commandId, customerId, changes } = input;
  const entry = { commandId, kind: 'customer_changed', customerId, payload: changes };
  return recordCommand(company, entry, errors, (writer, entryId) => {
    const { payerCustomerId, ...fields } = changes;
    if (fields.siren !== undefined && fields.siren !== null && !isSiren(fields.siren)) {
      throw new CommandRefused('siren_invalid', fields.siren);
    }
    if (fields.closures?.some(({ from, to }) => to < from)) {
      throw new CommandRefused('closure_reversed');
    }
    if (payerCustomerId === customerId) throw new CommandRefused('payer_is_self');
    for (const [field, value] of Object.entries(fields)) {
      recordCustomerOverride(writer, entryId, {
        customerId,
        field: field as CustomerField,
        value: value ?? null,
      });
    }
    if (payerCustomerId !== undefined)
      recordPayer(writer, entryId, { customerId, payerCustomerId });
    reinterpretCustomers(writer, [customerId], { asOf: writer.clock.today() });
    writer.touch(['customers'], [customerId]);
    return {};
  });
}
