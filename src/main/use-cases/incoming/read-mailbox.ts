/**
 * The reading of a company's mailbox: one at a time, up to where it got, and how the last one
 * ended.
 *
 * Without a network nothing is said aloud: the screens show since when, and it is tried again.
 */
import { isOffline, type MailboxProblem } from '../../../shared/domain/mail/mailbox-fault.ts';
import { addDays } from '../../../shared/kernel/calendar-date.ts';
import { addSeconds, type Instant } from '../../../shared/kernel/instant.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import { loadMailboxPlace, recordMailboxPlace } from '../../ledger/stores/incoming.ts';
import type { ImapAccount } from '../../ports/mailbox.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';
import { incomingAccount, mailboxKey, ownAddresses } from './incoming-account.ts';
import { isOfInterest, takeMail } from './take-mail.ts';

/** The first reading looks at mails of so many days. */
const FIRST_DAYS = 14;

export interface MailboxCounts {
  readonly replyCount: number;
  readonly waitingCount: number;
}

type ReadEnd = Result<MailboxCounts, MailboxProblem>;

export interface MailboxStanding {
  readonly underWay: Promise<ReadEnd> | null;
  readonly lastTriedAt: Instant | null;
  readonly lastReadAt: Instant | null;
  readonly problem: MailboxProblem | null;
}

const NEVER: MailboxStanding = {
  underWay: null,
  lastTriedAt: null,
  lastReadAt: null,
  problem: null,
};

const standings = new WeakMap<AppContext, Map<string, MailboxStanding>>();
const stopped = new WeakSet<AppContext>();

/** How the reading stands since this start. */
export function mailboxStanding(context: AppContext, { key }: OpenCompany): MailboxStanding {
  return standings.get(context)?.get(key) ?? NEVER;
}

/** Forgets how the last reading ended: what it was refused for may be over. */
export function forgetMailboxProblem(context: AppContext, company: OpenCompany): void {
  change(context, company, { problem: null, lastTriedAt: null });
}

/** Reads what is new; who asks during a reading gets the end of that one. */
export function readMailbox(
  context: AppContext,
  company: OpenCompany,
  account: ImapAccount,
): Promise<ReadEnd> {
  const running = mailboxStanding(context, company).underWay;
  if (running !== null) return running;
  const { clock } = context;
  const underWay = readOnce(context, company, account).then((end) => {
    const problem = end.isDone ? null : end.refusal;
    change(context, company, { problem, ...(end.isDone && { lastReadAt: clock.now() }) });
    return end;
  });
  change(context, company, { underWay, lastTriedAt: clock.now() });
  return underWay.finally(() => {
    change(context, company, { underWay: null });
    if (company.ledger.isOpen()) company.ledger.announce({ topics: ['replies'], customerIds: [] });
  });
}

/** Reads where it is on and due; what fails shows in the standing, and waits for the next time. */
export function readMailboxWhenDue(context: AppContext, company: OpenCompany): void {
  if (stopped.has(context)) return;
  const { incoming } = company.ledger.read(settingsInForce);
  if (!incoming.isOn) return;
  const { lastTriedAt, underWay } = mailboxStanding(context, company);
  const isDue =
    lastTriedAt === null ||
    addSeconds(lastTriedAt, incoming.everyMinutes * 60) <= context.clock.now();
  const account = isDue && underWay === null ? incomingAccount(company) : null;
  if (account === null) return;
  readMailbox(context, company, account).then(
    (end) => {
      if (!end.isDone && !isOffline(end.refusal)) {
        context.log.warn('mailbox_not_read', { company: company.key, fault: end.refusal.fault });
      }
    },
    (error: unknown) => {
      if (!stopped.has(context)) context.log.error('mailbox_not_read', error);
    },
  );
}

/** Reads nothing more, and waits for the mail being written. */
export function stopReadingMailboxes(context: AppContext): void {
  stopped.add(context);
}

async function readOnce(
  context: AppContext,
  company: OpenCompany,
  account: ImapAccount,
): Promise<ReadEnd> {
  const { ledger } = company;
  const key = mailboxKey(account);
  const own = ownAddresses(company);
  const counts = { reply: 0, waiting: 0, left: 0 };
  const read = await context.mailbox.read(account, context.secrets, {
    place: ledger.read((reader) => loadMailboxPlace(reader, key)),
    since: addDays(context.clock.today(), -FIRST_DAYS),
    isWanted: (head) =>
      !stopped.has(context) && ledger.read((reader) => isOfInterest(reader, head, own)),
    take: async (_head, bytes) => {
      if (!stopped.has(context)) counts[await takeMail(context, company, bytes)] += 1;
    },
  });
  if (!read.isDone) return refused(read.refusal);
  if (!stopped.has(context)) {
    await ledger.write((writer) => recordMailboxPlace(writer, key, read.value.place));
  }
  return done({ replyCount: counts.reply, waitingCount: counts.waiting });
}

function change(context: AppContext, { key }: OpenCompany, patch: Partial<MailboxStanding>): void {
  const known = standings.get(context) ?? new Map<string, MailboxStanding>();
  standings.set(context, known);
  known.set(key, { ...(known.get(key) ?? NEVER), ...patch });
}
