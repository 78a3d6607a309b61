/**
 * The movements of one entry of CAMT.
 *
 * An entry is one line of the account; a batch holds many payments in it. Each becomes a movement
 * where their amounts make the entry's to the cent; otherwise the entry stays one movement and
 * its texts are put together: the account is right in both cases.
 */
import { rejectCodeIn, saysReturned } from '../../../shared/domain/payment-return/reject-code.ts';
import type { BankMovement } from '../../../shared/domain/statement/bank-statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { type Cents, sumCents } from '../../../shared/kernel/cents.ts';
import { joinedText, references, stated } from './bank-text.ts';
import { currencyOf, dayAt, signedAmount, sizeOf } from './camt-amount.ts';
import { ibanIn } from './french-account.ts';
import type { StatementBook } from './statement-book.ts';
import { elementAt, elementsAt, textAt, textsAt, type XmlElement } from './xml-element.ts';

export interface EntryContext {
  readonly book: StatementBook;
  readonly currency: string;
  /** IBAN of the account itself, which is nobody's counterpart. */
  readonly ownIban: string | null;
}

/** What all movements of an entry share. */
interface EntryHead {
  readonly entry: XmlElement;
  readonly bookedOn: CalendarDate;
  readonly amountCents: Cents;
}

/** Families of returned payments (ISO 20022 external codes), under any domain. */
const RETURN_FAMILIES = /-(RRTN|UPDD|PRDD|RPCR|UPCQ|UPCT|ARPD|RIMB|UPDB)$/;

export function movementsOf(entry: XmlElement, context: EntryContext): readonly BankMovement[] {
  const { book } = context;
  const status = textAt(entry, 'Sts/Cd', 'Sts') ?? 'BOOK';
  const amount = elementAt(entry, 'Amt');
  if (status !== 'BOOK') {
    book.warn(entry.lineNumber, 'bank_entry_pending', `${status} ${amount?.text ?? ''}`);
    return [];
  }
  const currency = currencyOf(amount) ?? context.currency;
  if (currency !== context.currency) {
    book.error(entry.lineNumber, 'bank_currency_differs', `${currency} / ${context.currency}`);
    return [];
  }
  const amountCents = signedAmount(entry, book);
  if (amountCents === null) return [];
  const bookedOn =
    dayAt(entry, 'BookgDt/Dt', 'BookgDt/DtTm') ?? dayAt(entry, 'ValDt/Dt', 'ValDt/DtTm');
  if (bookedOn === null) {
    book.error(entry.lineNumber, 'bank_date_unreadable', textAt(entry, 'BookgDt/Dt') ?? '');
    return [];
  }
  return split({ entry, bookedOn, amountCents }, context);
}

function split(head: EntryHead, context: EntryContext): readonly BankMovement[] {
  const details = elementsAt(head.entry, ['NtryDtls', 'TxDtls']);
  if (details.length < 2) return [movement(head, details, head.amountCents, context)];
  const amounts = details.map((detail) => amountOf(detail, head, context));
  const known = amounts.filter((amount) => amount !== null);
  if (known.length === amounts.length && sumCents(known) === head.amountCents) {
    return details.map((detail, index) => movement(head, [detail], known[index] ?? 0, context));
  }
  if (known.length > 0) {
    const value = textAt(head.entry, 'Amt') ?? '';
    context.book.warn(head.entry.lineNumber, 'bank_batch_differs', value);
  }
  return [movement(head, details, head.amountCents, context)];
}

/** What a detail amounts to, in the account's currency and with a sign; null where not told. */
function amountOf(detail: XmlElement, head: EntryHead, context: EntryContext): Cents | null {
  const amount = elementAt(detail, 'Amt') ?? elementAt(detail, 'AmtDtls/TxAmt/Amt');
  if (amount === undefined || (currencyOf(amount) ?? context.currency) !== context.currency)
    return null;
  const size = sizeOf(amount, context.book);
  if (size === null) return null;
  const side = textAt(detail, 'CdtDbtInd') ?? (head.amountCents < 0 ? 'DBIT' : 'CRDT');
  return side === 'DBIT' && size !== 0 ? -size : size;
}

function movement(
  { entry, bookedOn }: EntryHead,
  details: readonly XmlElement[],
  amountCents: Cents,
  { ownIban }: EntryContext,
): BankMovement {
  const code = codeOf(details[0]) ?? codeOf(entry) ?? '';
  const text = textOf(entry, details);
  const stateReason = reasonIn(details);
  const isReturn =
    stateReason !== null ||
    textAt(entry, 'RvslInd') === 'true' ||
    RETURN_FAMILIES.test(code) ||
    (amountCents < 0 && saysReturned(text));
  const only = details.length === 1 ? details[0] : undefined;
  return {
    lineNumber: only?.lineNumber ?? entry.lineNumber,
    bookedOn,
    valueOn: dayAt(entry, 'ValDt/Dt', 'ValDt/DtTm'),
    amountCents,
    code,
    text,
    ...partyOf(only, { isReceived: amountCents > 0, isReturn, ownIban }),
    endToEndId: stated(textAt(only, 'Refs/EndToEndId')),
    references: referencesOf(details),
    bankReference: stated(
      textAt(only, 'Refs/AcctSvcrRef', 'Refs/TxId') ?? textAt(entry, 'AcctSvcrRef', 'NtryRef'),
    ),
    isReturn,
    rejectCode: stateReason ?? (isReturn ? rejectCodeIn(`RETURN ${text}`) : null),
  };
}

/** `PMNT-RCDT-ESCT`, or the bank's own code. */
function codeOf(element: XmlElement | undefined): string | null {
  const domain = elementAt(element, 'BkTxCd/Domn');
  if (domain === undefined) return textAt(element, 'BkTxCd/Prtry/Cd');
  const parts = ['Cd', 'Fmly/Cd', 'Fmly/SubFmlyCd'].map((path) => textAt(domain, path) ?? '');
  return parts.filter((part) => part !== '').join('-');
}

function reasonIn(details: readonly XmlElement[]): string | null {
  for (const detail of details) {
    const reason = textAt(detail, 'RtrInf/Rsn/Cd', 'RtrInf/Rsn/Prtry', 'RtrInf/RtrRsn/Cd');
    if (reason !== null) return reason;
  }
  return null;
}

function textOf(entry: XmlElement, details: readonly XmlElement[]): string {
  const told = details.flatMap((detail) => [
    ...textsAt(detail, 'RmtInf/Ustrd', 'RmtInf/Strd/AddtlRmtInf', 'RtrInf/AddtlInf'),
    ...textsAt(detail, 'AddtlTxInf'),
  ]);
  return joinedText([...told, ...textsAt(entry, 'AddtlNtryInf')]);
}

function referencesOf(details: readonly XmlElement[]): string[] {
  return references(
    details.flatMap((detail) =>
      textsAt(
        detail,
        'RmtInf/Strd/CdtrRefInf/Ref',
        'RmtInf/Strd/CdtrRefInf/CdtrRef',
        'RmtInf/Strd/RfrdDocInf/Nb',
        'RmtInf/Strd/RfrdDocInf/RfrdDocNb',
        'Refs/MndtId',
        'Refs/InstrId',
      ),
    ),
  );
}

interface Side {
  readonly isReceived: boolean;
  readonly isReturn: boolean;
  readonly ownIban: string | null;
}

/**
 * Who paid, or who was paid. A returned direct debit keeps the parties of the debit at some banks
 * and swaps them at others: the one that is not us is taken.
 */
function partyOf(
  detail: XmlElement | undefined,
  { isReceived, isReturn, ownIban }: Side,
): Pick<BankMovement, 'counterpartyName' | 'counterpartyIban'> {
  const parties = elementAt(detail, 'RltdPties');
  const order = isReceived ? ['Dbtr'] : isReturn ? ['Dbtr', 'Cdtr'] : ['Cdtr'];
  for (const side of order) {
    const iban = ibanIn(textAt(parties, `${side}Acct/Id/IBAN`, `${side}Acct/Id/Othr/Id`) ?? '');
    const name = stated(
      textAt(parties, `${side}/Nm`, `${side}/Pty/Nm`, `Ultmt${side}/Nm`, `Ultmt${side}/Pty/Nm`),
    );
    if (name === null && iban === null) continue;
    if (isReturn && iban !== null && iban === ownIban) continue;
    return { counterpartyName: name, counterpartyIban: iban };
  }
  return { counterpartyName: null, counterpartyIban: null };
}
