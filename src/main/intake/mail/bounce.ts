/**
 * Word that a message was not delivered (RFC 3464), and the notes of servers that write it in their
 * own way: an address and a code are looked for where a person would look.
 */
import type { BouncedRecipient } from '../../../shared/domain/mail/received-mail.ts';
import { refusalKindOf } from '../../../shared/domain/mail/refusal-kind.ts';
import type { ServerReply } from '../../../shared/domain/mail/send-outcome.ts';
import { isPermanentReply, parseServerReply } from '../../../shared/domain/mail/server-reply.ts';

const RECIPIENTS_MAX = 100;

/** The recipients that a delivery report says have failed; those merely delayed are left out. */
export function failedRecipients(report: string): BouncedRecipient[] {
  const failed: BouncedRecipient[] = [];
  for (const block of report.split(/\r?\n\s*\r?\n/).slice(0, RECIPIENTS_MAX)) {
    const fields = fieldsOf(block);
    const action = fields.get('action')?.toLowerCase() ?? '';
    const recipient = fields.get('final-recipient') ?? fields.get('original-recipient');
    if (recipient === undefined || !action.startsWith('failed')) continue;
    const address = addressOf(recipient);
    if (address !== '') failed.push({ address, ...judged(replyOf(fields)) });
  }
  return failed;
}

/** From a note in free form: the addresses named in its headers or its text, and the first code. */
export function recipientsOfNote(
  text: string,
  { named, own }: { readonly named: string; readonly own: readonly string[] },
): BouncedRecipient[] {
  const words = text.slice(0, 20_000);
  const found = (named === '' ? words : named).match(
    /[^\s<>()[\]:;,"']+@[^\s<>()[\]:;,"']+\.[a-z]+/gi,
  );
  const addresses = [...new Set((found ?? []).map((address) => address.toLowerCase()))]
    .filter((address) => !own.includes(address) && !/^(mailer-daemon|postmaster)@/.test(address))
    .slice(0, named === '' ? 1 : RECIPIENTS_MAX);
  const [reply = words] = /\b[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3}\b)?[^\n]*/.exec(words) ?? [];
  return addresses.map((address) => ({ address, ...judged(parseServerReply(reply)) }));
}

/** Headers, continued lines joined; the first of each name. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (name !== '' && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value);
  }
  return fields;
}

function addressOf(recipient: string): string {
  const [, address = ''] = /^(?:[\w-]+\s*;)?\s*<?([^\s<>]+@[^\s<>]+?)>?\s*$/.exec(recipient) ?? [];
  return address.toLowerCase();
}

/** The server's words; where they hold no enhanced code, that of the report. */
function replyOf(fields: ReadonlyMap<string, string>): ServerReply {
  const said = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '');
  const reply = parseServerReply(said);
  const [status = ''] = /[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '') ?? [];
  // « 5.0.0 » says nothing that the words don't say better.
  const isTelling = status !== '' && !status.endsWith('.0.0');
  const enhancedCode = reply.enhancedCode === '' && isTelling ? status : reply.enhancedCode;
  return { ...reply, enhancedCode };
}

/** A report is a last word: what has no code of its own is for good. */
function judged(reply: ServerReply): Omit<BouncedRecipient, 'address'> {
  const smtpCode =
    reply.smtpCode === 0 ? (reply.enhancedCode.startsWith('4') ? 450 : 550) : reply.smtpCode;
  const known = { ...reply, smtpCode };
  const isPermanent = isPermanentReply(known);
  const kind = refusalKindOf({ phase: reply.smtpCode === 0 ? 'message' : 'recipient', ...known });
  return { ...known, isPermanent, isMailboxUnknown: isPermanent && kind === 'mailbox_unknown' };
}
