/** The sentence of each entry of a customer's time line, from its facts. */
import type { TimelineEntry } from '../../contract/customers.ts';
import { formatCents } from '../../format/amount.ts';
import { formatDay } from '../../format/date.ts';
import type { Language } from '../../format/language.ts';
import { parseCalendarDate } from '../../kernel/calendar-date.ts';
import { itemStateEntry } from '../item-state-entry.ts';
import { agreementsText } from './agreements.ts';
import { customerFileText } from './customer-file.ts';
import { followUpText } from './follow-up.ts';
import { repliesText } from './replies.ts';
import { outgoingSentence } from './timeline-message.ts';
import { isPayerFact, payerFactSentence } from './timeline-payer.ts';

const AGREED: ReadonlySet<TimelineEntry['kind']> = new Set([
  'dispute_reopened',
  'agreement',
  'agreement_step',
]);

/** What happened, in one line; the comment stands under it. */
export function timelineSentence(entry: TimelineEntry, language: Language): string {
  if (isPayerFact(entry.kind)) return payerFactSentence(entry, language);
  if (AGREED.has(entry.kind)) return agreedSentence(entry, language);
  const text = (name: string) => String(entry.facts[name] ?? '');
  const amount = formatCents(Number.parseInt(text('amountCents'), 10) || 0, { language });
  const day = (name: string) => {
    const date = parseCalendarDate(text(name));
    return date === null ? '' : formatDay(date, { language });
  };
  const isFrench = language === 'fr';
  const [file, list] = [customerFileText[language], followUpText[language]];
  switch (entry.kind) {
    case 'call':
    case 'incoming_call': {
      if (text('channel') === 'sms') return list.calls.sms ?? '';
      const what = list.calls[text('outcome')] ?? text('outcome');
      const who = text('contactName') === '' ? '' : ` · ${text('contactName')}`;
      const head = entry.kind === 'call' ? file.actions.call : file.actions.incoming;
      return `${head}${who} : ${what}${text('outcomeDate') === '' ? '' : ` (${day('outcomeDate')})`}`;
    }
    case 'reply':
      return replySentence(entry.facts, language);
    case 'promise':
      return isFrench
        ? `Promesse de ${amount} pour le ${day('promisedFor')}`
        : `Promise of ${amount} for ${day('promisedFor')}`;
    case 'promise_cancelled':
      return isFrench ? `Promesse de ${amount} annulée` : `Promise of ${amount} cancelled`;
    case 'dispute':
      return isFrench
        ? `Litige ouvert : ${list.reasons[text('reason')] ?? text('reason')}, ${amount}`
        : `Dispute opened: ${list.reasons[text('reason')] ?? text('reason')}, ${amount}`;
    case 'dispute_closed':
      return list.close[text('outcome')] ?? list.closed;
    case 'hold':
      return isFrench
        ? `Relances suspendues, à revoir le ${day('reviewOn')}`
        : `Reminders on hold, review on ${day('reviewOn')}`;
    case 'hold_ended':
      return list.holdEnded;
    case 'payment':
      return `${file.kinds.payment} ${amount} · ${file.natures[text('nature')] ?? text('nature')}`;
    case 'refund':
      return isFrench ? `Remboursement ${amount}` : `Refund ${amount}`;
    case 'reject':
      return isFrench ? `Règlement revenu impayé ${amount}` : `Payment returned unpaid ${amount}`;
    case 'task':
      return isFrench
        ? `Tâche : ${list.tasks[text('kind')] ?? text('kind')} pour le ${day('dueOn')}`
        : `Task: ${list.tasks[text('kind')] ?? text('kind')} for ${day('dueOn')}`;
    case 'task_closed':
      return list.taskClosed;
    case 'import':
      return isFrench ? `Import de ${text('fileName')}` : `Import of ${text('fileName')}`;
    case 'message':
    case 'charges':
      return outgoingSentence(entry, language);
    case 'change':
      return file.changed;
    case 'done_today':
      return isFrench ? 'Fait pour ce jour' : 'Done for the day';
    default:
      return itemStateEntry(entry, language) ?? file.actions.note;
  }
}

/** What was agreed with the customer, and what became of it. */
function agreedSentence(entry: TimelineEntry, language: Language): string {
  const { timeline, noted } = agreementsText[language];
  const { kind, step, amountCents } = entry.facts;
  if (entry.kind === 'dispute_reopened') return timeline.reopened;
  if (entry.kind === 'agreement_step') return noted[String(step ?? '')] ?? '';
  const amount = formatCents(typeof amountCents === 'number' ? amountCents : 0, { language });
  return kind === 'plan' ? timeline.plan(amount) : timeline.settlement(amount);
}

/** Who wrote, what he says, about what. */
function replySentence(facts: TimelineEntry['facts'], language: Language): string {
  const words = repliesText[language];
  const text = (name: string) => String(facts[name] ?? '');
  const head = words.sentence(words.kinds[text('replyKind')] ?? '', text('sender'));
  const said = words.payerAnswers[text('answer')] ?? '';
  const isUnread = facts.isRead === 0 ? ` (${words.unread})` : '';
  const parts = [said, text('subject')].filter((part) => part !== '').join(' · ');
  return `${head}${isUnread}${parts === '' ? '' : ` : ${parts}`}`;
}
