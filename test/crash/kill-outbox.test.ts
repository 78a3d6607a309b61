/**
 * kill -9 in each state of the outbox, with a real mail server beside: nothing goes twice, nothing
 * is lost, and what nobody can know is shown.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyJournal } from '../../src/main/ledger/journal.ts';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import { pulseOutbox } from '../../src/main/use-cases/outbox/deliveries.ts';
import { DayClock } from '../simulation/day-clock.ts';
import { messageIdOf } from '../simulation/mail-world.ts';
import { seededNumbers } from '../support/fec-generator.ts';
import { startMailServer, testSecrets } from '../support/mail-servers.ts';
import {
  newCommandId,
  RunningApplication,
  type TestCompany,
} from '../support/running-application.ts';
import { TODAY } from '../use-cases/small-company.ts';
import { BY_LETTER, BY_MAIL, makeWritingFolder } from './writing-folder.ts';

const KILLS = process.env.ENCOURS_NIGHT === '1' ? 100 : 1;
/** At moments drawn, and not only where the process says it stands. */
const ANYWHERE = Math.max(2, KILLS);
const SEED = Number.parseInt(process.env.ENCOURS_SEED ?? '2026', 10);

/** Where the process stops by itself, and is killed. */
const PLACES = ['approved', 'building', 'built', 'printed', 'replied', 'logged'] as const;
/** Where the server is when it has the process killed. */
const MOMENTS = ['recipient', 'half', 'whole'] as const;

/** What the server does in the middle of a message; null for nothing. */
let onMoment: { readonly moment: (typeof MOMENTS)[number]; readonly kill: () => void } | null =
  null;
/** Message-IDs that the server took whole, whether it could say so or not. */
let taken: string[] = [];

const server = await startMailServer({
  onRcptTo(_address, _session, callback) {
    if (onMoment?.moment === 'recipient') onMoment.kill();
    else callback();
  },
  onData(stream, _session, callback) {
    const pieces: Buffer[] = [];
    stream.on('data', (piece: Buffer) => {
      pieces.push(piece);
      if (onMoment?.moment === 'half') onMoment.kill();
    });
    stream.on('end', () => {
      taken.push(messageIdOf(Buffer.concat(pieces)));
      if (onMoment?.moment === 'whole') onMoment.kill();
      else callback(null, 'Taken');
    });
  },
});
const base = mkdtempSync(path.join(tmpdir(), 'encours-kill-'));
let key = '';
let wholeMs = 0;

beforeAll(async () => {
  key = await makeWritingFolder(path.join(base, 'ready'), server.port);
  wholeMs = await liveUntil(copy('whole'), 'nowhere', null);
  expect(taken).toHaveLength(BY_MAIL.length);
}, 120_000);
afterAll(async () => {
  await server.close();
  rmSync(base, { recursive: true, force: true });
});

function copy(name: string): string {
  const folder = path.join(base, name);
  cpSync(path.join(base, 'ready'), folder, { recursive: true });
  return folder;
}

/** Runs the process until it is killed at its place, by the server or after so many milliseconds. */
async function liveUntil(
  folder: string,
  place: string,
  killAfterMs: number | null,
): Promise<number> {
  const child = spawn(process.execPath, [
    path.join(import.meta.dirname, 'outbox-child.ts'),
    folder,
    key,
    place,
  ]);
  const kill = () => child.kill('SIGKILL');
  const moment = MOMENTS.find((one) => one === place);
  onMoment = moment === undefined ? null : { moment, kill };
  let said = '';
  let readyAtMs = 0;
  const ended = new Promise<number>((resolve) => {
    child.on('exit', () => resolve(performance.now() - readyAtMs));
  });
  child.stderr.on('data', (piece: Buffer) => {
    said += piece.toString();
  });
  child.stdout.on('data', (piece: Buffer) => {
    for (const word of piece.toString().trim().split('\n')) {
      if (word === 'ready') {
        readyAtMs = performance.now();
        if (killAfterMs !== null) void wait(killAfterMs).then(kill);
      }
      if (word === place) kill();
    }
  });
  const livedMs = await ended;
  onMoment = null;
  if (readyAtMs === 0) throw new Error(`It ended before it began: ${said}`);
  if (child.signalCode !== 'SIGKILL' && place !== 'nowhere') {
    throw new Error(`It was not killed at « ${place} »: ${said}`);
  }
  return livedMs;
}

interface Survivor {
  readonly statuses: ReadonlyMap<string, string>;
  readonly approvedCount: number;
}

/** Starts again what was killed, lets it send what it will, and looks at everything. */
async function survive(folder: string): Promise<Survivor> {
  const clock = new DayClock(TODAY);
  clock.passTo(12);
  const secrets = testSecrets();
  const application = await RunningApplication.start({ clock, dataFolder: folder, secrets });
  try {
    const { context } = application.app;
    const open = findCompany(context, key);
    if (open === null) throw new Error('The company is closed.');
    const company = application.company(key);
    if (await isPaused(company)) {
      await company.call.outbox.setPaused({ commandId: newCommandId(), isPaused: false });
    }
    for (let pulse = 0; pulse < 3; pulse += 1) await pulseOutbox(context, open);
    open.ledger.read(({ connection }) => {
      expect(verifyJournal(connection).isIntact).toBe(true);
      expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
    });
    const rows = open.ledger.read(({ connection }) =>
      connection
        .prepare<[], { messageId: string; channel: string; status: string }>(`
SELECT n.message_id AS messageId, n.channel, e.status
FROM notice AS n JOIN notice_event AS e ON e.notice_id = n.notice_id
  AND e.seq = (SELECT max(seq) FROM notice_event WHERE notice_id = n.notice_id)`)
        .all(),
    );
    const doubts = rows.filter(({ status }) => status === 'uncertain').length;
    const { total } = await company.call.outbox.list({
      box: 'attention',
      text: '',
      offset: 0,
      limit: 1,
    });
    expect(total).toBe(doubts);
    const mails = rows.filter(({ channel }) => channel === 'email');
    checkMails(mails);
    for (const { status } of rows.filter(({ channel }) => channel !== 'email')) {
      expect(['built', 'printed']).toContain(status);
    }
    return {
      statuses: new Map(mails.map(({ messageId, status }) => [messageId, status])),
      approvedCount: rows.length,
    };
  } finally {
    await application.close();
  }
}

async function isPaused(company: TestCompany): Promise<boolean> {
  const shown = await company.call.outbox.list({ box: 'waiting', text: '', offset: 0, limit: 1 });
  return shown.isPaused;
}

/** Nothing twice, nothing lost; sent is what the server has, and a doubt says so. */
function checkMails(mails: readonly { messageId: string; status: string }[]): void {
  expect(new Set(taken).size).toBe(taken.length);
  for (const { messageId, status } of mails) {
    expect(['sent', 'uncertain']).toContain(status);
    if (status === 'sent') expect(taken).toContain(messageId);
  }
  const known = new Set(mails.map(({ messageId }) => messageId));
  expect(taken.filter((messageId) => !known.has(messageId))).toEqual([]);
}

const ALL = BY_MAIL.length + BY_LETTER.length;

describe.each([...PLACES, ...MOMENTS])('killed at « %s »', (place) => {
  test.each(Array.from({ length: KILLS }, (_, kill) => kill))(
    'nothing goes twice and nothing is lost (%i)',
    async (kill) => {
      taken = [];
      const folder = copy(`${place}-${kill}`);
      await liveUntil(folder, place, null);
      const { statuses, approvedCount } = await survive(folder);
      expect(approvedCount).toBe(ALL);
      const doubts = [...statuses.values()].filter((status) => status === 'uncertain');
      // Only what may have left and has no answer is in doubt.
      const isDoubtful = place === 'half' || place === 'whole' || place === 'replied';
      expect(doubts).toHaveLength(isDoubtful ? 1 : 0);
      // Killed half-way, the rest of the message may already be on the wire, and be taken.
      const least = BY_MAIL.length - (place === 'half' ? 1 : 0);
      expect(taken.length).toBeGreaterThanOrEqual(least);
      expect(taken.length).toBeLessThanOrEqual(BY_MAIL.length);
    },
    60_000,
  );
});

test(`killed ${ANYWHERE} times anywhere (seed ${SEED}), nothing goes twice and nothing is lost`, async () => {
  const random = seededNumbers(SEED);
  for (let kill = 0; kill < ANYWHERE; kill += 1) {
    taken = [];
    const folder = copy(`anywhere-${kill}`);
    await liveUntil(folder, 'anywhere', random() * wholeMs).catch((error: unknown) => {
      // It was faster than the time drawn.
      if (taken.length !== BY_MAIL.length) throw error;
    });
    const { approvedCount } = await survive(folder);
    expect([0, ALL]).toContain(approvedCount);
  }
}, 600_000);
