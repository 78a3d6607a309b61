/** Chased and not chased are all that is overdue, to the cent, however it is asked. */
import { type Checker, same } from './checker.ts';

const LATE = `
SELECT ifnull(sum(outstanding_cents), 0) AS cents FROM derived_open_item
WHERE outstanding_cents > 0 AND kind <> 'payment' AND due_date < ?`;

export const overdue: Checker = async ({ company, ledger, day }) => {
  const { dunning } = company.call;
  const filter = {
    tab: 'messages',
    scenarioKey: null,
    profile: null,
    channel: null,
    text: '',
  } as const;
  const { control } = await dunning.planned({ offset: 0, limit: 1, filter, on: null });
  const { overdueCents, chasedCents, notChasedCents } = control;
  same('chased and not chased', chasedCents + notChasedCents, overdueCents);
  const late = ledger.read(({ connection }) =>
    connection.prepare<[string], { cents: number }>(LATE).get(day),
  );
  same('what is overdue', overdueCents, late?.cents);
  const { groups } = await dunning.excluded({ verdict: null, text: '', offset: 0, limit: 1 });
  const excluded = groups.reduce((sum, { amountCents }) => sum + amountCents, 0);
  same('what is left out, by reason', excluded, notChasedCents);
};
