/**
 * What an address may say of a screen, where another screen leads to it. The screen reads its own
 * with `useScreenSearch(customersSearch)`; whoever leads there gives the same fields to `useGo`.
 *
 *     go('/customers', { only: ['overdue'], profile: ['sme'] });
 *     go('/promises', { tab: 'credits' });
 *     go('/aged-balance', { bucket: 'late_31_60' });
 */
import { z } from 'zod';

const words = z.array(z.string()).catch([]);

/** The list of customers, narrowed. */
export const customersSearch = z.object({
  text: z.string().catch(''),
  only: z
    .array(
      z.enum([
        'overdue',
        'net_due',
        'open',
        'credits',
        'to_match_first',
        'no_contact',
        'vip',
        'do_not_chase',
        'watched',
        'on_hold',
      ]),
    )
    .catch([]),
  profile: words,
  rep_code: words,
  agency_code: words,
  sector: words,
  size: words,
  payment_method: words,
  city: words,
  tags: words,
});

/** The lists of what was promised, disputed, stopped, missing. */
export const promisesSearch = z.object({
  tab: z
    .enum(['promises', 'disputes', 'holds', 'credits', 'missing', 'to_match'])
    .catch('promises'),
  /** Outcomes of promises, `broken`, `to_verify` …; empty for all. */
  outcomes: words,
});

/** The aged balance, with the column whose items are open beside; null for none. */
export const agedBalanceSearch = z.object({
  bucket: z.string().nullable().catch(null),
});

/** Tasks to do, or calls made. */
export const callsSearch = z.object({
  tab: z.enum(['tasks', 'calls']).catch('tasks'),
});
