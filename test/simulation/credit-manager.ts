/** What the credit manager does in the application on a simulated day. */
import { addDays, type CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, type TestCompany } from '../support/running-application.ts';
import { openItems } from '../use-cases/reading.ts';
import type { World } from './world.ts';

const command = () => ({ commandId: newCommandId() });

/** Calls the first of the morning, and now and then does something else. */
export async function workADay(
  company: TestCompany,
  world: World,
  day: CalendarDate,
): Promise<void> {
  await callSomebody(company, world, day);
  if (world.random.chance(0.2)) await somethingElse(company, world, day);
}

/** Calls the first of the morning; on most days nobody, so that reminders have their turn. */
export async function callSomebody(
  company: TestCompany,
  world: World,
  day: CalendarDate,
): Promise<void> {
  if (!world.random.chance(0.4)) return;
  const { ten } = await company.call.overview.priorities();
  for (const { customerId } of ten.slice(0, world.random.whole(0, 3))) {
    await call(company, world, customerId, day);
  }
}

async function call(company: TestCompany, world: World, customerId: number, day: CalendarDate) {
  const items = (await openItems(company, customerId)).filter(
    ({ outstandingCents, receivableId }) => outstandingCents > 0 && receivableId !== null,
  );
  const owed = items.reduce((sum, { outstandingCents }) => sum + outstandingCents, 0);
  const isPromise = owed > 0 && world.random.chance(0.5);
  const order = {
    ...command(),
    customerId,
    direction: 'out' as const,
    contactId: null,
    outcome: isPromise ? ('promise' as const) : world.random.pick(['voicemail', 'spoke'] as const),
    outcomeDate: null,
    receivableIds: items.flatMap(({ receivableId }) => receivableId ?? []),
    comment: 'appel',
    promise: isPromise
      ? {
          promisedFor: addDays(day, world.random.whole(0, 20)),
          amountCents: Math.max(1, Math.floor(owed / world.random.whole(1, 3))),
          method: null,
        }
      : null,
    nextAction: null,
  };
  const logged = await company.call.actions.recordCall(order);
  if (world.random.chance(0.2)) {
    const again = await company.call.actions.recordCall(order);
    if (again.contactLogId !== logged.contactLogId) throw new Error('A call was logged twice.');
  }
  if (world.random.chance(0.1)) {
    const { contactLogId } = logged;
    await company.call.actions.undoCall({ ...command(), contactLogId });
  }
}

async function somethingElse(company: TestCompany, world: World, day: CalendarDate) {
  const { rows } = await company.call.customers.page({
    offset: 0,
    limit: 50,
    filter: { text: '', only: ['open'] },
    sort: 'overdue',
    isDescending: true,
    groupBy: null,
  });
  if (rows.length === 0) return;
  const { customerId } = world.random.pick(rows);
  const items = (await openItems(company, customerId)).filter(
    ({ outstandingCents, receivableId }) => outstandingCents > 0 && receivableId !== null,
  );
  const [item] = items;
  const { actions, customers } = company.call;
  const at = { ...command(), customerId };
  switch (world.random.whole(0, 5)) {
    case 0:
      await actions.recordNote({ ...at, text: 'note' });
      break;
    case 1:
      await actions.recordHold({
        ...at,
        receivableIds: null,
        reason: 'commercial',
        reviewOn: addDays(day, world.random.whole(1, 15)),
        comment: '',
      });
      break;
    case 2:
      await customers.change({ ...at, changes: { repCode: 'R1' } });
      break;
    case 3:
      await actions.recordTask({ ...at, kind: 'review', dueOn: addDays(day, 3), comment: '' });
      break;
    case 4:
      if (item?.receivableId != null) {
        const dueDate = addDays(item.documentDate, 60);
        await actions.setDueDate({ ...command(), receivableId: item.receivableId, dueDate });
      }
      break;
    default:
      if (item?.receivableId != null) {
        const { receivableId, outstandingCents } = item;
        await actions.recordDispute({
          ...at,
          items: [{ receivableId, amountCents: outstandingCents }],
          reason: 'price',
          owner: '',
          answerBy: null,
          comment: '',
        });
      }
  }
}
