/**
 * Whose a reply is, and what it says: by the message it answers, by its code, by who wrote it.
 * Nothing is recorded here.
 */
import type { ReceivedMail } from '../../../shared/domain/mail/received-mail.ts';
import { marksAddress, refusalKindOf } from '../../../shared/domain/mail/refusal-kind.ts';
import { type PayerAnswer, parseAnswerCode } from '../../../shared/domain/message/answer-code.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addDays } from '../../../shared/kernel/calendar-date.ts';
import { dayOf } from '../../../shared/kernel/time-zone.ts';
import { refusalAdvice } from '../../../shared/text/mail.ts';
import type { Reader } from '../../ledger/session.ts';
import { findReplyOfMessage } from '../../ledger/stores/incoming.ts';
import { findNoticeByMessageId, loadNotice, type NoticeRow } from '../../ledger/stores/notices.ts';
import { findCustomersOfAddress } from '../../ledger/views/senders.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

type MatchedBy = 'message_id' | 'code' | 'sender';

interface Matched {
  readonly notice: NoticeRow | null;
  readonly customerId: number | null;
  readonly matchedBy: MatchedBy | null;
  readonly answer: PayerAnswer | null;
  /** All who have the sender's address, where nothing else says whose it is. */
  readonly ownerIds: readonly number[];
}

/** What the form is filled with; `droppedOn` is the customer whose file it was dropped on. */
export function judgeReply(
  reader: Reader,
  mail: ReceivedMail,
  {
    portfolio,
    droppedOn,
    language,
  }: {
    readonly portfolio: Portfolio;
    readonly droppedOn: number | null;
    readonly language: Language;
  },
) {
  const matched = matchOf(reader, mail, droppedOn);
  const { notice, customerId } = matched;
  const account = customerId === null ? undefined : portfolio.accounts.get(customerId);
  const zone = portfolio.settings.identity.timeZone;
  const named = (id: number) => {
    const record = portfolio.accounts.get(id)?.record;
    return record === undefined ? [] : [{ customerId: id, code: record.code, name: record.name }];
  };
  const owners = matched.ownerIds.flatMap(named);
  const recorded = findReplyOfMessage(reader, mail.messageId);
  return {
    kind: mail.kind,
    sender: mail.from.address,
    senderName: mail.from.name,
    receivedOn: mail.receivedAt === null ? null : dayOf(mail.receivedAt, zone),
    subject: mail.subject,
    text: mail.text,
    customer: customerId === null ? null : (named(customerId)[0] ?? null),
    candidates: owners.length > 1 ? owners : [],
    messageId: mail.messageId,
    recorded:
      recorded === null
        ? null
        : {
            customerId: recorded.customerId,
            name: named(recorded.customerId)[0]?.name ?? '',
            day: recorded.day,
          },
    matchedBy: account === undefined ? null : matched.matchedBy,
    notice:
      notice === null
        ? null
        : { noticeId: notice.noticeId, day: notice.day, subject: notice.subject },
    answer: mail.kind === 'answer' ? matched.answer : null,
    ...refusalIn(mail, language),
    awayUntil: mail.backOn === null ? null : addDays(mail.backOn, -1),
  };
}

/** The text a person pasted, with what its first lines say of its sender and subject. */
export function pastedMail(pasted: string): ReceivedMail {
  const text = pasted.replace(/\r\n?/g, '\n').trim();
  const head = text.split('\n').slice(0, 12).join('\n');
  const [, from = ''] = /^\s*(?:de|from|expéditeur)\s*:\s*(.+)$/imu.exec(head) ?? [];
  const [, subject = ''] = /^\s*(?:objet|subject|sujet)\s*:\s*(.+)$/imu.exec(head) ?? [];
  const [address = ''] = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+\.[^\s<>"'(),;:]+/u.exec(from) ?? [];
  return {
    kind: 'answer',
    from: { name: '', address: address.toLowerCase() },
    to: [],
    receivedAt: null,
    subject: subject.trim().slice(0, 500),
    text,
    messageId: '',
    answeredIds: [],
    backOn: null,
    bounced: [],
    attachments: [],
  };
}

const NOBODY = { notice: null, customerId: null, matchedBy: null, ownerIds: [] } as const;

function matchOf(reader: Reader, mail: ReceivedMail, droppedOn: number | null): Matched {
  const code = parseAnswerCode(mail.subject, mail.text);
  const answer = code?.answer ?? null;
  const answered = mail.answeredIds
    .map((messageId) => findNoticeByMessageId(reader, messageId))
    .find((notice) => notice !== null);
  if (answered != null) {
    const { payerId } = answered;
    return { ...NOBODY, notice: answered, customerId: payerId, matchedBy: 'message_id', answer };
  }
  const coded = code === null ? null : (loadNotice(reader, code.noticeId)?.notice ?? null);
  if (coded !== null) {
    return { ...NOBODY, notice: coded, customerId: coded.payerId, matchedBy: 'code', answer };
  }
  const addresses =
    mail.kind === 'bounce' ? mail.bounced.map(({ address }) => address) : [mail.from.address];
  const owners = [
    ...new Set(addresses.flatMap((address) => findCustomersOfAddress(reader, address))),
  ];
  const owner = owners.find((id) => id === droppedOn) ?? owners[0] ?? null;
  const matchedBy = owner === null ? null : 'sender';
  return { notice: null, customerId: owner, matchedBy, answer, ownerIds: owners };
}

/** Of a returned message, the address that will never take one; a full mailbox is none. */
function refusalIn({ bounced }: ReceivedMail, language: Language) {
  const reports = bounced.map((one) => ({
    ...one,
    kind: one.isMailboxUnknown
      ? ('mailbox_unknown' as const)
      : refusalKindOf({ ...one, phase: 'recipient' as const }),
  }));
  const lasting = reports.find(({ kind, isPermanent }) => isPermanent && marksAddress(kind));
  const shown = lasting ?? reports[0];
  return {
    refusedAddress: lasting?.address ?? null,
    refusalKind: shown?.kind ?? null,
    refusalSentence:
      shown === undefined ? '' : refusalAdvice({ ...shown, phase: 'recipient' }, language).said,
    refusalDetail: shown?.text ?? '',
  };
}
