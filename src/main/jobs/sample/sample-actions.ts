/** Records what the credit manager of the sample did, in the order of the days. */
import { spreadOldestFirst } from '../../../shared/domain/promise/promise.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { sumCents } from '../../../shared/kernel/cents.ts';
import { reinterpretCustomers } from '../../ledger/interpretation/reinterpret.ts';
import { appendEntry } from '../../ledger/journal.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Writer } from '../../ledger/session.ts';
import { appendContactLog } from '../../ledger/stores/contact-log.ts';
import { recordCustomerOverride } from '../../ledger/stores/customer-overrides.ts';
import { appendDispute } from '../../ledger/stores/disputes.ts';
import { appendHold } from '../../ledger/stores/holds.ts';
import { appendNote } from '../../ledger/stores/notes.ts';
import { appendPayerMark } from '../../ledger/stores/payer-facts.ts';
import { appendPromise } from '../../ledger/stores/promises.ts';
import { readCustomers } from '../../ledger/views/customers.ts';
import { readDocuments } from '../../ledger/views/documents.ts';
import type { SampleAction } from '../../sample/actions.ts';

type ActionOf<Kind extends SampleAction['kind']> = Extract<SampleAction, { kind: Kind }>;
type Document = ReturnType<typeof readDocuments>[number];

/** Every action in its own entry, all in one transaction; gives how many customers there are. */
export function recordSampleActions(
  ledger: Ledger,
  actions: readonly SampleAction[],
  tick: (count: number) => void,
): Promise<number> {
  return ledger.write((writer) => {
    const customers = new Map(readCustomers(writer, null).map((row) => [row.code, row.customerId]));
    actions.forEach((action, index) => {
      const customerId = customers.get(action.customerCode);
      if (customerId !== undefined) record(writer, customerId, action);
      tick(index + 1);
    });
    return customers.size;
  });
}

function record(writer: Writer, customerId: number, action: SampleAction): void {
  const { kind } = action;
  const entryId = appendEntry(writer, {
    kind: `sample_${kind}`,
    customerId,
    commandId: null,
    payload: action,
  });
  const at = { writer, entryId, customerId };
  if (kind === 'call') recordCall(at, action);
  else if (kind === 'dispute') recordDispute(at, action);
  else if (kind === 'note') {
    appendNote(writer, entryId, { customerId, day: action.day, text: action.text });
  } else if (kind === 'hold') {
    const { reason, reviewOn, comment } = action;
    appendHold(writer, entryId, { customerId, receivableId: null, reason, reviewOn, comment });
  } else if (kind === 'watch') {
    const { reason, reviewOn } = action;
    appendPayerMark(writer, entryId, { customerId, kind, value: '', reason, reviewOn });
  } else {
    recordCustomerOverride(writer, entryId, { customerId, field: action.flag, value: true });
    reinterpretCustomers(writer, [customerId], { asOf: writer.clock.today() });
  }
}

interface At {
  readonly writer: Writer;
  readonly entryId: number;
  readonly customerId: number;
}

function recordCall({ writer, entryId, customerId }: At, call: ActionOf<'call'>): void {
  const documents = named(writer, customerId, call.documents);
  const { day, outcome, comment, promise, callBackOn } = call;
  appendContactLog(writer, entryId, {
    customerId,
    day,
    channel: 'phone',
    direction: 'out',
    contactId: null,
    outcome,
    outcomeDate: callBackOn,
    comment,
    amountCents: sumCents(documents.map(({ outstandingCents }) => outstandingCents)),
    currency: LEDGER_CURRENCY,
    receivableIds: documents.map(({ receivableId }) => receivableId),
  });
  if (promise === null) return;
  appendPromise(writer, entryId, {
    customerId,
    kind: 'promise',
    promisedOn: day,
    promisedFor: promise.promisedFor,
    amountCents: promise.amountCents,
    method: null,
    comment: '',
    items: [...spreadOldestFirst(documents.map(asOpen), promise.amountCents)],
  });
}

function recordDispute({ writer, entryId, customerId }: At, dispute: ActionOf<'dispute'>): void {
  const [document] = named(writer, customerId, [dispute.document]);
  if (document === undefined) return;
  const { day, reason, owner, answerBy, comment, amountCents } = dispute;
  const { receivableId } = document;
  appendDispute(writer, entryId, {
    customerId,
    openedOn: day,
    reason,
    owner,
    answerBy,
    comment,
    items: [{ receivableId, amountCents }],
  });
}

function named(writer: Writer, customerId: number, numbers: readonly string[]): Document[] {
  return readDocuments(writer, customerId, numbers);
}

/** On the day of the promise the whole document was still open. */
function asOpen(document: Document): OpenItem {
  return {
    receivableId: document.receivableId,
    paymentId: null,
    customerId: document.customerId,
    kind: 'invoice',
    role: 'ordinary',
    documentNumber: document.documentNumber,
    documentDate: document.documentDate,
    dueDate: document.dueDate,
    dueBasis: 'stated',
    amountCents: document.amountCents,
    outstandingCents: document.amountCents,
    currency: LEDGER_CURRENCY,
    namesDocumentNumber: null,
    isVirtual: false,
  };
}
