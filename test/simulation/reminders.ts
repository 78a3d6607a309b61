/**
 * What the credit manager does about the day's reminders: approves them, once or with a double
 * click, calls some back, and looks at what nobody knows, at what failed, at letters.
 */
import { ORPCError } from '@orpc/client';
import type { NoticeRow } from '../../src/shared/contract/outbox.ts';
import { newCommandId, type TestCompany } from '../support/running-application.ts';
import type { MailWorld } from './mail-world.ts';
import type { World } from './world.ts';

const command = () => ({ commandId: newCommandId() });

/** What a person may well be answered when he sends the day's reminders. */
const ALLOWED = new Set(['nothing_approved', 'sending_locked', 'stale_data']);

/** Approves the messages of the morning; gives how many. */
export async function approveMorning(company: TestCompany, world: World): Promise<number> {
  const { random } = world;
  const filter = { tab: 'messages', scenarioKey: null, profile: null, channel: null, text: '' };
  const rows = await company.whole((window) =>
    company.call.dunning.planned({
      ...window,
      filter: { ...filter, tab: 'messages' },
      on: null,
    }),
  );
  const isConfirming = random.chance(0.7);
  const wanted = rows.filter(({ mode }) => mode === 'automatic' || isConfirming);
  if (wanted.length === 0) return 0;
  const order = {
    messages: wanted.map(({ payerId }) => ({ payerId, edit: null })),
    staleReason: random.chance(0.3) ? 'La banque arrive demain' : null,
  };
  const first = { ...command(), ...order };
  const isDouble = random.chance(0.15);
  const isTwoWindows = random.chance(0.15);
  const answers = await Promise.allSettled([
    company.call.dunning.approve(first),
    ...(isDouble ? [company.call.dunning.approve(first)] : []),
    ...(isTwoWindows ? [company.call.dunning.approve({ ...command(), ...order })] : []),
  ]);
  for (const answer of answers) {
    if (answer.status === 'fulfilled') continue;
    const { reason } = answer;
    if (!(reason instanceof ORPCError) || !ALLOWED.has(reason.code)) throw reason;
  }
  const [one] = answers;
  return one?.status === 'fulfilled' ? one.value.approvedCount : 0;
}

/** Looks at the outbox in the evening and does what a person would. */
export async function lookAtOutbox(
  company: TestCompany,
  world: World,
  mail: MailWorld,
): Promise<void> {
  const { random } = world;
  const attention = await box(company, 'attention');
  for (const row of attention) {
    if (!random.chance(0.5)) continue;
    if (row.status === 'uncertain') await resolve(company, mail, row);
    else if (row.status === 'failed') await takeUp(company, world, row);
  }
  const waiting = await box(company, 'waiting');
  if (waiting.length > 0 && random.chance(0.1)) {
    const noticeIds = [random.pick(waiting).noticeId];
    await company.call.outbox.callBack({ ...command(), noticeIds, reason: 'Il vient de payer' });
  }
}

function box(company: TestCompany, of: 'attention' | 'waiting'): Promise<NoticeRow[]> {
  return company.whole((window) => company.call.outbox.list({ ...window, box: of, text: '' }));
}

/** Asks the customer whether he has it, and says so. */
async function resolve(company: TestCompany, mail: MailWorld, { noticeId }: NoticeRow) {
  const { messageId } = await company.call.outbox.show({ noticeId });
  const wasSent = mail.hasArrived(messageId ?? '');
  const reason = wasSent ? 'Le client l’a reçu' : 'Absent des éléments envoyés';
  await company.call.outbox.resolveUncertain({ ...command(), noticeId, wasSent, reason });
  if (!wasSent) await company.call.outbox.retry({ ...command(), noticeId });
}

/** A message that was refused: tried again, or given up for another address. */
async function takeUp(company: TestCompany, { random }: World, row: NoticeRow) {
  const { noticeId, payerId, code } = row;
  if (random.chance(0.4)) {
    await company.call.outbox.retry({ ...command(), noticeId });
    return;
  }
  await company.call.outbox.callBack({ ...command(), noticeIds: [noticeId], reason: 'Adresse' });
  await giveAddress(company, payerId, `${code.toLowerCase()}-${random.whole(1, 9_999)}`);
}

/** An address by which the customer's reminders go. */
export async function giveAddress(
  company: TestCompany,
  customerId: number,
  name: string,
): Promise<void> {
  const { contacts } = await company.call.customers.file({ customerId });
  const known = contacts.find(({ contactId }) => contactId !== null);
  await company.call.actions.recordContact({
    ...command(),
    customerId,
    contactId: known?.contactId ?? null,
    contact: {
      name: 'Service comptable',
      role: 'accounting',
      email: `compta@${name}.example`,
      phone: null,
      mobile: null,
      comment: '',
    },
  });
}
