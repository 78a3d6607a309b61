/**
 * An electronic invoice from its file: Factur-X or ZUGFeRD 2 (a PDF with its XML inside), CII and
 * UBL (the XML itself).
 *
 * The XML is the invoice; the picture that a PDF shows is not compared with it. The PDF itself is
 * worth keeping by its hash: it is what a reminder attaches and a court is shown.
 */
import type { Einvoice } from '../../../shared/domain/einvoice/einvoice.ts';
import type { FileProblem } from '../../../shared/domain/statement/statement.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../statement-sink.ts';
import { readXml, type XmlElement } from '../xml.ts';
import { EinvoiceFields } from './field-texts.ts';
import { xmlAttachmentsOf } from './pdf-attachments.ts';
import { readCii } from './read-cii.ts';
import { readUbl } from './read-ubl.ts';

export interface ReadEinvoice {
  readonly invoice: Einvoice;
  /** Name of the XML inside the PDF; null where the file is the XML. */
  readonly attachmentName: string | null;
  /** All are warnings: the invoice is read without what they name. */
  readonly problems: readonly FileProblem[];
}

const PDF_MARK = '%PDF-';
/** Some mail programs put a few lines before the mark. */
const PDF_MARK_WITHIN = 1024;

/** Reads one file; refused where it is no electronic invoice, with the code that says why. */
export async function readEinvoice(bytes: Uint8Array): Promise<Result<ReadEinvoice, FileRefused>> {
  if (bytes.length === 0) return refused({ code: 'file_empty', value: '' });
  if (!isPdf(bytes)) return readEinvoiceXml(bytes, null);
  const attachments = await xmlAttachmentsOf(bytes);
  if (!attachments.isDone) return attachments;
  let first: Result<ReadEinvoice, FileRefused> | null = null;
  for (const { name, bytes: xml } of attachments.value) {
    const read = readEinvoiceXml(xml, name);
    if (read.isDone) return read;
    // Of several, the likeliest one says what is wrong.
    first ??= read;
  }
  return first ?? refused({ code: 'pdf_without_einvoice', value: '' });
}

function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, PDF_MARK_WITHIN)).includes(PDF_MARK);
}

function readEinvoiceXml(
  bytes: Uint8Array,
  attachmentName: string | null,
): Result<ReadEinvoice, FileRefused> {
  const document = readXml(bytes);
  if (!document.isDone) {
    const { code, lineNumber } = document.refusal;
    return refused({ code, value: String(lineNumber) });
  }
  const fields = new EinvoiceFields();
  const read = readBySyntax(document.value, fields);
  if (!read.isDone) return read;
  return done({ invoice: read.value, attachmentName, problems: fields.problems });
}

function readBySyntax(root: XmlElement, fields: EinvoiceFields): Result<Einvoice, FileRefused> {
  switch (root.name) {
    case 'CrossIndustryInvoice':
      return readCii(root, fields);
    case 'Invoice':
    case 'CreditNote':
      return isUbl(root) ? readUbl(root, fields) : notRecognised(root);
    case 'CrossIndustryDocument':
      return refused({ code: 'einvoice_zugferd_1', value: '' });
    default:
      return notRecognised(root);
  }
}

/** « Invoice » is the root of other formats too; a file without any namespace is let through. */
function isUbl({ namespace }: XmlElement): boolean {
  return namespace === '' || namespace.startsWith('urn:oasis:names:specification:ubl:');
}

function notRecognised(root: XmlElement): Result<never, FileRefused> {
  return refused({ code: 'einvoice_not_recognised', value: root.name });
}
