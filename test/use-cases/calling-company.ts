/** The writing company with customers who are called: telephones, and a scenario that begins so. */
import { newCommandId } from '../support/running-application.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });

/** A step of the scenario « by-hand », over that of the courteous one on the seventh day. */
export type StepChange = Readonly<Record<string, unknown>>;

export const CALL_STEP: StepChange = {
  stepKey: 'j7-appel',
  channel: 'call',
  mode: 'task',
  templateKey: 'call_script',
};

export interface CallingCompany extends WritingCompany {
  /** Open items of a customer, by their numbers. */
  ids(customerId: number): Promise<number[]>;
  /** Who is called today, in order, with why. */
  today(): Promise<[number, string[]][]>;
  severities(customerId: number): Promise<(string | null)[]>;
}

/** VAL and LEROY can be called, and their scenario starts with this step. */
export async function callingCompany(
  step: StepChange = CALL_STEP,
  mailer?: WritingCompany['mailer'],
): Promise<CallingCompany> {
  const at = await (mailer === undefined ? writingCompany() : writingCompany(mailer));
  const { call } = at.company;
  for (const [customerId, name, phone] of [
    [at.val, 'Anne Roy', '06 12 34 56 78'],
    [at.leroy, 'Luc Petit', '01 44 55 66 77'],
  ] as const) {
    const contact = {
      name,
      role: 'accounting',
      email: null,
      phone,
      mobile: null,
      comment: '',
    } as const;
    await call.actions.recordContact({ ...command(), customerId, contactId: null, contact });
    await call.customers.change({ ...command(), customerId, changes: { repCode: 'DUP' } });
  }
  await byHand(at, step);
  return {
    ...at,
    ids: async (customerId) => {
      const { rows } = await call.customers.items({
        customerId,
        state: 'open',
        offset: 0,
        limit: 50,
      });
      return rows.flatMap(({ receivableId }) => receivableId ?? []);
    },
    today: async () => {
      const { rows } = await call.calls.today({ offset: 0, limit: 50 });
      return rows.map(({ customerId, reasons }) => [customerId, reasons.map(({ kind }) => kind)]);
    },
    severities: async (customerId) => {
      const { items } = await call.dunning.why({ customerId });
      return items.map(({ severity }) => severity);
    },
  };
}

interface Step {
  readonly stepKey: string;
  readonly delay: { readonly days: number };
}

const LATER_DAYS = 40;

async function byHand(at: WritingCompany, step: StepChange): Promise<void> {
  const { call } = at.company;
  const { document } = await call.scenarios.show({ scenarioKey: 'courteous' });
  const shipped = document as { readonly steps: readonly Step[] };
  // A block of orders stands before the reminders, which come later; anything else in their place.
  const steps = shipped.steps.flatMap((one) => {
    if (step.kind !== 'order_block') return [one.stepKey === 'j7' ? { ...one, ...step } : one];
    const later = { ...one, delay: { ...one.delay, days: one.delay.days + LATER_DAYS } };
    return one.stepKey === 'j7'
      ? [{ ...one, ...step }, later]
      : one.delay.days < 0
        ? [one]
        : [later];
  });
  await call.scenarios.save({
    ...command(),
    document: { ...shipped, scenarioKey: 'by-hand', name: 'À la main', steps },
    keepsOverNewer: false,
  });
  for (const customerId of [at.val, at.leroy]) {
    await call.scenarios.assignCustomer({ ...command(), customerId, scenarioKey: 'by-hand' });
  }
}
