/**
 * A process that approves, builds, prints and sends, and stops still where it is told to, so that it
 * can be killed there: `outbox-child.ts <folder> <company> <place>`.
 *
 * It prints the name of each place as it comes to it.
 */

import { startApp } from '../../src/main/app.ts';
import { makeMailer } from '../../src/main/channels/email/mailer.ts';
import { randomIds } from '../../src/main/core/random-ids.ts';
import { jobRegistry } from '../../src/main/jobs/registry.ts';
import type { JobRegistry } from '../../src/main/jobs/run-job.ts';
import type { Mailer } from '../../src/main/ports/mailer.ts';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import { pulseOutbox } from '../../src/main/use-cases/outbox/deliveries.ts';
import { DayClock } from '../simulation/day-clock.ts';
import { testSecrets } from '../support/mail-servers.ts';
import { newCommandId, TestCompany } from '../support/running-application.ts';
import { TODAY } from '../use-cases/small-company.ts';
import { plannedPayers } from './writing-folder.ts';

const [folder = '', key = '', place = ''] = process.argv.slice(2);
const clock = new DayClock(TODAY);
clock.passTo(9);

/** Says where it is; at the place wanted nothing of this process ever goes on. */
function reach(name: string): void {
  process.stdout.write(`${name}\n`);
  if (name !== place) return;
  // The pipe is emptied by the other side; this thread stays as it is until it is killed.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

const real = makeMailer({ clock, ids: randomIds });
let hasReply = false;
const mailer: Mailer = {
  ...real,
  open: (account, secrets) => {
    const session = real.open(account, secrets);
    return {
      close: () => session.close(),
      send: async (request) => {
        const outcome = await session.send(request);
        hasReply = true;
        reach('replied');
        return outcome;
      },
    };
  },
};

/** The job that builds says when its first message is on the disk. */
const jobs: JobRegistry = {
  ...jobRegistry,
  build_notices: async () => {
    const { run } = await import('../../src/main/jobs/build-notices-job.ts');
    return {
      run: (input: never, tools) => {
        const progress: typeof tools.progress = (done, total, step) => {
          tools.progress(done, total, step);
          reach('building');
        };
        return run(input, { ...tools, progress });
      },
    };
  },
};

const app = await startApp({
  start: {
    dataFolder: folder,
    pages: { rendererFolder: folder },
    hostKind: 'loopback',
    sample: false,
    today: TODAY,
  },
  clock,
  secrets: testSecrets(),
  mailer,
  jobs,
});
const company = new TestCompany(key, app.handle);
const open = findCompany(app.context, key);
if (open === null) throw new Error('No company.');
const { write } = open.ledger;
Object.assign(open.ledger, {
  write: (...args: Parameters<typeof write>) => {
    // The server said yes and the file says so; the ledger is next.
    if (hasReply) reach('logged');
    hasReply = false;
    return write(...args);
  },
});
const command = () => ({ commandId: newCommandId() });
const setPaused = (isPaused: boolean) => company.call.outbox.setPaused({ ...command(), isPaused });

reach('ready');
const payerIds = await plannedPayers(company);
await setPaused(true);
await company.call.dunning.approve({
  ...command(),
  messages: payerIds.map((payerId) => ({ payerId, edit: null })),
  staleReason: null,
});
reach('approved');
await pulseOutbox(app.context, open);
reach('built');
const letters = await company.call.outbox.list({ box: 'letters', text: '', offset: 0, limit: 9 });
const { jobId } = await company.call.outbox.makeBatch({
  noticeIds: letters.rows.map(({ noticeId }) => noticeId),
  groupBy: 'name',
});
await company.done(jobId);
while (!(await isPrinted())) await new Promise((resolve) => setTimeout(resolve, 2));
reach('printed');
await setPaused(false);
await pulseOutbox(app.context, open);
reach('sent');
await app.close();

async function isPrinted(): Promise<boolean> {
  const { rows } = await company.call.outbox.list({
    box: 'letters',
    text: '',
    offset: 0,
    limit: 9,
  });
  return rows.every(({ status }) => status === 'printed');
}
