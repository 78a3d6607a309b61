/**
 * Prints letters already built: their very pages one after the other in one PDF, in the order of
 * the sheets. The print file is kept like the letters, so that printing again is the same paper.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { postalAddressOf } from '../../shared/domain/message/postal-address.ts';
import { done, refused } from '../../shared/kernel/result.ts';
import type { JobRun } from '../ports/jobs.ts';
import { writeLetterBatch } from '../reports/letter/letter-batch.ts';
import { keepFile, readKeptFile } from '../use-cases/files/kept-files.ts';
import type { PrintedBatch, PrintOrder } from '../use-cases/outbox/letter-jobs.ts';
import type { FileOrder } from '../use-cases/reports/report-jobs.ts';

export const run: JobRun<PrintOrder & FileOrder, PrintedBatch> = async (order, tools) => {
  const { filesPath, letters, layout, reference, groupBy } = order;
  const letterFolder = await mkdtemp(path.join(tools.dataFolder, 'tmp', 'letters-'));
  try {
    const bytes = new Map<string, Buffer>();
    for (const { noticeId, fileSha256 } of letters) {
      const kept = await readKeptFile(filesPath, fileSha256);
      if (kept === null) return refused({ code: 'file_missing', detail: String(noticeId) });
      bytes.set(`letter-${noticeId}`, kept);
    }
    const printed = await writeLetterBatch(
      {
        reference,
        groupBy,
        letterFolder,
        printPath: order.path,
        pdfOf: async (letterKey) => bytes.get(letterKey) ?? null,
        letters: letters.map(({ noticeId, draft, kind }) => {
          const address = postalAddressOf(draft.facts.recipient);
          return {
            facts: draft.facts,
            content: draft.content,
            kind,
            addressLines: address.lines,
            paymentQr: null,
            layout,
            letterKey: `letter-${noticeId}`,
            postcode: address.postcode,
            town: address.town,
          };
        }),
      },
      tools,
    );
    const fileSha256 = await keepFile(filesPath, await readFile(order.path));
    const pages = printed.map(({ lastPage }) => lastPage);
    return done({
      ...order.file,
      fileSha256,
      pageCount: Math.max(0, ...pages),
      letters: printed.map(({ letterKey, position, firstPage, pageCount }) => ({
        noticeId: Number.parseInt(letterKey.slice('letter-'.length), 10),
        position,
        firstPage,
        pageCount,
      })),
    });
  } finally {
    await rm(letterFolder, { recursive: true, force: true });
  }
};
