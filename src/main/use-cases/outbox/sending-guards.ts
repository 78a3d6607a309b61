/** Why nothing may leave now, in order of precedence: what a person must look at first. */
import os from 'node:os';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Reader } from '../../ledger/session.ts';
import { readLastEntry } from '../../ledger/views/last-entry.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { AppContext } from '../context.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { isReadyToSend } from './readiness.ts';
import { type SendingState, sendingState } from './sending-state.ts';

export const SENDING_GUARDS = [
  'restored',
  'other_computer',
  'clock_back',
  'not_ready',
  'mail_not_set',
  'bank_unknown',
  'bank_stale',
  'paused',
] as const;
export type SendingGuard = (typeof SENDING_GUARDS)[number];

/** Those that hold whatever leaves by itself, and that nobody lifts with a reason typed. */
const LOCKS: ReadonlySet<SendingGuard> = new Set([
  'restored',
  'other_computer',
  'clock_back',
  'not_ready',
]);

/** The computer and folder a ledger sends from, as the ledger remembers it. */
export function placeOf(company: OpenCompany): string {
  return `${os.hostname()}:${company.folder.path}`;
}

/** What holds the company's messages now; empty when they may leave. */
export function sendingGuards(
  context: AppContext,
  company: OpenCompany,
  portfolio: Portfolio,
): readonly SendingGuard[] {
  return company.ledger.read((reader) => {
    const state = sendingState(reader);
    const guards: SendingGuard[] = [...locksOf(context, company, reader, state)];
    const { mail } = portfolio.settings;
    const isFolder = company.folder.isSample || mail.transport === 'folder';
    if (!isFolder && (mail.host === '' || mail.fromAddress === '')) guards.push('mail_not_set');
    const { level } = portfolio.freshness;
    const isAllowed = state.staleAllowed?.on === portfolio.today;
    if (level === 'empty' && !isAllowed) guards.push('bank_unknown');
    if (level === 'stale' && !isAllowed) guards.push('bank_stale');
    if (state.isPaused) guards.push('paused');
    return guards;
  });
}

/** Whether one of them locks all sending, as the planner understands it. */
export function isLocked(guards: readonly SendingGuard[]): boolean {
  return guards.some((guard) => LOCKS.has(guard));
}

/** Whether it holds even what a customer asked for in person. */
export function holdsWhatIsAsked(guard: SendingGuard): boolean {
  return LOCKS.has(guard) || guard === 'mail_not_set';
}

function locksOf(
  context: AppContext,
  company: OpenCompany,
  reader: Reader,
  state: SendingState,
): SendingGuard[] {
  const locks: SendingGuard[] = [];
  if (state.toConfirm !== null) locks.push('restored');
  if (state.place !== null && state.place !== placeOf(company)) locks.push('other_computer');
  if (isBefore(context.clock.now(), readLastEntry(reader))) locks.push('clock_back');
  if (!company.folder.isSample && !isReadyToSend(reader, state)) locks.push('not_ready');
  return locks;
}

/** The clock may be a little behind the last entry, never before its minute. */
function isBefore(now: Instant, lastEntry: Instant | null): boolean {
  return lastEntry !== null && now.slice(0, 16) < lastEntry.slice(0, 16);
}
