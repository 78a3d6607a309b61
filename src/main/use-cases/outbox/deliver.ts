/**
 * Sends what is due to leave, one message after the other, at most once each.
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
import { throttle } from '../../../shared/domain/mail/throttle.ts';
import { addSeconds, type Instant } from '../../../shared/kernel/instant.ts';
import { minuteOfDayOf } from '../../../shared/kernel/time-zone.ts';
import { appendEntry } from '../../ledger/journal.ts';
import {
  appendNoticeStep,
  findDueMail,
  findWaitingMail,
  loadNotice,
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
import { mailAccount } from './mail-account.ts';
import { holdsWhatIsAsked, sendingGuards } from './sending-guards.ts';
import { sentIntentOf } from './sent-intent.ts';
import { appendSentLine } from './sent-log.ts';

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
  #session: MailSession | null = null;
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
  }

  get state(): DeliveryState {
    return this.#state;
  }

  /** The account was changed or tried: what it was refused for may be over. */
  restart(): void {
    this.#stopped = null;
    this.#offlineUntil = null;
    this.#offlineCount = 0;
    void this.#closeSession();
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
    await this.#closeSession();
  }

  async #run(): Promise<void> {
    try {
      this.#state = await this.#sendDue();
    } finally {
      await this.#closeSession();
    }
  }

  async #sendDue(): Promise<DeliveryState> {
    const { clock } = this.#context;
    const { ledger } = this.#company;
    for (;;) {
      const now = clock.now();
      const due = ledger.read((reader) => findDueMail(reader, now));
      if (due === null) {
        const waiting = ledger.read(findWaitingMail);
        if (waiting === null) return NOTHING_WAITS;
        return { ...NOTHING_WAITS, waitingFor: 'hold', nextAt: waiting.at };
      }
      const held = await this.#heldBack(now, due.isAsked);
      if (held !== null) return held;
      if (this.#isClosing) return NOTHING_WAITS;
      await this.#sendOne(due.noticeId);
    }
  }

  /**
   * Why nothing leaves now. What a customer asked for in person waits for neither the hours, nor
   * the bank, nor the end of a pause: it chases nobody.
   */
  async #heldBack(now: Instant, isAsked: boolean): Promise<DeliveryState | null> {
    if (this.#stopped !== null) {
      return { waitingFor: 'account', nextAt: null, reason: this.#stopped };
    }
    if (this.#offlineUntil !== null && this.#offlineUntil > now) {
      return { waitingFor: 'network', nextAt: this.#offlineUntil, reason: null };
    }
    const portfolio = await this.#company.portfolio.read();
    const guard = sendingGuards(this.#context, this.#company, portfolio).find(
      (one) => !isAsked || holdsWhatIsAsked(one),
    );
    if (guard !== undefined) return { waitingFor: 'guard', nextAt: null, reason: guard };
    const { dunning, identity } = portfolio.settings;
    const minute = minuteOfDayOf(now, identity.timeZone);
    const isOpen =
      minute >= dunning.sendFromMinute &&
      minute < dunning.sendUntilMinute &&
      isBusinessDay(portfolio.today, portfolio.calendar);
    if (!isOpen && !isAsked) {
      return { waitingFor: 'hours', nextAt: null, reason: null };
    }
    const allowed = throttle(this.#sentSince(addSeconds(now, -HOUR_SECONDS)), {
      perHour: dunning.messagesPerHour,
      now,
    });
    if (allowed.count === 0)
      return { waitingFor: 'throttle', nextAt: allowed.nextAt, reason: null };
    return null;
  }

  #sentSince(since: Instant): readonly Instant[] {
    this.#sentAt ??= this.#company.ledger.read((reader) => readSentMoments(reader, since));
    return this.#sentAt.filter((at) => at > since);
  }

  async #sendOne(noticeId: number): Promise<void> {
    const { ledger, folder } = this.#company;
    const { notice, steps } = ledger.read((reader) => ({
      notice: loadNotice(reader, noticeId)?.notice ?? null,
      steps: loadNoticeSteps(reader, noticeId),
    }));
    if (notice === null) return;
    const { messageId } = notice;
    const hold = isAskedFor(notice)
      ? null
      : await lastLook(this.#context, this.#company, notice, steps);
    if (hold !== null) {
      await this.#record(noticeId, { status: 'cancelled', detail: { code: hold } });
      return;
    }
    const sha256 = steps.findLast((step) => step.fileSha256 !== null)?.fileSha256 ?? null;
    const bytes = sha256 === null ? null : await readKeptFile(folder.filesPath, sha256);
    const envelope = envelopeOf(steps);
    if (bytes === null || envelope === null || messageId === null) {
      await this.#record(noticeId, { status: 'failed', detail: { code: 'file_missing' } });
      return;
    }
    if (!(await this.#record(noticeId, { status: 'sending' }))) return;
    this.#logIntent(notice);
    const outcome = await this.#open().send({
      envelope,
      bytes,
      onDataBegins: () => this.#log(messageId, 'data'),
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
    const decision = decideDelivery(outcome, this.#attempts(steps, outcome));
    const detail = detailOf(outcome);
    if (outcome.kind === 'accepted') {
      this.#offlineCount = 0;
      this.#sentAt = [...this.#sentSince(addSeconds(now, -HOUR_SECONDS)), now];
    }
    this.#log(messageId, LOGGED[decision.next]);
    switch (decision.next) {
      case 'sent':
        await this.#record(noticeId, { status: 'sent', detail });
        return;
      case 'uncertain':
        await this.#record(noticeId, { status: 'uncertain', detail });
        return;
      case 'retry': {
        const tryAt = addSeconds(now, decision.afterSeconds);
        if (outcome.kind === 'not_sent') {
          this.#offlineCount += 1;
          this.#offlineUntil = tryAt;
        }
        await this.#record(noticeId, { status: 'deferred', detail, tryAt });
        return;
      }
      case 'stop_account':
        this.#stopped = decision.reason;
        await this.#record(noticeId, { status: 'deferred', detail, tryAt: now });
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
    return {
      refused: refused + (outcome.kind === 'refused' ? 1 : 0),
      offline: this.#offlineCount + (outcome.kind === 'not_sent' ? 1 : 0),
    };
  }

  async #record(noticeId: number, step: NoticeStep): Promise<boolean> {
    const made = await this.#company.ledger.write((writer) =>
      appendNoticeStep(writer, noticeId, step),
    );
    return made.isDone;
  }

  #logIntent(notice: NoticeRow): void {
    const { ledger, folder } = this.#company;
    const at = this.#context.clock.now();
    const intent = ledger.read((reader) => sentIntentOf(reader, notice, at));
    appendSentLine(folder.sentLogPath, intent);
  }

  #log(messageId: string, state: 'data' | 'sent' | 'failed' | 'deferred' | 'uncertain'): void {
    const at = this.#context.clock.now();
    appendSentLine(this.#company.folder.sentLogPath, { state, at, messageId });
  }

  #open(): MailSession {
    const { mailer, secrets } = this.#context;
    this.#session ??= mailer.open(mailAccount(this.#company), secrets);
    return this.#session;
  }

  async #closeSession(): Promise<void> {
    const session = this.#session;
    this.#session = null;
    await session?.close();
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
