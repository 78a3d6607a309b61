/**
 * Builds approved messages: an e-mail as the bytes an SMTP server gets, a letter as its PDF. Each
 * is kept under its hash before the next one begins, so that a job stopped half-way loses nothing.
 */
import { postalAddressOf } from '../../shared/domain/message/postal-address.ts';
import { done, type Result, refused } from '../../shared/kernel/result.ts';
import type { JobRun, JobTools } from '../ports/jobs.ts';
import type { MailEnvelope } from '../ports/mailer.ts';
import { keepFile } from '../use-cases/files/kept-files.ts';
import type { BuildOrder, BuildOrders, BuiltNotice } from '../use-cases/outbox/build-job.ts';
import { letterPages } from './letter-pages.ts';
import { mailBytes } from './mail-bytes.ts';

interface Built {
  readonly bytes: Uint8Array;
  readonly pageCount: number;
  readonly envelope: MailEnvelope | null;
}

export const run: JobRun<BuildOrders, readonly BuiltNotice[]> = async (orders, tools) => {
  const built: BuiltNotice[] = [];
  for (const order of orders.orders) {
    if (tools.isCancelled()) break;
    const { noticeId } = order;
    const made =
      order.channel === 'email'
        ? await buildMail(order, orders, tools)
        : await buildLetter(order, orders);
    if (made.isDone) {
      const { bytes, pageCount, envelope } = made.value;
      const fileSha256 = await keepFile(orders.filesPath, bytes);
      const sizeBytes = bytes.byteLength;
      built.push({ noticeId, isBuilt: true, fileSha256, sizeBytes, pageCount, envelope });
    } else {
      built.push({ noticeId, isBuilt: false, code: made.refusal });
    }
    tools.progress(built.length, orders.orders.length, 'build');
  }
  return done(built);
};

async function buildMail(
  order: BuildOrder,
  { sentAt, filesPath }: BuildOrders,
  tools: JobTools,
): Promise<Result<Built, string>> {
  const written = await mailBytes(order, { sentAt, filesPath, isDraft: false }, tools);
  if (!written.isDone) return refused(written.refusal.code);
  const { bytes, envelope } = written.value;
  return done({ bytes, pageCount: 0, envelope });
}

async function buildLetter(
  { draft, channel }: BuildOrder,
  { layout }: BuildOrders,
): Promise<Result<Built, string>> {
  const address = postalAddressOf(draft.facts.recipient);
  if (address.postcode === '' && address.country === '') return refused('address_incomplete');
  const { bytes, pageCount } = await letterPages(draft, {
    channel: channel === 'registered_letter' ? channel : 'letter',
    layout,
  });
  return done({ bytes, pageCount, envelope: null });
}
