/**
 * 0006 · What comes in by mail
 *
 * Why:   a mail read from the mailbox waits until it is known whose it is; one that was dropped, or
 *        read already, is not recorded twice.
 * Keeps: everything; only tables are added.
 * Cost:  empty tables; instant.
 */
import type { Migration } from './migration.ts';

export const incoming: Migration = {
  version: 6,
  name: 'incoming',
  sql: `
-- The Message-ID of the mail that a reply was read from.
CREATE TABLE reply_mail (
  reply_id INTEGER PRIMARY KEY REFERENCES reply, message_id TEXT NOT NULL
) STRICT;
CREATE INDEX reply_mail_message ON reply_mail(message_id);
-- Mails fetched whole from the mailbox; their bytes lie among the kept files.
CREATE TABLE incoming_mail (
  incoming_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  day TEXT NOT NULL, message_id TEXT NOT NULL, sender TEXT NOT NULL, subject TEXT NOT NULL,
  file_sha256 TEXT NOT NULL
) STRICT;
CREATE INDEX incoming_mail_message ON incoming_mail(message_id);
-- What became of one; the latest row decides: a reply, laid aside as none, or waiting again.
CREATE TABLE incoming_filed (
  incoming_id INTEGER NOT NULL REFERENCES incoming_mail,
  entry_id INTEGER NOT NULL REFERENCES entry,
  state TEXT NOT NULL CHECK (state IN ('reply','aside','waiting')),
  reply_id INTEGER REFERENCES reply, PRIMARY KEY (incoming_id, entry_id)
) STRICT, WITHOUT ROWID;
-- Up to where a mailbox was read. No fact: without it, the last days are looked at again.
CREATE TABLE incoming_place (
  mailbox TEXT PRIMARY KEY, uid_validity TEXT NOT NULL, last_uid INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
};
