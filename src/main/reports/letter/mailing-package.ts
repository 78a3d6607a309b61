/**
 * What an online-mail service takes: one PDF a letter, and a CSV of the addresses, in one zip.
 *
 * The PDFs are the letters' own files, byte for byte; they are packed already, so the zip stores
 * them as they are. Cells cannot act as formulas, since a service's desk opens them in Excel.
 */
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate/browser';
import { csvField } from '../../../shared/format/cell.ts';
import type { Language } from '../../../shared/format/language.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { LETTER_BATCH_WORDS } from '../../../shared/text/letter-batch.ts';
import type { JobTools } from '../../ports/jobs.ts';
import type { LetterKind } from './letter.ts';

export interface PackedLetter {
  readonly position: number;
  readonly kind: LetterKind;
  readonly payerCode: string;
  /** The letter's own file. */
  readonly path: string;
  readonly addressLines: readonly string[];
  readonly postcode: string;
  readonly town: string;
  readonly pageCount: number;
}

export interface MailingPackage {
  readonly path: string;
  readonly day: CalendarDate;
  readonly language: Language;
  readonly letters: readonly PackedLetter[];
}

const BYTE_ORDER_MARK = '\ufeff';
const ADDRESS_LINES = 7;

/** Writes the zip. Stopped, it leaves by the exception of `stopIfCancelled`, unfinished. */
export async function writeMailingPackage(
  order: MailingPackage,
  tools: Pick<JobTools, 'progress' | 'stopIfCancelled'>,
): Promise<void> {
  const file = createWriteStream(order.path);
  const done = finished(file);
  const zip = new Zip((error, chunk, isLast) => {
    if (error !== null) {
      file.destroy(error);
      return;
    }
    file.write(chunk);
    if (isLast) file.end();
  });
  const mtime = `${order.day}T12:00:00`;
  try {
    const list = new ZipDeflate(LETTER_BATCH_WORDS[order.language].packageList);
    list.mtime = mtime;
    zip.add(list);
    list.push(new TextEncoder().encode(addressList(order)), true);
    for (const [index, letter] of order.letters.entries()) {
      tools.stopIfCancelled();
      tools.progress(index, order.letters.length, 'package');
      const entry = new ZipPassThrough(fileNameOf(letter));
      entry.mtime = mtime;
      zip.add(entry);
      entry.push(await readFile(letter.path), true);
    }
    zip.end();
  } catch (error) {
    file.destroy();
    await done.catch(() => {});
    throw error;
  }
  await done;
}

/** `0007_C0042.pdf`: in print order, without signs that a file system would refuse. */
function fileNameOf({ position, payerCode }: PackedLetter): string {
  const code = payerCode.replace(/[^A-Za-z0-9-]+/gu, '-').slice(0, 40);
  return `${String(position).padStart(4, '0')}_${code}.pdf`;
}

/** The CSV of the addresses: UTF-8 with its mark, semicolons, as French spreadsheets read it. */
export function addressList({ language, letters }: MailingPackage): string {
  const words = LETTER_BATCH_WORDS[language];
  const rows = letters.map((letter) => [
    fileNameOf(letter),
    `${letter.position}`,
    words.packageKinds[letter.kind],
    letter.payerCode,
    ...Array.from({ length: ADDRESS_LINES }, (_, index) => letter.addressLines[index] ?? ''),
    letter.postcode,
    letter.town,
    `${letter.pageCount}`,
  ]);
  const lines = [words.packageColumns, ...rows].map((row) =>
    row.map((field) => csvField(field)).join(';'),
  );
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}
