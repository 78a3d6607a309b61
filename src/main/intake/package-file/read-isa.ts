/**
 * Reads an Isacompta export (`.isa`). It states the due date of each invoice (ECHMVT), which a
 * FEC does not; an invoice in several instalments gives one line for each.
 */
import type { StatedCustomer } from '../../../shared/domain/statement/statement.ts';
import { type Result, refused } from '../../../shared/kernel/result.ts';
import { parseAmount } from '../amount-text.ts';
import { namedCustomer } from '../customer-register.ts';
import type { LedgerFileSummary } from '../ledger-summary.ts';
import type { JournalTally } from '../ledger-tally.ts';
import type { FileRefused, LedgerSink } from '../statement-sink.ts';
import {
  type ByteSource,
  decodeText,
  detectEncoding,
  lineEndOf,
  splitLines,
  type TextEncoding,
} from '../text-source.ts';
import { ISA_TEXT_VERSION_MIN, isaCell, isaKey } from './isa-layout.ts';
import {
  type DuePart,
  type PackageLine,
  PackageLines,
  type PackageOptions,
  packageDate,
  wholeFile,
} from './package-lines.ts';

/** True for a text that begins as an Isacompta export does. */
export function looksLikeIsa(head: string): boolean {
  return /^VER {3}\d{11}/.test(head);
}

/** Reads the file to its end; the sink gets customers, lines and problems. */
export async function readIsa(
  source: ByteSource,
  options: PackageOptions,
  sink: LedgerSink,
): Promise<Result<LedgerFileSummary, FileRefused>> {
  const whole = await wholeFile(source);
  if (!whole.isDone) return whole;
  const bytes = whole.value;
  const first = decodeText(bytes.subarray(0, 64), 'cp850');
  if (!looksLikeIsa(first)) return refused({ code: 'isa_not_recognised', value: source.fileName });
  const version = isaCell(first, 'textVersion');
  if (Number.parseInt(version, 10) < ISA_TEXT_VERSION_MIN) {
    return refused({ code: 'isa_version', value: version });
  }
  const encoding = encodingOf(bytes);
  const reading = new IsaReading(options, sink);
  for (const [index, record] of splitLines(decodeText(bytes, encoding)).entries()) {
    if (!reading.read(record, index + 1)) return refused({ code: 'cancelled', value: '' });
  }
  reading.finish();
  return reading.lines.finish(
    {
      format: 'isa',
      encoding,
      lineEnd: lineEndOf(bytes),
      separator: null,
      variant: 'debit_credit',
      columnNames: [],
      absentColumns: [],
      siren: null,
      closingDate: reading.closingDate,
    },
    source,
  );
}

/** The file says ASCII for the code page of DOS and ANSI for Windows; its bytes say it better. */
function encodingOf(bytes: Uint8Array): TextEncoding {
  const detected = detectEncoding(bytes, true);
  if (detected.isCertain) return detected.encoding;
  return bytes[48] === 0x31 ? 'windows-1252' : 'cp850';
}

/** A record of a line (MVT), held until its due dates have come. */
interface HeldLine {
  readonly record: string;
  readonly lineNumber: number;
  readonly parts: DuePart[];
}

class IsaReading {
  readonly lines: PackageLines;
  closingDate: ReturnType<typeof packageDate> = null;
  readonly #accountLabels = new Map<string, string>();
  readonly #journals = new Map<string, JournalTally>();
  #account = '';
  #entry = '';
  #held: HeldLine | null = null;

  constructor(options: PackageOptions, sink: LedgerSink) {
    this.lines = new PackageLines(options, sink);
  }

  /** Takes the next record; false when the reading should stop. */
  read(record: string, lineNumber: number): boolean {
    switch (isaKey(record)) {
      case 'EXO':
        this.closingDate = packageDate(isaCell(record, 'yearEnd'));
        break;
      case 'CPT':
        this.#account = isaCell(record, 'accountCode');
        this.#accountLabels.set(this.#account, isaCell(record, 'accountLabel'));
        break;
      case 'TIERS':
        this.lines.party(partyOf(this.#account, this.#accountLabels, record));
        break;
      case 'JOU':
        this.#journal(record);
        break;
      case 'ECR':
        this.finish();
        this.#begin(record);
        break;
      case 'MVT':
        this.finish();
        this.#held = { record, lineNumber, parts: [] };
        break;
      case 'ECHMVT':
        this.#part(record, lineNumber);
        break;
      default:
    }
    return !this.lines.isStopped();
  }

  /** Gives the line held. */
  finish(): void {
    const held = this.#held;
    this.#held = null;
    if (held !== null && this.#entry !== '') this.lines.add(this.#line(held));
  }

  #journal(record: string): void {
    const code = isaCell(record, 'journalCode');
    const isOpening = isaCell(record, 'journalKind') === 'an';
    const label = isaCell(record, 'journalLabel');
    this.#journals.set(code, this.lines.output.tally.journal(code, label, isOpening || undefined));
  }

  #begin(record: string): void {
    this.#entry = record;
    const code = isaCell(record, 'entryJournal');
    const journal = this.#journals.get(code) ?? this.lines.output.tally.journal(code, '');
    this.lines.begin(journal, isaCell(record, 'entryNumber'), isaCell(record, 'entryDate'));
  }

  #part(record: string, lineNumber: number): void {
    const amountCents = parseAmount(isaCell(record, 'partAmount'));
    const dueDate = packageDate(isaCell(record, 'partDueDate'));
    if (amountCents !== null && dueDate !== null) {
      this.#held?.parts.push({ lineNumber, amountCents, dueDate });
    }
  }

  #line({ record, lineNumber, parts }: HeldLine): PackageLine {
    const accountCode = isaCell(record, 'lineAccount');
    const isLettered = isaCell(record, 'lineLettering') !== '0';
    const letter = isaCell(record, 'lineLetter');
    return {
      lineNumber,
      accountCode,
      accountLabel: this.#accountLabels.get(accountCode) ?? '',
      dateText: isaCell(this.#entry, 'entryDate'),
      debitText: isaCell(record, 'lineDebit'),
      creditText: isaCell(record, 'lineCredit'),
      documentNumber: isaCell(this.#entry, 'entryDocument'),
      documentDate: packageDate(isaCell(this.#entry, 'entryDocumentDate')),
      label: isaCell(record, 'lineLabel') || isaCell(this.#entry, 'entryLabel'),
      letter: isLettered && letter !== '' ? letter : null,
      letteredOnDate: isLettered ? packageDate(isaCell(record, 'lineLetteredOn')) : null,
      currency: isaCell(this.#entry, 'entryCurrency') || 'EUR',
      dueParts: parts,
    };
  }
}

function partyOf(
  account: string,
  labels: ReadonlyMap<string, string>,
  record: string,
): StatedCustomer {
  const name = `${isaCell(record, 'partyName')} ${isaCell(record, 'partyName2')}`.trim();
  const addressLines = [isaCell(record, 'partyAddress1'), isaCell(record, 'partyAddress2')];
  return {
    ...namedCustomer(account, name || labels.get(account) || null),
    addressLines: addressLines.filter((line) => line !== ''),
    postalCode: isaCell(record, 'partyPostalCode') || null,
    city: isaCell(record, 'partyCity') || null,
    phone: isaCell(record, 'partyPhone') || null,
  };
}
