/** The papers of a printed batch: the letters again, their list, the deposit slip, the package. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { postalAddressOf } from '../../shared/domain/message/postal-address.ts';
import { done, type Result, refused } from '../../shared/kernel/result.ts';
import type { JobRefusal, JobRun, JobTools } from '../ports/jobs.ts';
import { makeBatchList, makeDepositSlip } from '../reports/letter/batch-lists.ts';
import { writeMailingPackage } from '../reports/letter/mailing-package.ts';
import { makeTestPrint } from '../reports/letter/test-print.ts';
import { readKeptFile } from '../use-cases/files/kept-files.ts';
import type { BatchPaper } from '../use-cases/outbox/letter-jobs.ts';
import type { FileOrder, MadeFile } from '../use-cases/reports/report-jobs.ts';

export const run: JobRun<BatchPaper & FileOrder, MadeFile> = async (order, tools) => {
  const written = await writePaper(order, tools);
  return written.isDone ? done(order.file) : written;
};

async function writePaper(
  order: BatchPaper & FileOrder,
  tools: JobTools,
): Promise<Result<null, JobRefusal>> {
  switch (order.kind) {
    case 'letters': {
      const bytes = await readKeptFile(order.filesPath, order.fileSha256);
      if (bytes === null) return missing(order.file.fileName);
      await writeFile(order.path, bytes);
      return done(null);
    }
    case 'list':
      await writeFile(order.path, (await makeBatchList(order.list)).bytes);
      return done(null);
    case 'deposit':
      await writeFile(order.path, (await makeDepositSlip(order.list)).bytes);
      return done(null);
    case 'test':
      await writeFile(order.path, (await makeTestPrint(order.layout, order.language)).bytes);
      return done(null);
    default:
      return writePackage(order, tools);
  }
}

async function writePackage(
  order: Extract<BatchPaper, { kind: 'package' }> & FileOrder,
  tools: JobTools,
): Promise<Result<null, JobRefusal>> {
  const { filesPath, letters, day, language } = order;
  const folder = await mkdtemp(path.join(tools.dataFolder, 'tmp', 'package-'));
  try {
    const packed = [];
    for (const { noticeId, fileSha256, draft, kind, position } of letters) {
      const bytes = await readKeptFile(filesPath, fileSha256);
      if (bytes === null) return missing(String(noticeId));
      const file = path.join(folder, `letter-${noticeId}.pdf`);
      await writeFile(file, bytes);
      const address = postalAddressOf(draft.facts.recipient);
      packed.push({
        position,
        kind,
        payerCode: draft.facts.recipient.code,
        path: file,
        addressLines: address.lines,
        postcode: address.postcode,
        town: address.town,
        pageCount: 0,
      });
    }
    await writeMailingPackage({ path: order.path, day, language, letters: packed }, tools);
    return done(null);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function missing(detail: string): Result<never, JobRefusal> {
  return refused({ code: 'file_missing', detail });
}
