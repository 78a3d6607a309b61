/** Reads a ledger file in a test: what its reader gave, with the amendments applied. */
import { readFec } from '../../src/main/intake/fec/read-fec.ts';
import type { LedgerFileSummary } from '../../src/main/intake/ledger-summary.ts';
import type {
  FileRefused,
  LedgerSink,
  ReadingControl,
} from '../../src/main/intake/statement-sink.ts';
import { type ByteSource, bytesSource } from '../../src/main/intake/text-source.ts';
import type {
  FileProblem,
  LedgerLine,
  StatedCustomer,
} from '../../src/shared/domain/statement/statement.ts';
import type { Result } from '../../src/shared/kernel/result.ts';

export interface ReadLedgerFile {
  readonly lines: readonly LedgerLine[];
  readonly customers: readonly StatedCustomer[];
  readonly problems: readonly FileProblem[];
  readonly amendmentCount: number;
  readonly result: Result<LedgerFileSummary, FileRefused>;
}

export type LedgerReader = (
  source: ByteSource,
  options: ReadingControl,
  sink: LedgerSink,
) => Promise<Result<LedgerFileSummary, FileRefused>>;

/** Reads bytes as a FEC, or with another reader. */
export async function readLedgerBytes(
  bytes: Uint8Array | string,
  how: { fileName?: string; chunkBytes?: number; reader?: LedgerReader } = {},
): Promise<ReadLedgerFile> {
  const content = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
  const source = bytesSource(content, how.fileName ?? 'export.txt', how.chunkBytes);
  return collect((sink) => (how.reader ?? readFec)(source, {}, sink));
}

/** What a reader gives to its sink; a line given or amended against the rules is an error. */
export async function collect(
  read: (sink: LedgerSink) => Promise<Result<LedgerFileSummary, FileRefused>>,
): Promise<ReadLedgerFile> {
  const byNumber = new Map<number, LedgerLine>();
  const customers = new Map<string, StatedCustomer>();
  const problems: FileProblem[] = [];
  let amendmentCount = 0;
  const result = await read({
    customer(customer) {
      if (customers.has(customer.customerCode)) throw new Error('A customer was told twice.');
      customers.set(customer.customerCode, customer);
    },
    lines(batch) {
      for (const line of batch) {
        if (byNumber.has(line.lineNumber)) throw new Error('A line was given twice.');
        if (!customers.has(line.customerCode)) throw new Error('A customer was not told before.');
        byNumber.set(line.lineNumber, line);
      }
    },
    amend(lineNumber, counterpart) {
      const line = byNumber.get(lineNumber);
      if (line === undefined) throw new Error('A line was amended before it was given.');
      byNumber.set(lineNumber, { ...line, counterpart });
      amendmentCount += 1;
    },
    problem: (problem) => problems.push(problem),
  });
  return {
    lines: [...byNumber.values()],
    customers: [...customers.values()],
    problems,
    amendmentCount,
    result,
  };
}

/** The summary of a file that went in; fails the test where it was refused. */
export function summaryOf(read: ReadLedgerFile): LedgerFileSummary {
  if (!read.result.isDone) throw new Error(`Refused: ${JSON.stringify(read.result.refusal)}`);
  return read.result.value;
}

/** Codes of the problems, each once, in the order of the file. */
export function problemCodes(read: ReadLedgerFile): string[] {
  return [...new Set(read.problems.map((problem) => problem.code))];
}
