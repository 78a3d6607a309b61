/** The long analysis: begun by who asks, once, and made again when the books have moved. */
import { expect, test } from 'vitest';
import { RunningApplication } from '../support/running-application.ts';

test('a company without books has nothing to analyse', async () => {
  const application = await RunningApplication.start({ today: '2026-11-23' });
  const company = await application.createCompany();
  expect(await company.call.analysis.state()).toEqual({ isReady: true, jobId: null });
  await application.close();
});
