/**
 * Sends what is due to leave, at most once each: one message after the other, or, where more are
 * allowed in an hour than one connection carries, over a few connections side by side.
 *
 * Before a message is handed over: the guards, the hour, the number allowed, and a last look at
 * ledger and journal. Then, in this order, each on the disk before the next:
 *
 *     sending in the ledger · intent in sent.log · the server's 354 · data in sent.log ·
 *     the bytes · the answer · its line in sent.log · its step in the ledger
 *
 * A crash anywhere leaves enough to tell whether the message can have reached the customer.
 */

import { isBusinessDay } from '../../../shared/domain/calendar/business-calendar.ts';
import { type DeliveryDecision, decideDelivery } from '../../../shared/domain/mail/delivery.ts';
import type { SendOutcome } from '../../../shared/domain/mail/send-outcome.ts';
import { connectionsFor, throttle } from '../../../shared/domain/mail/throttle.ts';
import { addSeconds, type Instant } from '../../../shared/kernel/instant.ts';
import { appendEntry } from '../../ledger/journal.ts';
import {
  appendNoticeStep,
  findWaitingMail,
  loadNoticeRow,
  loadNoticeSteps,
  type NoticeEventRow,
  type NoticeRow,
  type NoticeStep,
  readSentMoments,
} from '../../ledger/stores/notices.ts';
import { recordAddressMark } from '../../ledger/stores/replies.ts';
import type { MailEnvelope, MailSession } from '../../ports/mailer.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import { readKeptFile } from '../files/kept-files.ts';
import { lastLook } from './last-look.ts';
import { type DueMail, type LeavingState, LeavingStateKeeper } from './leaving-state.ts';
import { mailAccount } from './mail-account.ts';
import { holdsWhatIsAsked } from './sending-guards.ts';
import { sentIntentOf } from './sent-intent.ts';
import { SentLog } from './sent-log.ts';
import { StepWriter } from './step-writer.ts';

/** Why the next message waits, as the screen says it. */
export type WaitingFor = 'hold' | 'hours' | 'throttle' | 'network' | 'account' | 'guard' | null;

export interface DeliveryState {
  readonly waitingFor: WaitingFor;
  readonly nextAt: Instant | null;
  /** What the server said, where the account is stopped. */
  readonly reason: string | null;
}

const HOUR_SECONDS = 3600;

const NOTHING_WAITS: DeliveryState = { waitingFor: null, nextAt: null, reason: null };

/** The messages of one company on their way out. */
export class Delivery {
  readonly #context: AppContext;
  readonly #company: OpenCompany;
  readonly #leaving: LeavingStateKeeper;
  readonly #steps: StepWriter;
  /** By lane; one is opened at its first message. */
  readonly #sessions = new Map<number, MailSession>();
  /** Messages that a lane holds now. */
  readonly #taken = new Set<number>();
  #log: SentLog | null = null;
  /** Something failed that is no answer of a server: nothing else is begun in this run. */
  #isBroken = false;
  #running: Promise<void> | null = null;
  #isClosing = false;
  #offlineCount = 0;
  #offlineUntil: Instant | null = null;
  /** The account was refused: nothing is tried before a person changes or tries it. */
  #stopped: string | null = null;
  /** Of the last hour; null before the ledger was asked: a restart forgets none. */
  #sentAt: readonly Instant[] | null = null;
  #state: DeliveryState = NOTHING_WAITS;

  constructor(context: AppContext, company: OpenCompany) {
    this.#context = context;
    this.#company = company;
    this.#leaving = new LeavingStateKeeper(context, company);
    this.#steps = new StepWriter(company, (afterId, head) =>
      this.#leaving.passOwnEntries(afterId, head),
    );
  }

  get state(): DeliveryState {
    return this.#state;
  }

  /** The account was changed or tried: what it was refused for may be over. */
  restart(): void {
    this.#stopped = null;
    this.#offlineUntil = null;
    this.#offlineCount = 0;
    void this.#closeSessions();
  }

  /** Sends what may leave now; whoever asks while one runs waits for the same work. */
  pulse(): Promise<void> {
    if (this.#isClosing) return Promise.resolve();
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Lets the message under way end and starts no other. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#running?.catch(() => undefined);
    await this.#closeSessions();
  }

  async #run(): Promise<void> {
    this.#isBroken = false;
    try {
      await this.#sendDue();
    } finally {
      await this.#endRun();
    }
  }

  async #endRun(): Promise<void> {
    try {
      await this.#steps.end();
    } finally {
      await this.#closeSessions();
      await this.#log?.close();
      this.#log = null;
    }
  }

  /** Each lane takes the next message until none may leave; the last to end says why. */
  async #sendDue(): Promise<void> {
    if (!this.#leaving.isAnyDue(this.#context.clock.now())) {
      this.#state = this.#nothingDue();
      return;
    }
    const { portfolio } = await this.#leaving.read();
    const count = connectionsFor(portfolio.settings.dunning.messagesPerHour);
    const ends = await Promise.allSettled(
      Array.from({ length: count }, (_, lane) => this.#sendOver(lane)),
    );
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  async #sendOver(lane: number): Promise<void> {
    while (!this.#isBroken) {
      const state = await this.#leaving.read();
      const due = this.#leaving.nextDue(this.#context.clock.now(), this.#taken);
      if (due === null) {
        this.#state = this.#nothingDue();
        return;
      }
      this.#taken.add(due.noticeId);
      try {
        const held = this.#heldBack(due, state);
        this.#state = held ?? NOTHING_WAITS;
        if (held !== null || this.#isClosing) return;
        await this.#sendOne(due.noticeId, lane);
      } catch (error) {
        this.#isBroken = true;
        throw error;
      } finally {
        this.#taken.delete(due.noticeId);
      }
    }
  }

  #nothingDue(): DeliveryState {
    const waiting = this.#company.ledger.read(findWaitingMail);
    if (waiting === null) return NOTHING_WAITS;
    return { ...NOTHING_WAITS, waitingFor: 'hold', nextAt: waiting.at };
  }

  /**
   * Why nothing leaves now. What a customer asked for in person waits for neither the hours, nor
   * the bank, nor the end of a pause: it chases nobody.
   */
  #heldBack(
    { isAsked }: DueMail,
    { portfolio, guards, minuteOfDay }: LeavingState,
  ): DeliveryState | null {
    const now = this.#context.clock.now();
    if (this.#stopped !== null) {
      return { waitingFor: 'account', nextAt: null, reason: this.#stopped };
    }
    if (this.#offlineUntil !== null && this.#offlineUntil > now) {
      return { waitingFor: 'network', nextAt: this.#offlineUntil, reason: null };
    }
    const guard = guards.find((one) => !isAsked || holdsWhatIsAsked(one));
    if (guard !== undefined) return { waitingFor: 'guard', nextAt: null, reason: guard };
    const { dunning } = portfolio.settings;
    const isOpen =
      minuteOfDay >= dunning.sendFromMinute &&
      minuteOfDay < dunning.sendUntilMinute &&
      isBusinessDay(portfolio.today, portfolio.calendar);
    if (!isOpen && !isAsked) {
      return { waitingFor: 'hours', nextAt: null, reason: null };
    }
    // Those under way beside this one count as sent already.
    const others = Array.from({ length: this.#taken.size - 1 }, () => now);
    const sentAt = this.#sentSince(addSeconds(now, -HOUR_SECONDS));
    const allowed = throttle([...sentAt, ...others], { perHour: dunning.messagesPerHour, now });
    if (allowed.count === 0)
      return { waitingFor: 'throttle', nextAt: allowed.nextAt, reason: null };
    return null;
  }

  #sentSince(since: Instant): readonly Instant[] {
    this.#sentAt ??= this.#company.ledger.read((reader) => readSentMoments(reader, since));
    return this.#sentAt.filter((at) => at > since);
  }

  async #sendOne(noticeId: number, lane: number): Promise<void> {
    const { ledger, folder } = this.#company;
    const { notice, steps } = ledger.read((reader) => ({
      notice: loadNoticeRow(reader, noticeId),
      steps: loadNoticeSteps(reader, noticeId),
    }));
    if (notice === null) return;
    const { messageId } = notice;
    const sha256 = steps.findLast((step) => step.fileSha256 !== null)?.fileSha256 ?? null;
    const bytes = sha256 === null ? null : await readKeptFile(folder.filesPath, sha256);
    const state = await this.#leaving.read();
    const at = this.#context.clock.now();
    const { hold, intent } = ledger.read((reader) => ({
      hold: isAskedFor(notice) ? null : lastLook(reader, state, { notice, steps, at }),
      intent: sentIntentOf(reader, notice, at),
    }));
    if (hold !== null) {
      await this.#steps.write(noticeId, { status: 'cancelled', detail: { code: hold } });
      return;
    }
    const envelope = envelopeOf(steps);
    if (bytes === null || envelope === null || messageId === null) {
      await this.#steps.write(noticeId, { status: 'failed', detail: { code: 'file_missing' } });
      return;
    }
    if (!(await this.#steps.write(noticeId, { status: 'sending' }))) return;
    const log = this.#openLog();
    await log.append({ ...intent, at: this.#context.clock.now() });
    const outcome = await this.#open(lane).send({
      envelope,
      bytes,
      onDataBegins: () => log.append({ state: 'data', at: this.#context.clock.now(), messageId }),
    });
    await this.#recordOutcome(notice, outcome, steps);
  }

  async #recordOutcome(
    notice: NoticeRow,
    outcome: SendOutcome,
    steps: readonly NoticeEventRow[],
  ): Promise<void> {
    const { noticeId } = notice;
    const messageId = notice.messageId ?? '';
    const now = this.#context.clock.now();
    const attempts = this.#attempts(steps, outcome);
    const decision = decideDelivery(outcome, attempts);
    const detail = detailOf(outcome);
    if (outcome.kind === 'accepted') {
      this.#offlineCount = 0;
      this.#sentAt = [...this.#sentSince(addSeconds(now, -HOUR_SECONDS)), now];
    }
    await this.#openLog().append({ state: LOGGED[decision.next], at: now, messageId });
    switch (decision.next) {
      case 'sent':
        // The file says so for good: the ledger may learn it with the next message.
        this.#steps.writeSoon(noticeId, { status: 'sent', detail });
        return;
      case 'uncertain':
        await this.#steps.write(noticeId, { status: 'uncertain', detail });
        return;
      case 'retry': {
        const tryAt = addSeconds(now, decision.afterSeconds);
        if (outcome.kind === 'not_sent') {
          this.#offlineCount = attempts.offline;
          this.#offlineUntil = tryAt;
        }
        await this.#steps.write(noticeId, { status: 'deferred', detail, tryAt });
        return;
      }
      case 'stop_account':
        this.#stopped = decision.reason;
        await this.#steps.write(noticeId, { status: 'deferred', detail, tryAt: now });
        return;
      default:
        await this.#recordFailed(notice, decision, detail);
    }
  }

  async #recordFailed(
    notice: NoticeRow,
    decision: Extract<DeliveryDecision, { next: 'failed' }>,
    detail: NonNullable<NoticeStep['detail']>,
  ): Promise<void> {
    const { noticeId, payerId, recipient } = notice;
    await this.#company.ledger.write((writer) => {
      const failed = { ...detail, reason: decision.reason };
      appendNoticeStep(writer, noticeId, { status: 'failed', detail: failed });
      if (!decision.isAddressWrong) return;
      const entryId = appendEntry(writer, {
        kind: 'address_refused',
        customerId: payerId,
        commandId: null,
        payload: { address: recipient, noticeId },
      });
      recordAddressMark(writer, entryId, {
        address: recipient,
        day: writer.clock.today(),
        state: 'refused',
        code: decision.reason,
        detail: String(detail.text ?? ''),
      });
    });
  }

  /** Temporary refusals so far, and attempts in a row that reached no server; this one included. */
  #attempts(steps: readonly NoticeEventRow[], outcome: SendOutcome) {
    const deferred = steps.filter(({ status }) => status === 'deferred');
    const refused = deferred.filter(({ detail }) => detail.includes('"kind":"refused"')).length;
    const now = this.#context.clock.now();
    // A network that is away is away for every connection: they count as one attempt.
    const isKnownAway = this.#offlineUntil !== null && this.#offlineUntil > now;
    const isNewlyAway = outcome.kind === 'not_sent' && !isKnownAway;
    return {
      refused: refused + (outcome.kind === 'refused' ? 1 : 0),
      offline: this.#offlineCount + (isNewlyAway ? 1 : 0),
    };
  }

  #openLog(): SentLog {
    this.#log ??= new SentLog(this.#company.folder.sentLogPath);
    return this.#log;
  }

  #open(lane: number): MailSession {
    const { mailer, secrets } = this.#context;
    const known = this.#sessions.get(lane);
    const session = known ?? mailer.open(mailAccount(this.#company), secrets);
    this.#sessions.set(lane, session);
    return session;
  }

  async #closeSessions(): Promise<void> {
    const sessions = [...this.#sessions.values()];
    this.#sessions.clear();
    await Promise.all(sessions.map((session) => session.close()));
  }
}

const LOGGED: Readonly<
  Record<DeliveryDecision['next'], 'sent' | 'failed' | 'deferred' | 'uncertain'>
> = {
  sent: 'sent',
  uncertain: 'uncertain',
  retry: 'deferred',
  stop_account: 'deferred',
  failed: 'failed',
};

/** A person asked for it in the name of the customer: duplicates, a statement. */
function isAskedFor({ purpose }: NoticeRow): boolean {
  return purpose === 'other';
}

/** To whom the bytes go, as they were built last. */
function envelopeOf(steps: readonly NoticeEventRow[]): MailEnvelope | null {
  const built = steps.findLast(({ status }) => status === 'built');
  if (built === undefined) return null;
  const { envelope } = JSON.parse(built.detail) as { readonly envelope?: string | null };
  return envelope == null ? null : (JSON.parse(envelope) as MailEnvelope);
}

/** What the server said, for the journal and for whoever reads it. */
function detailOf(outcome: SendOutcome): NonNullable<NoticeStep['detail']> {
  switch (outcome.kind) {
    case 'accepted':
      return { kind: 'accepted', via: outcome.via, text: outcome.response };
    case 'refused':
      return {
        kind: 'refused',
        phase: outcome.phase,
        smtpCode: outcome.smtpCode,
        enhancedCode: outcome.enhancedCode,
        isPermanent: outcome.isPermanent,
        text: outcome.text,
      };
    case 'not_sent':
      return { kind: 'not_sent', fault: outcome.fault, text: outcome.text };
    default:
      return { kind: 'uncertain', fault: outcome.fault, text: outcome.text };
  }
}
