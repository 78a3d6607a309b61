/** The writing company whose two customers are written to by letter, and have addresses. */
import { newCommandId } from '../support/running-application.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });

/** A letter is planned for VAL and one for LEROY; neither is approved. */
export async function letterCompany(): Promise<WritingCompany> {
  const at = await writingCompany();
  const { call } = at.company;
  for (const customerId of [at.val, at.leroy]) {
    await call.customers.change({
      ...command(),
      customerId,
      changes: { address: '12 rue des Lilas', postalCode: '86000', city: 'Poitiers' },
    });
  }
  const scenario = (await call.scenarios.show({ scenarioKey: 'courteous' })).document as {
    steps: { channel: string; stepKey: string }[];
  };
  const steps = scenario.steps.map((step) =>
    step.stepKey === 'j7' ? { ...step, channel: 'letter' } : step,
  );
  const document = { ...scenario, scenarioKey: 'by-letter', name: 'Par courrier', steps };
  await call.scenarios.save({ ...command(), document, keepsOverNewer: false });
  for (const customerId of [at.val, at.leroy]) {
    await call.scenarios.assignCustomer({ ...command(), customerId, scenarioKey: 'by-letter' });
  }
  return at;
}
