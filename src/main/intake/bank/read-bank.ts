/**
 * Reads a statement of a bank, whatever its format.
 *
 * A statement of a year has a few megabytes, so the whole file is read at once. CSV and workbooks
 * of banks go through the table assistant. QIF is refused: it tells neither account nor currency
 * nor balance, and its dates don't say what comes first. CFONB 240 (details of operations) is
 * refused: it is no statement, and its amounts are in the statement already.
 */
import type { BankReading } from '../../../shared/domain/statement/bank-statement.ts';
import { type Result, refused } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../statement-sink.ts';
import { bankText } from './bank-text.ts';
import { readCamt } from './camt.ts';
import { readCfonb120 } from './cfonb-120.ts';
import { readMt940 } from './mt940.ts';
import { readOfx } from './ofx.ts';
import { recogniseBank } from './recognise-bank.ts';

export const BANK_BYTES_MAX = 64 << 20;
const HEAD_CHARS = 65_536;

export function readBank(bytes: Uint8Array): Result<BankReading, FileRefused> {
  if (bytes.length > BANK_BYTES_MAX) return refused({ code: 'bank_file_too_large', value: '' });
  const text = bankText(bytes);
  if (text.trim() === '') return refused({ code: 'file_empty', value: '' });
  switch (recogniseBank(text.slice(0, HEAD_CHARS))) {
    case 'cfonb120':
      return readCfonb120(text);
    case 'camt':
      return readCamt(text);
    case 'ofx':
      return readOfx(text);
    case 'mt940':
      return readMt940(text);
    case 'cfonb240':
      return refused({ code: 'bank_cfonb_240', value: '' });
    case 'qif':
      return refused({ code: 'bank_qif', value: '' });
    default:
      return refused({ code: 'bank_not_recognised', value: '' });
  }
}
