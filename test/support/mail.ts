/** Messages to write, and reading them back as a mail program would. */
import PostalMime, { type Email } from 'postal-mime';
import type { Mail, MailForm, WrittenMail } from '../../src/main/ports/mailer.ts';
import { instant } from '../../src/shared/kernel/instant.ts';

export const PLAIN_FORM: MailForm = { isDraft: false, bytesMax: 10_000_000 };

/** A reminder as plain as can be, with what the test wants otherwise. */
export function aMail(changes: Partial<Mail> = {}): Mail {
  return {
    from: { name: 'Alice Martin', address: 'alice@fournisseur.test' },
    replyTo: null,
    to: [{ name: 'Société Dupont', address: 'compta@client.test' }],
    cc: [],
    bcc: [],
    subject: 'Relance : facture F-1024',
    text: 'Bonjour,\n\nLa facture F-1024 est échue.\n',
    html: '<p>Bonjour,</p><p>La facture F-1024 est échue.</p>',
    pictures: [],
    attachments: [],
    sentAt: instant('2026-11-23T08:05:00.000Z'),
    messageId: null,
    ...changes,
  };
}

/** Ids that count, so that a message is the same at every run. */
export function countingIds(): { next(): string } {
  let count = 0;
  return {
    next() {
      count += 1;
      return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
    },
  };
}

/** What a mail program reads in these bytes. */
export function readBack(mail: WrittenMail | Uint8Array): Promise<Email> {
  return PostalMime.parse('bytes' in mail ? mail.bytes : mail);
}

/** The header lines as they are in the bytes, continued lines apart. */
export function headerLines(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  return text.slice(0, text.indexOf('\r\n\r\n')).split('\r\n');
}
