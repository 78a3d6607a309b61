/** The cash of the coming weeks (prévisions): its weeks, its groups, the items behind them. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { amountCents, currencyAmounts, day, id, window } from './parts.ts';

export const forecastMethod = z.enum(['due_date', 'promise']);
export const forecast = oc
  .input(
    z.object({
      weekCount: z.union([z.literal(13), z.literal(26)]),
      by: z.enum(['none', 'customer', 'rep_code', 'agency_code', 'profile', 'payment_method']),
      key: z.string().nullable(),
      /** Of the amounts without a week, and of the groups. */
      method: forecastMethod.default('promise'),
    }),
  )
  .output(
    z.object({
      today: day,
      bankDate: day.nullable(),
      weeks: z.array(
        z.object({
          weekStart: day,
          /** By due date: what falls due that week. */
          dueCents: amountCents,
          /** Promised for that week. */
          promisedCents: amountCents,
          /** By due date for what no promise covers; with `promisedCents` the view by promise. */
          unpromisedDueCents: amountCents,
          lastYearCents: amountCents.nullable(),
        }),
      ),
      /** What has no week, each in the view asked for. */
      overdueCents: amountCents,
      disputedCents: amountCents,
      undatedCents: amountCents,
      creditsCents: amountCents,
      laterCents: amountCents,
      totalCents: amountCents,
      groups: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          /** Of the amounts; a group has a row a currency. */
          currency: z.string(),
          amountsCents: z.array(amountCents),
          overdueCents: amountCents,
          totalCents: amountCents,
        }),
      ),
      /** The same in other currencies, which none of the figures above counts. */
      otherCurrencies: z.array(
        z.object({
          currency: z.string(),
          /** By week, in the view asked for; of it, what is promised. */
          amountsCents: z.array(amountCents),
          promisedCents: z.array(amountCents),
          overdueCents: amountCents,
          totalCents: amountCents,
        }),
      ),
    }),
  );
export const forecastItems = oc
  .input(
    z.object({
      slot: z.union([day, z.enum(['overdue', 'later', 'undated', 'disputed', 'credits'])]),
      /** As the forecast was asked for: it says where « later » begins. */
      weekCount: z.union([z.literal(13), z.literal(26)]).default(13),
      method: forecastMethod,
      by: z.string().nullable(),
      key: z.string().nullable(),
      ...window.shape,
    }),
  )
  .output(
    z.object({
      total: z.int(),
      totalCents: amountCents,
      otherTotals: currencyAmounts,
      rows: z.array(
        z.object({
          receivableId: id.nullable(),
          customerId: id,
          name: z.string(),
          documentNumber: z.string(),
          dueDate: day.nullable(),
          expectedDate: day.nullable(),
          amountCents,
          currency: z.string(),
          why: z.string(),
        }),
      ),
    }),
  );
