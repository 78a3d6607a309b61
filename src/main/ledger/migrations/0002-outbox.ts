/**
 * 0002 · Scenarios, the outbox, letters, replies
 *
 * Why:   what leaves for a customer is planned under claims, so that nothing goes twice, and what
 *        every channel answered is appended; levels follow each item for life.
 * Keeps: everything; only tables are added.
 * Cost:  empty tables; instant.
 */
import type { Migration } from './migration.ts';

export const outbox: Migration = {
  version: 2,
  name: 'outbox',
  sql: `
-- Documents of the user, over those that ship. The latest row wins; \`shipped_sha256\` is what the
-- copy was made from, so that an unchanged copy can follow a new version.
CREATE TABLE scenario (
  scenario_key TEXT NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry,
  document TEXT NOT NULL, shipped_sha256 TEXT, is_removed INTEGER NOT NULL,
  PRIMARY KEY (scenario_key, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE message_template (
  template_key TEXT NOT NULL, language TEXT NOT NULL CHECK (language IN ('fr','en')),
  tone TEXT NOT NULL CHECK (tone IN ('good','occasional','chronic')),
  entry_id INTEGER NOT NULL REFERENCES entry, document TEXT NOT NULL, shipped_sha256 TEXT,
  is_removed INTEGER NOT NULL, PRIMARY KEY (template_key, language, tone, entry_id)
) STRICT, WITHOUT ROWID;

-- A day's decision: what was sent for, how much, and on what state of the books.
CREATE TABLE run (
  run_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry, day TEXT NOT NULL,
  bank_date TEXT, counts TEXT NOT NULL
) STRICT;
-- A message to a payer, from the decision on. \`facts\` is what it says, so that the preview, the
-- mail and the letter cannot differ, and so that it can be read again in ten years.
CREATE TABLE notice (
  notice_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  run_id INTEGER REFERENCES run, payer_id INTEGER NOT NULL REFERENCES customer, day TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('email','letter','registered_letter','sms')),
  kind TEXT NOT NULL, purpose TEXT NOT NULL, severity TEXT, scenario_key TEXT, step_key TEXT,
  promise_id INTEGER, is_automatic INTEGER NOT NULL,
  recipient TEXT NOT NULL, message_id TEXT UNIQUE, currency TEXT NOT NULL,
  total_cents INTEGER NOT NULL, subject TEXT NOT NULL, hold_until TEXT, facts TEXT NOT NULL
) STRICT;
CREATE INDEX notice_payer ON notice(payer_id, day);
CREATE INDEX notice_day ON notice(day);
CREATE TABLE notice_item (
  notice_id INTEGER NOT NULL REFERENCES notice,
  receivable_id INTEGER NOT NULL REFERENCES receivable, claim_key TEXT NOT NULL, severity TEXT,
  cycle INTEGER NOT NULL, amount_cents INTEGER NOT NULL, PRIMARY KEY (notice_id, receivable_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_item_receivable ON notice_item(receivable_id);
-- What became of it, in order; the last row is its state.
CREATE TABLE notice_event (
  notice_id INTEGER NOT NULL REFERENCES notice, seq INTEGER NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES entry, at TEXT NOT NULL, day TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('approved','built','sending','sent','failed','deferred',
    'uncertain','cancelled','printed','posted','bounced')),
  file_sha256 TEXT, detail TEXT NOT NULL, PRIMARY KEY (notice_id, seq)
) STRICT, WITHOUT ROWID;
-- Droppable: the messages that are not over, with their last state. \`try_at\` is when a refused
-- one may be tried again.
CREATE TABLE notice_under_way (
  notice_id INTEGER PRIMARY KEY REFERENCES notice, status TEXT NOT NULL, try_at TEXT
) STRICT;
-- Locks, not facts: at most one message for an item at a step of a cycle, at most one a day to a
-- payer by a channel. Deleted only with the cancellation of a message that has not left.
CREATE TABLE claim (
  receivable_id INTEGER NOT NULL REFERENCES receivable, claim_key TEXT NOT NULL,
  cycle INTEGER NOT NULL, notice_id INTEGER NOT NULL REFERENCES notice,
  PRIMARY KEY (receivable_id, claim_key, cycle)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_notice ON claim(notice_id);
CREATE TABLE claim_day (
  payer_id INTEGER NOT NULL REFERENCES customer, channel TEXT NOT NULL, day TEXT NOT NULL,
  notice_id INTEGER NOT NULL REFERENCES notice, PRIMARY KEY (payer_id, channel, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_day_notice ON claim_day(notice_id);

-- Levels said by a person, brought from another program, or given at go-live.
CREATE TABLE level_set (
  receivable_id INTEGER NOT NULL REFERENCES receivable,
  entry_id INTEGER NOT NULL REFERENCES entry, day TEXT NOT NULL, severity TEXT,
  source TEXT NOT NULL CHECK (source IN ('person','imported','start')), reason TEXT NOT NULL,
  PRIMARY KEY (receivable_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE cycle_begun (
  receivable_id INTEGER NOT NULL REFERENCES receivable,
  entry_id INTEGER NOT NULL REFERENCES entry, day TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('reopened','person','dispute_refused')),
  reason TEXT NOT NULL, PRIMARY KEY (receivable_id, entry_id)
) STRICT, WITHOUT ROWID;
-- A step done otherwise than by a message (a call made, a task done), or passed over.
CREATE TABLE step_done (
  receivable_id INTEGER NOT NULL REFERENCES receivable,
  entry_id INTEGER NOT NULL REFERENCES entry, claim_key TEXT NOT NULL, severity TEXT,
  cycle INTEGER NOT NULL, day TEXT NOT NULL, how TEXT NOT NULL CHECK (how IN ('call','task','skipped')),
  PRIMARY KEY (receivable_id, entry_id, claim_key)
) STRICT, WITHOUT ROWID;
-- A person lets through, for one day, what a soft rule holds back; with the reason.
CREATE TABLE chase_override (
  override_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry, day TEXT NOT NULL,
  payer_id INTEGER NOT NULL REFERENCES customer, receivable_id INTEGER REFERENCES receivable,
  channel TEXT, reason TEXT NOT NULL
) STRICT;
CREATE INDEX chase_override_day ON chase_override(day);

-- Letters printed together.
CREATE TABLE letter_batch (
  batch_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry, day TEXT NOT NULL,
  file_sha256 TEXT NOT NULL, page_count INTEGER NOT NULL
) STRICT;
CREATE TABLE letter_batch_notice (
  batch_id INTEGER NOT NULL REFERENCES letter_batch,
  notice_id INTEGER NOT NULL UNIQUE REFERENCES notice, position INTEGER NOT NULL,
  first_page INTEGER NOT NULL, page_count INTEGER NOT NULL, PRIMARY KEY (batch_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE registered_number (
  notice_id INTEGER NOT NULL REFERENCES notice, entry_id INTEGER NOT NULL REFERENCES entry,
  number TEXT NOT NULL, PRIMARY KEY (notice_id, entry_id)
) STRICT, WITHOUT ROWID;

-- What came back: answers, out-of-office notes, bounces; an address that refuses.
CREATE TABLE reply (
  reply_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer, day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('answer','automatic','bounce')), sender TEXT NOT NULL,
  subject TEXT NOT NULL, text TEXT NOT NULL, notice_id INTEGER REFERENCES notice, answer TEXT,
  file_sha256 TEXT
) STRICT;
CREATE INDEX reply_customer ON reply(customer_id, day);
CREATE TABLE reply_read (
  reply_id INTEGER PRIMARY KEY REFERENCES reply, entry_id INTEGER NOT NULL REFERENCES entry
) STRICT;
CREATE TABLE address_mark (
  address TEXT NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry, day TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('refused','cleared')), code TEXT NOT NULL,
  detail TEXT NOT NULL, PRIMARY KEY (address, entry_id)
) STRICT, WITHOUT ROWID;

-- Late-payment interest: rates typed by the user, and what was decided of each invoice.
CREATE TABLE rate_typed (
  semester TEXT NOT NULL, kind TEXT NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry,
  basis_points INTEGER, PRIMARY KEY (semester, kind, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE charge_decision (
  receivable_id INTEGER NOT NULL REFERENCES receivable,
  entry_id INTEGER NOT NULL REFERENCES entry,
  decision TEXT NOT NULL CHECK (decision IN ('claim','freeze','waive')), until_date TEXT,
  reason TEXT NOT NULL, PRIMARY KEY (receivable_id, entry_id)
) STRICT, WITHOUT ROWID;

-- The list given to a sales rep before chosen steps; silence goes on.
CREATE TABLE rep_notice (
  rep_notice_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  rep_code TEXT NOT NULL, day TEXT NOT NULL, answer_by TEXT NOT NULL
) STRICT;
CREATE TABLE rep_notice_item (
  rep_notice_id INTEGER NOT NULL REFERENCES rep_notice,
  receivable_id INTEGER NOT NULL REFERENCES receivable, claim_key TEXT NOT NULL,
  PRIMARY KEY (rep_notice_id, receivable_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rep_notice_item_receivable ON rep_notice_item(receivable_id);

-- The folder of invoice PDFs as it was last read; read again at will.
CREATE TABLE invoice_pdf (
  path TEXT PRIMARY KEY, document_key TEXT NOT NULL, size_bytes INTEGER NOT NULL,
  modified_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX invoice_pdf_document ON invoice_pdf(document_key);
`,
};
