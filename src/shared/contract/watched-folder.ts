/** The watched folder: its new files wait until a person opens them; none goes in by itself. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { command, moment, recorded, refusals } from './parts.ts';

export const watchedFileSchema = z.object({
  fileName: z.string(),
  sizeBytes: z.int(),
  /** Null while it is still being copied or looked at. */
  fileSha256: z.string().nullable(),
  format: z.enum(['fec', 'isa', 'edi', 'table', 'bank', 'einvoice', 'refused']).nullable(),
  /** A saved profile that fits its columns. */
  profileName: z.string().nullable(),
  /** A problem's code when refused. */
  code: z.string().nullable(),
  /** The same bytes stand in a live import. */
  isImported: z.boolean(),
  isAside: z.boolean(),
});
export type WatchedFile = z.infer<typeof watchedFileSchema>;

/** What lies in the folder, as it was last looked at. */
export const files = oc.output(
  z.object({
    /** Empty where none is set. */
    folder: z.string(),
    /** `gone`: it could not be read at the last look. */
    state: z.enum(['none', 'not_looked', 'ready', 'gone']),
    lookedAt: moment.nullable(),
    /** How many wait: whole, not imported, not set aside. */
    waitingCount: z.int(),
    files: z.array(watchedFileSchema),
    /** It holds more than is looked at. */
    isCut: z.boolean(),
  }),
);

/** Looks at it now, without waiting for the minute. */
export const look = oc.output(z.object({}));

/** Copies files that wait, to be read as if they had been dropped. */
export const take = oc
  .input(z.object({ fileNames: z.array(z.string().max(300)).min(1).max(500) }))
  .output(z.object({ uploadIds: z.array(z.string()) }))
  .errors(refusals('file_missing', 'file_too_large', 'disk_full'));

/** Hides files from those that wait, or shows them again. */
export const setAside = oc
  .input(
    command({
      fileSha256s: z
        .array(z.string().regex(/^[0-9a-f]{64}$/))
        .min(1)
        .max(500),
      isAside: z.boolean(),
    }),
  )
  .output(recorded)
  .errors(refusals('busy'));
