/**
 * The product as it runs: the loopback host in a process of its own, with its three threads, asked
 * over HTTP. Tells how long the threads were held, and what memory the process takes.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildIfNeeded } from '../../scripts/build-if-needed.ts';
import { newCommandId, TestCompany } from '../support/running-application.ts';

const BUILT = fileURLToPath(new URL('../../out/main/loopback.js', import.meta.url));
const METER = new URL('./thread-meter.ts', import.meta.url);
const ADDRESS = /(http:\/\/127\.0\.0\.1:\d+)\/#launch=(\S+)/;
const ANSWER_MS = 600;

/** The longest time that a thread answered nobody, in milliseconds. */
export interface Held {
  readonly byClockMs: number;
  /** Of its own work: what the machine did for others meanwhile is not in it. */
  readonly ownMs: number;
}

export class MeasuredHost {
  readonly #child: ChildProcess;
  #printed = '';

  /** Starts the built application on a data folder. */
  static async start(dataFolder: string, today: string): Promise<MeasuredHost> {
    if (!(await buildIfNeeded())) throw new Error('The application could not be built.');
    return new MeasuredHost(dataFolder, today);
  }

  private constructor(dataFolder: string, today: string) {
    const product = [
      BUILT,
      '--background',
      '--no-open',
      '--data-dir',
      dataFolder,
      '--today',
      today,
    ];
    const args = [`--import=${METER.href}`, ...product];
    this.#child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child.stdout?.on('data', (text) => {
      this.#printed += String(text);
    });
  }

  /** Signs in with the launch code that it prints; gives a company, a new one where none is named. */
  async company(known?: string): Promise<TestCompany> {
    while (!ADDRESS.test(this.#printed)) await once(this.#child.stdout ?? this.#child, 'data');
    const [, origin = '', code = ''] = ADDRESS.exec(this.#printed) ?? [];
    const body = JSON.stringify({ code });
    const session = await fetch(`${origin}/session`, { method: 'POST', body });
    const { token } = (await session.json()) as { token: string };
    const ask = (request: Request) => passOn(request, origin, token);
    if (known !== undefined) return new TestCompany(known, ask);
    const { application } = new TestCompany('-', ask).call;
    const commandId = newCommandId();
    const { key } = await application.createCompany({ commandId, name: 'Banc', siren: null });
    return new TestCompany(key, ask);
  }

  /** How long its threads were held since this was asked before. */
  async held(): Promise<{ readonly host: Held; readonly core: Held }> {
    this.#printed = '';
    this.#child.kill('SIGUSR2');
    await setTimeout(ANSWER_MS);
    const of = (thread: string): Held => {
      const said = new RegExp(`held ${thread} (\\S+) (\\S+)`).exec(this.#printed);
      if (said === null) throw new Error(`The ${thread} thread said nothing.`);
      return { byClockMs: Number(said[1]), ownMs: Number(said[2]) };
    };
    return { host: of('host'), core: of('core') };
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }
}

async function passOn(request: Request, origin: string, token: string): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const headers = new Headers(request.headers);
  headers.set('Authorization', `Bearer ${token}`);
  const { method } = request;
  const body = method === 'GET' ? null : await request.arrayBuffer();
  return fetch(`${origin}${pathname}${search}`, { method, headers, body });
}
