/** A task of the plan is done: its steps are, and where it moves the level, the level is set. */
import type { z } from 'zod';
import type { completeTask as contractOf } from '../../../shared/contract/dunning.ts';
import { recordStepDone } from '../../ledger/stores/dunning-decisions.ts';
import { CommandRefused, recordCommand } from '../api.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { CompanyPlan } from './plan-keeper.ts';

type Input = z.output<NonNullable<(typeof contractOf)['~orpc']['inputSchema']>>;

/** Records the steps of the payer's tasks of today as done. */
export function completeTask(
  company: OpenCompany,
  known: CompanyPlan,
  input: Input,
  errors: object,
) {
  const { commandId, payerId, movesLevel, comment } = input;
  const tasks = known.byPayer.get(payerId)?.tasks ?? [];
  const entry = {
    commandId,
    kind: 'task_done',
    customerId: payerId,
    payload: { payerId, movesLevel, comment },
  };
  return recordCommand(company, entry, errors, (writer, entryId) => {
    if (tasks.length === 0) throw new CommandRefused('not_planned');
    const day = writer.clock.today();
    for (const { channel, items } of tasks) {
      for (const { receivableId, claimKey, severity, cycle } of items) {
        recordStepDone(writer, entryId, {
          receivableId,
          claimKey,
          severity: movesLevel ? severity : null,
          cycle,
          day,
          how: channel === 'call' ? 'call' : 'task',
        });
      }
    }
    writer.touch(['levels'], [payerId]);
    return {};
  });
}
