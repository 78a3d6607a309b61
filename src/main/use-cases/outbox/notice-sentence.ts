/** What happened to a message, in one sentence, from what its last step recorded. */

import type { RecheckHold } from '../../../shared/domain/dunning/recheck.ts';
import type { MailPhase, SendFault } from '../../../shared/domain/mail/send-outcome.ts';
import type { NoticeStatus } from '../../../shared/domain/outbox/notice-state.ts';
import { formatDay } from '../../../shared/format/date.ts';
import type { Language } from '../../../shared/format/language.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { minuteOfDayOf } from '../../../shared/kernel/time-zone.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { mailText, refusalAdvice } from '../../../shared/text/mail.ts';
import { outboxText } from '../../../shared/text/outbox.ts';
import { EXPORTED, isExported } from './exported.ts';

export interface SaidStep {
  readonly status: NoticeStatus;
  /** JSON, as the step recorded it. */
  readonly detail: string;
  readonly channel: string;
  readonly day: CalendarDate;
  readonly tryAt: Instant | null;
}

interface Detail {
  readonly kind?: string;
  readonly via?: string;
  readonly text?: string;
  readonly fault?: SendFault;
  readonly phase?: MailPhase;
  readonly smtpCode?: number;
  readonly enhancedCode?: string;
  readonly code?: string;
  readonly reason?: string;
}

/** The sentence, in the language of the window. */
export function noticeSentence(step: SaidStep, language: Language, zone: string): string {
  const words = outboxText[language];
  const detail = JSON.parse(step.detail) as Detail;
  const isLetter = step.channel === 'letter' || step.channel === 'registered_letter';
  switch (step.status) {
    case 'approved':
      return words.approvedHeld;
    case 'built':
      return isLetter ? words.toPrint : words.builtHeld;
    case 'sending':
      return words.status.sending;
    case 'sent':
      if (detail.kind === 'found_in_log') return words.foundInLog;
      if (detail.kind === EXPORTED) return words.sentByHand;
      return detail.via === 'folder'
        ? words.writtenTo(detail.text ?? '')
        : words.sentVia(detail.text ?? '');
    case 'deferred':
      return deferredSentence(detail, step.tryAt, language, zone);
    case 'failed':
      return failureSentence(detail, language);
    case 'uncertain':
      if (detail.kind === 'found_in_log') return words.foundUncertain;
      if (isExported(step)) return words.exported;
      return detail.kind === 'crash' ? words.uncertainAfterCrash : words.uncertain;
    case 'cancelled':
      return cancelledSentence(detail, language);
    case 'printed':
      return words.toPost;
    case 'posted':
      return words.posted(formatDay(step.day, { language }));
    default:
      return detail.text ?? words.status[step.status];
  }
}

function deferredSentence(
  detail: Detail,
  tryAt: Instant | null,
  language: Language,
  zone: string,
): string {
  const sentence = failureSentence(detail, language);
  return tryAt === null
    ? sentence
    : outboxText[language].tryAgainAt(sentence, timeOf(minuteOfDayOf(tryAt, zone)));
}

function failureSentence(detail: Detail, language: Language): string {
  const words = outboxText[language];
  if (detail.fault !== undefined) {
    const { said, toDo } = mailText[language].fault[detail.fault];
    return `${said} ${toDo}`;
  }
  if (detail.kind === 'refused') {
    const { said, toDo } = refusalAdvice(
      {
        phase: detail.phase ?? 'message',
        smtpCode: detail.smtpCode ?? 0,
        enhancedCode: detail.enhancedCode ?? '',
        text: detail.text ?? '',
      },
      language,
    );
    return `${said} ${toDo}`;
  }
  return words.notBuilt[detail.code ?? ''] ?? words.status.failed;
}

function cancelledSentence(detail: Detail, language: Language): string {
  const words = outboxText[language];
  const holds = scenarioText[language].recheck;
  if (detail.code !== undefined && Object.hasOwn(holds, detail.code)) {
    return words.heldBack(holds[detail.code as RecheckHold]);
  }
  if (detail.code === 'restored') return words.cancelledOnCopy;
  return words.cancelledBy(detail.reason ?? '');
}

function timeOf(minute: number): string {
  const hours = String(Math.floor(minute / 60));
  return `${hours} h ${String(minute % 60).padStart(2, '0')}`;
}
