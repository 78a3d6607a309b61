/** Every file of a bank at hand goes in whole, or is refused with a sentence; twice adds nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isProblemCode, problemSentence } from '../../src/shared/text/problems.ts';
import { hasRealFiles, realFile } from '../support/real-files.ts';
import { Refused, RunningApplication, type TestCompany } from '../support/running-application.ts';

const TABLE = /\.(csv|xlsx)$/;

describe.skipIf(!hasRealFiles)('the files of banks made by others', () => {
  const names = hasRealFiles
    ? readdirSync(realFile('bank')).filter((name) => !TABLE.test(name))
    : [];
  let application: RunningApplication;
  let company: TestCompany;
  beforeAll(async () => {
    application = await RunningApplication.start({ today: '2026-11-23' });
    company = await application.createCompany();
  });
  afterAll(() => application.close());

  const countOf = async () => {
    const accounts = await company.call.receipts.statements();
    return accounts.flatMap(({ statements }) => statements).length;
  };

  test.each(names)('%s', async (name) => {
    const file = { name, bytes: readFileSync(realFile('bank', name)) };
    const outcome = await company.preview(file).catch((error: unknown) => error);
    if (outcome instanceof Refused) {
      expect(isProblemCode(outcome.code)).toBe(true);
      const sentence = problemSentence({ code: outcome.code as never, value: '' }, 'fr');
      expect(sentence).toMatch(/\.$/u);
      return;
    }
    if (outcome instanceof Error) throw outcome;
    const preview = outcome as Awaited<ReturnType<TestCompany['preview']>>;
    expect(preview.meaning).toBe('bank');
    expect(preview.bank).not.toEqual([]);
    const before = await countOf();
    await company.commit(preview, name);
    expect(await countOf()).toBeGreaterThan(before);
    const again = await company.preview(file);
    expect(again.bank?.reduce((sum, { newCount }) => sum + newCount, 0)).toBe(0);
    expect(again.guards.map(({ code }) => code)).toContain('same_file');
  });
});
