/**
 * What a server's refusal is about: the address, the message, our account, or the moment.
 *
 * The enhanced code (RFC 3463) says it best; where a server gives none, or the all-purpose 5.7.1,
 * its words are looked at. A code for a mailbox counts at any step: some servers say it only once
 * they have the message.
 */
import type { MailPhase, ServerReply } from './send-outcome.ts';

export const REFUSAL_KINDS = [
  'mailbox_unknown',
  'domain_unknown',
  'address_malformed',
  'mailbox_disabled',
  'mailbox_full',
  'message_too_big',
  'greylisted',
  'rate_limited',
  'authentication',
  'sender_refused',
  'relay_denied',
  'spam',
  'policy',
  'busy',
  'rejected',
] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

export interface RefusalReply extends ServerReply {
  readonly phase: MailPhase;
}

/** Enhanced codes without their first figure, which only tells « for now » from « for good ». */
const BY_ENHANCED_CODE: ReadonlyMap<string, RefusalKind> = new Map([
  ['1.1', 'mailbox_unknown'],
  ['1.10', 'mailbox_unknown'],
  ['1.2', 'domain_unknown'],
  ['4.4', 'domain_unknown'],
  ['1.3', 'address_malformed'],
  ['1.6', 'mailbox_unknown'],
  ['1.7', 'sender_refused'],
  ['1.8', 'sender_refused'],
  ['2.1', 'mailbox_disabled'],
  ['2.2', 'mailbox_full'],
  ['2.3', 'message_too_big'],
  ['3.4', 'message_too_big'],
  ['7.8', 'authentication'],
  ['7.9', 'authentication'],
  ['7.54', 'relay_denied'],
  ['7.60', 'sender_refused'],
  ['7.64', 'relay_denied'],
]);

const SOMEBODY = 'user|mailbox|recipient|address|account|adresse|utilisateur|destinataire|bo.te';
const UNKNOWN =
  'unknown|not found|does(n.t| not) exist|no such|invalid|inconnue?|inexistante?|introuvable';

/** The first that matches wins. */
const BY_WORDS: readonly (readonly [RegExp, RefusalKind])[] = [
  [/gr[ae]y[- ]?list/i, 'greylisted'],
  [/too many|rate ?limit|throttl|quota of messages|limite? d.envoi|sending limit/i, 'rate_limited'],
  [/exceeded.{0,60}per (hour|day)/i, 'rate_limited'],
  [/spam|blacklist|block ?list|blocked using|listed (at|by|in|on)|reputation|\bRBL\b/i, 'spam'],
  [/DNSBL/i, 'spam'],
  [/relay(ing)? (access )?(denied|not permitted|prohibited)|relay interdit/i, 'relay_denied'],
  [/(not|unable to) relay/i, 'relay_denied'],
  [new RegExp(`\\b(${SOMEBODY})\\b.{0,60}(${UNKNOWN})`, 'i'), 'mailbox_unknown'],
  [new RegExp(`(${UNKNOWN}|nonexistent) (local |virtual )?(${SOMEBODY})`, 'i'), 'mailbox_unknown'],
  [/(mailbox|quota|boîte)\b.{0,40}(full|exceeded|over|pleine|saturée|dépassé)/i, 'mailbox_full'],
  [/over quota/i, 'mailbox_full'],
  [
    /(account|mailbox|compte|user)\b.{0,40}(disabled|inactive|suspend|désactiv)/i,
    'mailbox_disabled',
  ],
  [
    /(message|size|mail)\b.{0,40}(too (big|large)|exceeds)|trop (gros|volumineux)/i,
    'message_too_big',
  ],
  [/(domain|host)\b.{0,40}(not found|unknown|does(n.t| not) exist)/i, 'domain_unknown'],
];

/** What the refusal is about. */
export function refusalKindOf(reply: RefusalReply): RefusalKind {
  const { phase, smtpCode, enhancedCode, text } = reply;
  const isTemporary = smtpCode >= 400 && smtpCode < 500;
  if (phase === 'authentication') return isTemporary ? 'busy' : 'authentication';
  const kind =
    BY_ENHANCED_CODE.get(enhancedCode.replace(/^[245]\./, '')) ??
    BY_WORDS.find(([words]) => words.test(text))?.[1] ??
    kindByCode(reply, isTemporary);
  if (!marksAddress(kind)) return kind;
  // An address isn't wrong for now only: 4.2.1 is Gmail's word for too many messages.
  if (isTemporary) return 'busy';
  // Said of the sender, an unknown address is ours.
  return phase === 'sender' ? 'sender_refused' : kind;
}

function kindByCode(reply: RefusalReply, isTemporary: boolean): RefusalKind {
  const { phase, smtpCode, enhancedCode } = reply;
  if (smtpCode === 530 || smtpCode === 535) return 'authentication';
  if (smtpCode === 0) return 'message_too_big';
  if (phase === 'recipient') return kindAtRecipient(reply, isTemporary);
  if (isTemporary) return 'busy';
  if (phase === 'sender') return smtpCode === 552 ? 'message_too_big' : 'sender_refused';
  if (/^5\.7\./.test(enhancedCode)) return 'policy';
  return smtpCode === 552 ? 'message_too_big' : 'rejected';
}

function kindAtRecipient(reply: RefusalReply, isTemporary: boolean): RefusalKind {
  const { smtpCode, enhancedCode } = reply;
  if (smtpCode === 452 || smtpCode === 552) return 'mailbox_full';
  if (isTemporary) return smtpCode === 450 || smtpCode === 451 ? 'greylisted' : 'busy';
  if (/^5\.7\./.test(enhancedCode)) return 'policy';
  if (smtpCode === 501 || smtpCode === 553) return 'address_malformed';
  return smtpCode === 550 || smtpCode === 551 ? 'mailbox_unknown' : 'rejected';
}

/** True where the address itself is wrong: it is marked, and a call or a letter proposed. */
export function marksAddress(kind: RefusalKind): boolean {
  return (
    kind === 'mailbox_unknown' ||
    kind === 'domain_unknown' ||
    kind === 'address_malformed' ||
    kind === 'mailbox_disabled'
  );
}

/** True where no message of this account would get through: sending stops until a person acts. */
export function stopsAccount(kind: RefusalKind): boolean {
  return kind === 'authentication' || kind === 'sender_refused' || kind === 'relay_denied';
}
