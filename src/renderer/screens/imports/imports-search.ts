/** What the address of the imports holds: the tab, and how far the assistant has come. */
import { z } from 'zod';
import { useScreenSearch } from '../../frame/navigation.ts';

const name = z.string().nullable().catch(null);

export const TABS = ['files', 'diagnosis', 'accounts', 'terms', 'natures'] as const;

const importsSearch = z.object({
  tab: z.enum(TABS).catch('files'),
  /** The import that is open beside the history. */
  open: z.int().positive().nullable().catch(null),
  /** The file in the assistant, by its upload. */
  upload: name,
  /** The job that reads it, then the job that writes it. */
  reading: name,
  writing: name,
  /** The job that read files of invoices. */
  invoices: name,
});

export function useImportsSearch() {
  return useScreenSearch(importsSearch);
}

/** The assistant closed. */
export const NO_FILE = { upload: null, reading: null, writing: null, invoices: null } as const;
