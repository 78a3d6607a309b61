/** What is read from the whole history: indicators, cross-tables, alerts, simulation. */
import { oc } from '@orpc/contract';
import { z } from 'zod';

/** How far the long analysis is; asking begins it where the books have moved. */
export const state = oc.output(
  z.object({
    /** Every figure is of the books as they are. */
    isReady: z.boolean(),
    /** The work under way, to show how far it is. */
    jobId: z.string().nullable(),
  }),
);
