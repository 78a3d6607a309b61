/** What the headers of a mail say of whom it answers, before it is fetched whole. */
import type { MailHead } from '../../ports/mailbox.ts';

/** The headers asked for, and no other. */
export const HEAD_FIELDS = [
  'message-id',
  'in-reply-to',
  'references',
  'from',
  'subject',
  'content-type',
  'x-failed-recipients',
];

const REPORT_TYPE = /^multipart\/report\b/i;
const REPORT_SENDER = /^(mailer-daemon|postmaster|mail-daemon)@/;
const LENGTH_MAX = 20_000;
const IDS_MAX = 100;

/** Reads the header block of one mail; whatever it holds, a head comes out. */
export function mailHeadOf(
  given: { readonly uid: number; readonly sizeBytes: number },
  block: string,
): MailHead {
  const fields = fieldsOf(block.slice(0, LENGTH_MAX));
  const field = (name: string) => fields.get(name) ?? '';
  const sender = addressIn(field('from'));
  const ids = [...idsIn(field('in-reply-to')), ...idsIn(field('references')).reverse()];
  return {
    uid: given.uid,
    sizeBytes: given.sizeBytes,
    messageId: idsIn(field('message-id'))[0] ?? '',
    answeredIds: [...new Set(ids)].slice(0, IDS_MAX),
    sender,
    subject: field('subject').slice(0, 500),
    isReport:
      REPORT_TYPE.test(field('content-type')) ||
      field('x-failed-recipients') !== '' ||
      REPORT_SENDER.test(sender),
  };
}

function fieldsOf(block: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key !== '' && !fields.has(key)) fields.set(key, value.trim());
  }
  return fields;
}

function idsIn(text: string): string[] {
  return [...text.matchAll(/<([^<>\s]+)>/g)].map(([, id = '']) => id);
}

function addressIn(from: string): string {
  const [, inside = ''] = /<([^<>\s]+@[^<>\s]+)>[^<>]*$/.exec(from) ?? [];
  if (inside !== '') return inside.toLowerCase();
  const [bare = ''] = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/.exec(from) ?? [];
  return bare.toLowerCase();
}
