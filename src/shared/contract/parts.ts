/** The small schemas that every query and command is made of. */
import { z } from 'zod';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { parseCalendarDate } from '../kernel/calendar-date.ts';
import { AMOUNT_CENTS_MAX } from '../kernel/cents.ts';
import type { Instant } from '../kernel/instant.ts';

/** A day, YYYY-MM-DD, that exists. */
export const day = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && parseCalendarDate(value) !== null,
);

/** A moment, ISO UTC. */
export const moment = z.custom<Instant>((value) => typeof value === 'string');

/** Whole cents; negative for a credit. */
export const amountCents = z
  .int()
  .min(-AMOUNT_CENTS_MAX * 100)
  .max(AMOUNT_CENTS_MAX * 100);

/** Amounts in other currencies than that of the books, one a currency: no sum counts them. */
export const currencyAmounts = z.array(z.object({ currency: z.string(), amountCents }));

/** Cents typed by a person: above zero. */
export const positiveCents = z.int().min(1).max(AMOUNT_CENTS_MAX);

export const id = z.int().positive();
export const ids = z.array(id).max(5000);

/** A line a person types: a name, a title. */
export const line = z.string().trim().max(200);
/** A text a person types: a comment, a note. */
export const text = z.string().trim().max(4000);

/** Every command carries an id made by the caller: a repeated one gets the recorded answer. */
export const command = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ commandId: z.uuid(), ...shape });

/** What a command answers: the version of the ledger it made, that screens wait for. */
export const recorded = z.object({ version: z.int() });

/** The window of a list: the core sorts, filters and totals; a window has 200 rows at most. */
export const window = z.object({ offset: z.int().min(0), limit: z.int().min(1).max(200) });

/**
 * The refusals of a call, in order of precedence, as oRPC errors. The code is the sentence's key
 * in `shared/text/refusals.ts`.
 */
export function refusals<const Code extends string>(...codes: readonly Code[]) {
  const entries = codes.map((code) => [
    code,
    { data: z.object({ detail: z.string().nullable() }) },
  ]);
  return Object.fromEntries(entries) as {
    [Key in Code]: { data: z.ZodObject<{ detail: z.ZodNullable<z.ZodString> }> };
  };
}
