/** The outbox as its screen shows it: five boxes, what holds them, and one message in full. */
import type { NoticeRow } from '../../../shared/contract/outbox.ts';
import type { NoticeStatus } from '../../../shared/domain/outbox/notice-state.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addDays } from '../../../shared/kernel/calendar-date.ts';
import { dunningBatchText } from '../../../shared/text/dunning-batch.ts';
import { outboxText } from '../../../shared/text/outbox.ts';
import { type OutboxRow, readOver, readUnderWay } from '../../ledger/views/outbox.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { deliveryOf } from './deliveries.ts';
import { isExported } from './exported.ts';
import { noticeSentence } from './notice-sentence.ts';
import { sendingGuards } from './sending-guards.ts';
import { sendingState } from './sending-state.ts';

export const BOXES = ['waiting', 'letters', 'attention', 'sent', 'cancelled'] as const;
export type Box = (typeof BOXES)[number];

/** How far back the boxes of what is over go. */
const SHOWN_DAYS = 400;

/** Where a message stands in the screen. */
export function boxOf(status: NoticeStatus, channel: string): Box {
  switch (status) {
    case 'failed':
    case 'uncertain':
    case 'bounced':
      return 'attention';
    case 'sent':
    case 'posted':
      return 'sent';
    case 'cancelled':
      return 'cancelled';
    default:
      return channel === 'email' ? 'waiting' : 'letters';
  }
}

/** One window of a box, with the counts of all. */
export function outboxAnswer(
  context: AppContext,
  company: OpenCompany,
  portfolio: Portfolio,
  input: {
    readonly box: Box;
    readonly text: string;
    readonly offset: number;
    readonly limit: number;
  },
) {
  const { language } = context.settings.read();
  const since = addDays(portfolio.today, -SHOWN_DAYS);
  const { rows, state } = company.ledger.read((reader) => ({
    rows: [...readUnderWay(reader).reverse(), ...readOver(reader, since)],
    state: sendingState(reader),
  }));
  const guards = sendingGuards(context, company, portfolio);
  const delivery = deliveryOf(context, company).state;
  const words = outboxText[language];
  const wanted = input.text.trim().toLowerCase();
  const shown = rows.filter(
    (row) =>
      boxOf(row.status, row.channel) === input.box &&
      `${row.name} ${row.code} ${row.subject} ${row.recipient}`.toLowerCase().includes(wanted),
  );
  return {
    boxes: BOXES.map((box) => {
      const own = rows.filter((row) => boxOf(row.status, row.channel) === box);
      return {
        box,
        count: own.length,
        amountCents: own
          .filter(({ currency }) => currency === 'EUR')
          .reduce((sum, { totalCents }) => sum + totalCents, 0),
      };
    }),
    guards: guards.map((code) => ({
      code,
      sentence: dunningBatchText[language].guards[code] ?? code,
      mayBeOverridden: code === 'bank_stale' || code === 'bank_unknown',
    })),
    isPaused: state.isPaused,
    waitingFor: delivery.waitingFor === null ? null : words.waitingFor[delivery.waitingFor],
    nextAt: delivery.nextAt,
    now: context.clock.now(),
    total: shown.length,
    rows: shown
      .slice(input.offset, input.offset + input.limit)
      .map((row) => noticeRow(row, language, portfolio.settings.identity.timeZone)),
  };
}

/** One message as a row of the screen. */
export function noticeRow(row: OutboxRow, language: Language, zone: string): NoticeRow {
  return {
    noticeId: row.noticeId,
    payerId: row.payerId,
    code: row.code,
    name: row.name,
    day: row.day,
    channel: row.channel,
    purpose: row.purpose,
    severity: row.severity,
    recipient: row.recipient,
    subject: row.subject,
    currency: row.currency,
    totalCents: row.totalCents,
    status: row.status,
    at: row.at,
    holdUntil: row.holdUntil,
    tryAt: row.tryAt,
    sentence: noticeSentence(row, language, zone),
    registeredNumber: row.registeredNumber ?? '',
    isExported: isExported(row),
  };
}
