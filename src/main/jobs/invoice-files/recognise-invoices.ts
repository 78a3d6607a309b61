/**
 * What files of invoices are and which items of the books are theirs.
 *
 * All are read first, then the ledger is passed over once for what any of them looks for. A PDF
 * that carries no invoice inside is taken for the document that its name says. Of two files of one
 * invoice in the same drop, the PDF goes first: it is the one that can be joined.
 */
import type { Einvoice } from '../../../shared/domain/einvoice/einvoice.ts';
import { ledgerAmountOf } from '../../../shared/domain/einvoice/einvoice.ts';
import { statedDays } from '../../../shared/domain/einvoice/enriched-due-date.ts';
import {
  type EinvoiceMatch,
  matchEinvoice,
} from '../../../shared/domain/einvoice/match-receivable.ts';
import { documentKeyOf, documentOfFile } from '../../../shared/domain/message/document-file.ts';
import type { FileProblem } from '../../../shared/domain/statement/statement.ts';
import { readEinvoice } from '../../intake/einvoice/read-einvoice.ts';
import { binaryKindOf } from '../../intake/file-kind.ts';
import type { InvoiceFile } from '../../ledger/imports/commit-einvoices.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  readInvoiceCandidates,
  readKeptInvoicePdfs,
  type SoughtCandidate,
} from '../../ledger/views/invoice-files.ts';
import { readDocumentNumbers } from '../../ledger/views/senders.ts';
import type { JobTools } from '../../ports/jobs.ts';
import type { InvoiceFilesInput } from '../../use-cases/imports/einvoice-jobs.ts';
import { CandidateIndex } from './candidate-index.ts';
import { droppedFiles } from './dropped-files.ts';

/** Files read at once; a year of invoices of a firm of this size. */
export const FILES_MAX = 2000;

interface FileBase {
  readonly fileName: string;
  readonly fileSha256: string;
  readonly isPdf: boolean;
}

/** A file as it was read, before the ledger is asked. */
type ReadFile = FileBase &
  (
    | { readonly is: 'invoice'; readonly invoice: Einvoice; readonly problems: FileProblem[] }
    /** A PDF named by this document. */
    | { readonly is: 'named'; readonly documentKey: string }
    | { readonly is: 'refused'; readonly code: string; readonly value: string }
  );

/** A file with what the ledger says of it. */
export type RecognisedFile = FileBase &
  (
    | {
        readonly is: 'invoice';
        readonly invoice: Einvoice;
        readonly problems: readonly FileProblem[];
        readonly match: EinvoiceMatch;
        /** The lines that the match is about. */
        readonly lines: readonly SoughtCandidate[];
      }
    | {
        readonly is: 'named';
        readonly lines: readonly SoughtCandidate[];
        readonly isKnown: boolean;
      }
    | { readonly is: 'refused'; readonly code: string; readonly value: string }
  );

export interface RecognisedFiles {
  readonly files: readonly RecognisedFile[];
  readonly isCut: boolean;
}

/** Reads the files of a drop; `keep` is given the bytes of each that can be read. */
export async function recogniseInvoices(
  ledger: Ledger,
  input: Pick<InvoiceFilesInput, 'files' | 'companySiren'>,
  tools: JobTools,
  keep: (sha256: string, bytes: Buffer) => Promise<void> = async () => undefined,
): Promise<RecognisedFiles> {
  const numbers = ledger.read(readDocumentNumbers);
  const known = new Set(numbers.map(documentKeyOf));
  const read: ReadFile[] = [];
  let isCut = false;
  for await (const dropped of droppedFiles(input.files)) {
    tools.stopIfCancelled();
    if (read.length >= FILES_MAX) {
      isCut = true;
      break;
    }
    tools.progress(read.length, Math.max(input.files.length, read.length + 1), 'invoices');
    const { fileName, sha256: fileSha256 } = dropped;
    if ('refusal' in dropped) {
      const isPdf = false;
      read.push({ fileName, fileSha256, isPdf, is: 'refused', code: dropped.refusal, value: '' });
      continue;
    }
    const one = await readOne({ fileName, fileSha256, bytes: dropped.bytes }, known);
    if (one.is !== 'refused') await keep(fileSha256, dropped.bytes);
    read.push(one);
  }
  return { files: matched(ledger, read, input.companySiren), isCut };
}

async function readOne(
  file: { readonly fileName: string; readonly fileSha256: string; readonly bytes: Buffer },
  known: ReadonlySet<string>,
): Promise<ReadFile> {
  const { fileName, fileSha256, bytes } = file;
  const isPdf = binaryKindOf(bytes) === 'pdf';
  const base = { fileName, fileSha256, isPdf };
  const read = await readEinvoice(bytes);
  if (read.isDone) {
    const { invoice, problems } = read.value;
    return { ...base, is: 'invoice', invoice, problems: [...problems] };
  }
  const { code, value } = read.refusal;
  const documentKey = isPdf ? documentOfFile(fileName, known) : null;
  // What carries no invoice inside is still the picture of one, and so is what can't be opened.
  if (documentKey !== null && code !== 'pdf_damaged') return { ...base, is: 'named', documentKey };
  return { ...base, is: 'refused', code, value };
}

function matched(
  ledger: Ledger,
  read: readonly ReadFile[],
  companySiren: string | null,
): RecognisedFile[] {
  const sought = read.flatMap(soughtOf);
  const index = new CandidateIndex(ledger.read((reader) => readInvoiceCandidates(reader, sought)));
  const kept = ledger.read(readKeptInvoicePdfs);
  const taken = new Map<number, string>();
  const found = new Map<ReadFile, RecognisedFile>();
  const byPdf = [...read].sort((a, b) => Number(b.isPdf) - Number(a.isPdf));
  for (const file of byPdf) {
    const now = soughtOf(file)
      .flatMap((one) => index.like(one))
      .map((one) => ({
        ...one,
        enrichedBySha256: one.enrichedBySha256 ?? taken.get(one.receivableId) ?? null,
      }));
    const recognised = recognisedFile(file, { candidates: now, kept, companySiren });
    found.set(file, recognised);
    for (const receivableId of enrichedBy(recognised)) taken.set(receivableId, file.fileSha256);
  }
  return read.map((file) => found.get(file) as RecognisedFile);
}

function soughtOf(file: ReadFile) {
  if (file.is === 'refused') return [];
  if (file.is === 'named') {
    return [{ number: file.documentKey, buyerSiren: null, amountCents: 0 }];
  }
  const { invoice } = file;
  const amountCents = ledgerAmountOf(invoice);
  return [{ number: invoice.number, buyerSiren: invoice.buyer.siren, amountCents }];
}

function recognisedFile(
  file: ReadFile,
  against: {
    readonly candidates: readonly SoughtCandidate[];
    readonly kept: ReadonlyMap<string, string>;
    readonly companySiren: string | null;
  },
): RecognisedFile {
  const { candidates, kept, companySiren } = against;
  if (file.is === 'refused') return file;
  if (file.is === 'named') {
    const { documentKey, ...base } = file;
    const lines = candidates.filter((one) => documentKeyOf(one.documentNumber) === documentKey);
    return { ...base, lines, isKnown: kept.has(documentKey) };
  }
  const { invoice, fileSha256 } = file;
  const match = matchEinvoice(invoice, { fileSha256, companySiren, candidates });
  const ids = new Set(receivablesOf(match));
  return { ...file, match, lines: candidates.filter((one) => ids.has(one.receivableId)) };
}

function receivablesOf(match: EinvoiceMatch): readonly number[] {
  if (match.outcome === 'enriches') return match.receivables.map((one) => one.receivableId);
  return 'receivableIds' in match ? match.receivableIds : [];
}

function enrichedBy(file: RecognisedFile): readonly number[] {
  return file.is === 'invoice' && file.match.outcome === 'enriches'
    ? receivablesOf(file.match)
    : [];
}

/** The file as the ledger keeps it; null for one that enriches nothing. */
export function invoiceFileOf(file: RecognisedFile): InvoiceFile | null {
  if (file.is === 'refused') return null;
  const [first] = file.lines;
  if (first === undefined) return null;
  const { fileName, fileSha256, isPdf } = file;
  const { customerId, documentNumber } = first;
  const base = { fileName, fileSha256, isPdf, customerId, documentNumber };
  if (file.is === 'named') {
    if (file.isKnown || isSeveral(file.lines)) return null;
    return {
      ...base,
      invoice: null,
      amountCents: 0,
      currency: first.currency,
      issueDate: first.documentDate,
      newSiren: null,
      items: file.lines.map(({ receivableId }) => ({ receivableId, dueDate: null })),
    };
  }
  const { invoice, match, lines } = file;
  if (match.outcome !== 'enriches') return null;
  const days = statedDays(invoice, lines);
  return {
    ...base,
    invoice,
    amountCents: ledgerAmountOf(invoice),
    currency: invoice.currency,
    issueDate: invoice.issueDate,
    newSiren: newSirenOf(invoice, first),
    items: lines.map(({ receivableId }) => ({
      receivableId,
      dueDate: days.get(receivableId) ?? null,
    })),
  };
}

/** A number in a name is of nobody in particular where two customers have it. */
export function isSeveral(lines: readonly SoughtCandidate[]): boolean {
  return new Set(lines.map(({ customerId }) => customerId)).size > 1;
}

/** A SIREN that nobody knew of the customer yet. */
export function newSirenOf(invoice: Einvoice, line: SoughtCandidate): string | null {
  return line.customerSiren === null ? invoice.buyer.siren : null;
}
