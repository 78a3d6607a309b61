/** Looking at an uploaded file before anything is staged: in the job thread, where readers live. */
import type { z } from 'zod';
import type { previewTable, recognise } from '../../../shared/contract/imports.ts';
import { jobKey } from '../../ports/jobs.ts';

type OutputOf<Contract extends { readonly '~orpc': { readonly outputSchema?: unknown } }> =
  z.output<Extract<Contract['~orpc']['outputSchema'], z.ZodType>>;
export type Recognised = OutputOf<typeof recognise>;
export type PreviewedTable = OutputOf<typeof previewTable>;

export interface FileToLookAt {
  readonly path: string;
  readonly fileName: string;
  readonly sizeBytes: number;
}

export interface RecogniseInput extends FileToLookAt {
  /** Profiles saved by the user, oldest first. */
  readonly savedProfiles: readonly unknown[];
  readonly sheetName: string | null;
}

/** What a file is, and for a table how its columns seem to read. */
export const recogniseFileJob = jobKey<RecogniseInput, Omit<Recognised, 'sameAsImportId'>>(
  'recognise',
);

export interface PreviewTableInput extends FileToLookAt {
  readonly profile: unknown;
}

/** The first rows as they would be read under a mapping. */
export const previewTableJob = jobKey<PreviewTableInput, PreviewedTable>('preview_table');
