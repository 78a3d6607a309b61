/**
 * `node test/bench/mails.ts [count]`: reminders written and sent one after the other to a server of
 * this computer (1 000 unless said otherwise), beside nodemailer alone sending the same content
 * over one connection. Ten slices of each, in turn, so that both meet the same machine.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { createTransport } from 'nodemailer';
import { makeMailer } from '../../src/main/channels/email/mailer.ts';
import { systemClock } from '../../src/main/core/system-clock.ts';
import type { Mail, Mailer } from '../../src/main/ports/mailer.ts';
import { aMail, countingIds, PLAIN_FORM } from '../support/mail.ts';
import { accountAt, testSecrets } from '../support/mail-servers.ts';

const SLICES = 10;
const COUNT = Number.parseInt(process.argv[2] ?? '1000', 10);
const SLICE_COUNT = Math.ceil(COUNT / SLICES);
const ROWS = Array.from(
  { length: 12 },
  (_, at) => `<tr><td>F-${1000 + at}</td><td>échue le 12/10/2026</td><td>1 234,56 €</td></tr>`,
).join('');
const STATEMENT = new Uint8Array(40_000).fill(37);

const sink = new Worker(new URL('./mail-sink.ts', import.meta.url));
const port = await new Promise<number>((resolve) => sink.once('message', resolve));
const mailer = makeMailer({ clock: systemClock(), ids: countingIds() });
let heldMs = 0;
const ours: Spent[] = [];
const bare: Spent[] = [];
// A first slice of each opens what is opened once, and is not counted.
for (let slice = 0; slice <= SLICES; slice += 1) {
  bare.push(await timed(sendBare));
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  ours.push(await timed(() => sendOurs(mailer)));
  delay.disable();
  heldMs = Math.max(heldMs, delay.max / 1e6);
}
sink.postMessage('close');
const [own, floor] = [sumOf(ours.slice(1)), sumOf(bare.slice(1))];
process.stdout.write(
  `${SLICES * SLICE_COUNT} messages : ${Math.round(own.ms)} ms, nodemailer seul ` +
    `${Math.round(floor.ms)} ms, × ${(own.ms / floor.ms).toFixed(2)} ; processeur ` +
    `${Math.round(own.cpuMs)} et ${Math.round(floor.cpuMs)} ms, ` +
    `× ${(own.cpuMs / floor.cpuMs).toFixed(2)} ; fil tenu au plus ${Math.round(heldMs)} ms\n`,
);

async function sendOurs({ write, open }: Mailer): Promise<void> {
  const session = open(accountAt(port), testSecrets());
  let begun = 0;
  const onDataBegins = () => {
    begun += 1;
  };
  for (let at = 0; at < SLICE_COUNT; at += 1) {
    const mail = await write(reminder(at), PLAIN_FORM);
    if (!mail.isDone) throw new Error(mail.refusal.code);
    const outcome = await session.send({ ...mail.value, onDataBegins });
    if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
  }
  await session.close();
  if (begun !== SLICE_COUNT) throw new Error(`${begun} messages begun`);
}

async function sendBare(): Promise<void> {
  const transport = createTransport({
    pool: true,
    host: 'localhost',
    port,
    secure: false,
    ignoreTLS: true,
    maxConnections: 1,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  for (let at = 0; at < SLICE_COUNT; at += 1) {
    const { from, to, subject, text, html } = reminder(at);
    await transport.sendMail({
      from,
      to: [...to],
      subject,
      text,
      html,
      attachments: [{ filename: 'Relevé.pdf', content: Buffer.from(STATEMENT.buffer) }],
    });
  }
  transport.close();
}

function reminder(at: number): Mail {
  return aMail({
    to: [{ name: `Société Élégance n° ${at}`, address: `compta@client-${at}.test` }],
    subject: `Relance n° ${at}`,
    html: `<p>Bonjour,</p><table>${ROWS}</table>`,
    attachments: [{ fileName: 'Relevé.pdf', mediaType: 'application/pdf', content: STATEMENT }],
  });
}

/** By the clock, and of the processors, the server's included. */
interface Spent {
  readonly ms: number;
  readonly cpuMs: number;
}

async function timed(work: () => Promise<void>): Promise<Spent> {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: performance.now() - startedAt, cpuMs: (user + system) / 1000 };
}

function sumOf(all: readonly Spent[]): Spent {
  return all.reduce((sum, { ms, cpuMs }) => ({ ms: sum.ms + ms, cpuMs: sum.cpuMs + cpuMs }));
}
