/** Letters: printed as one paper, numbered, and their level moved by the posting alone. */
import { expect, test } from 'vitest';
import { addDays } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, refusalOf } from '../support/running-application.ts';
import { letterCompany } from './letter-company.ts';
import { TODAY } from './small-company.ts';
import { type WritingCompany, writingCompany } from './writing-company.ts';

const command = () => ({ commandId: newCommandId() });

/** Both letters approved and built. */
async function withLetters(): Promise<WritingCompany & { readonly noticeIds: number[] }> {
  const at = await letterCompany();
  await at.approve([at.val, at.leroy]);
  await at.pulse();
  const noticeIds = (await at.notices()).map(({ noticeId }) => noticeId);
  return { ...at, noticeIds };
}

test('are printed in one file, and printing again moves nothing', async () => {
  const at = await withLetters();
  const { call } = at.company;
  expect((await at.notices()).map(({ status }) => status)).toEqual(['built', 'built']);
  const groupBy = 'name' as const;
  const { jobId } = await call.outbox.makeBatch({ noticeIds: at.noticeIds, groupBy });
  const printed = await at.company.made(jobId);
  expect(Buffer.from(printed.bytes.slice(0, 5)).toString()).toBe('%PDF-');
  await expect
    .poll(async () => (await at.notices()).map(({ status }) => status))
    .toEqual(['printed', 'printed']);
  const [batch] = await call.outbox.batches();
  expect(batch).toMatchObject({ letterCount: 2, postedCount: 0 });
  const batchId = batch?.batchId ?? 0;
  const { rows } = await call.outbox.batch({ batchId });
  expect(rows.map(({ position, town }) => [position, town])).toEqual([
    [1, 'POITIERS'],
    [2, 'POITIERS'],
  ]);
  const again = await call.outbox.batchFile({ batchId, kind: 'letters' });
  expect(await at.company.made(again.jobId)).toMatchObject({ bytes: printed.bytes });
  for (const kind of ['list', 'package'] as const) {
    const paper = await call.outbox.batchFile({ batchId, kind });
    expect((await at.company.made(paper.jobId)).bytes.byteLength).toBeGreaterThan(1000);
  }
  const why = await call.dunning.why({ customerId: at.val });
  expect(why.items[0]?.severity).toBeNull();
});

test('posted in part, move the level of those alone', async () => {
  const at = await withLetters();
  const { call } = at.company;
  const { jobId } = await call.outbox.makeBatch({ noticeIds: at.noticeIds, groupBy: 'postcode' });
  await at.company.made(jobId);
  await expect
    .poll(async () => (await at.notices()).map(({ status }) => status))
    .toEqual(['printed', 'printed']);
  const [first] = (await at.notices()).filter(({ payerId }) => payerId === at.val);
  const noticeIds = [first?.noticeId ?? 0];
  const tomorrow = { ...command(), noticeIds, postedOn: addDays(TODAY, 1) };
  expect(await refusalOf(call.outbox.confirmPosted(tomorrow))).toBe('posted_in_the_future');
  const posted = { ...command(), noticeIds, postedOn: TODAY };
  expect(await call.outbox.confirmPosted(posted)).toMatchObject({ postedCount: 1 });
  const severityOf = async (customerId: number) =>
    (await call.dunning.why({ customerId })).items[0]?.severity;
  expect(await severityOf(at.val)).toBe('reminder_1');
  expect(await severityOf(at.leroy)).toBeNull();
  const again = { ...command(), noticeIds, postedOn: TODAY };
  expect(await refusalOf(call.outbox.confirmPosted(again))).toBe('notice_moved');
});

test('a number that is none is refused', async () => {
  const at = await withLetters();
  const noticeId = at.noticeIds[0] ?? 0;
  const wrong = { ...command(), noticeId, number: 'abc' };
  expect(await refusalOf(at.company.call.outbox.setRegisteredNumber(wrong))).toBe('number_invalid');
});

test('the test print is a page', async () => {
  const at = await writingCompany();
  const { jobId } = await at.company.call.outbox.testPrint();
  expect((await at.company.made(jobId)).name).toMatch(/\.pdf$/);
});

test('the calculation sheet of the interest is a workbook or pages', async () => {
  const at = await writingCompany();
  const { reports } = at.company.call;
  for (const format of ['pdf', 'xlsx'] as const) {
    const language = 'fr' as const;
    const wanted = { customerId: at.val, receivableIds: [], format, language };
    const { jobId } = await reports.makeInterestSheet(wanted);
    expect((await at.company.made(jobId)).bytes.byteLength).toBeGreaterThan(2000);
  }
});
