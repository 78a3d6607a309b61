/**
 * Messages that left before this ledger was restored: entered by what survives a copy, the codes of
 * customers and the keys of their items, with their claims.
 */
import type { MessagePurpose } from '../../../shared/domain/dunning/planner-input.ts';
import type { Severity } from '../../../shared/domain/dunning/severity.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import {
  claim,
  claimDay,
  type NoticeChannel,
  notice,
  noticeEvent,
  noticeItem,
  noticeUnderWay,
} from '../schema/dunning.ts';
import type { Reader, Writer } from '../session.ts';
import { command, int, query, text } from '../statement.ts';

export interface KnownNotice {
  readonly at: Instant;
  readonly messageId: string;
  readonly payerCode: string;
  readonly channel: string;
  readonly kind: string;
  readonly purpose: MessagePurpose;
  readonly severity: string | null;
  readonly scenarioKey: string | null;
  readonly stepKey: string | null;
  readonly day: CalendarDate;
  readonly recipient: string;
  readonly currency: string;
  readonly totalCents: number;
  readonly subject: string;
  readonly items: readonly {
    readonly customerCode: string;
    readonly sourceKey: string;
    readonly claimKey: string;
    readonly severity: string | null;
    readonly cycle: number;
    readonly amountCents: number;
  }[];
  readonly status: 'sent' | 'posted' | 'uncertain';
  /** Day on which it left. */
  readonly leftOn: CalendarDate;
  /** Its bytes, where the file that names them says so. */
  readonly fileSha256: string | null;
}

const CUSTOMER = query({
  name: 'foreign_notices.customer',
  params: { code: text },
  row: { customerId: int },
  sql: 'SELECT customer_id AS customerId FROM customer WHERE code = @code',
});
const RECEIVABLE = query({
  name: 'foreign_notices.receivable',
  params: { customerId: int, sourceKey: text },
  row: { receivableId: int },
  sql: `
SELECT receivable_id AS receivableId FROM receivable
WHERE customer_id = @customerId AND source_key = @sourceKey`,
});
// An identity of the copy's future: its number stays its own when the file comes in again.
const NEW_RECEIVABLE = command({
  name: 'foreign_notices.new_receivable',
  params: { customerId: int, sourceKey: text },
  sql: `
INSERT INTO receivable (customer_id, source_key) VALUES (@customerId, @sourceKey)`,
});

/** The payer of that code; null for one whom this ledger does not know. */
export function findPayer(reader: Reader, code: string): number | null {
  return reader.one(CUSTOMER, { code })?.customerId ?? null;
}

/** Enters a message to a payer of the ledger. */
export function appendKnownNotice(
  writer: Writer,
  entryId: number,
  { made, payerId }: { readonly made: KnownNotice; readonly payerId: number },
): void {
  const noticeId = appendRow(writer, entryId, { made, payerId });
  const day = { payerId, channel: made.channel, day: made.day, noticeId };
  writer.orm.insert(claimDay).values(day).onConflictDoNothing().run();
  for (const item of made.items) {
    const receivableId = receivableOf(writer, item);
    if (receivableId === null) continue;
    const { claimKey, cycle, amountCents } = item;
    const severity = item.severity as Severity | null;
    writer.orm
      .insert(noticeItem)
      .values({ noticeId, receivableId, claimKey, severity, cycle, amountCents })
      .onConflictDoNothing()
      .run();
    writer.orm
      .insert(claim)
      .values({ receivableId, claimKey, cycle, noticeId })
      .onConflictDoNothing()
      .run();
  }
  writer.touch(['notices'], [payerId]);
}

function appendRow(
  writer: Writer,
  entryId: number,
  { made, payerId }: { readonly made: KnownNotice; readonly payerId: number },
): number {
  const { items: _items, at, payerCode: _code, status, leftOn, fileSha256, ...row } = made;
  const noticeId = Number(
    writer.orm
      .insert(notice)
      .values({
        ...row,
        channel: made.channel as NoticeChannel,
        severity: made.severity as Severity | null,
        entryId,
        runId: null,
        payerId,
        promiseId: null,
        isAutomatic: true,
        holdUntil: null,
        facts: 'null',
      })
      .run().lastInsertRowid,
  );
  const detail = JSON.stringify({ kind: 'found_in_log' });
  writer.orm
    .insert(noticeEvent)
    .values({ noticeId, seq: 1, entryId, at, day: leftOn, status, fileSha256, detail })
    .run();
  if (status === 'uncertain') writer.orm.insert(noticeUnderWay).values({ noticeId, status }).run();
  return noticeId;
}

function receivableOf(
  writer: Writer,
  { customerCode, sourceKey }: KnownNotice['items'][number],
): number | null {
  const customer = writer.one(CUSTOMER, { code: customerCode });
  if (customer === null) return null;
  const { customerId } = customer;
  const known = writer.one(RECEIVABLE, { customerId, sourceKey });
  return known?.receivableId ?? writer.run(NEW_RECEIVABLE, { customerId, sourceKey });
}
