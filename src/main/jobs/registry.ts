/**
 * Every kind of long work and the module that does it, read by the job thread when first asked.
 *
 * A module exports `run: JobRun<Input, Output>`; the key under which others start it is made by
 * `jobKey` beside the use case that does.
 */
import type { JobRegistry } from './run-job.ts';

export const jobRegistry: JobRegistry = {
  import_preview: () => import('./import-preview.ts'),
  import_commit: () => import('./import-commit.ts'),
  import_undo: () => import('./import-undo.ts'),
  einvoice_preview: () => import('./einvoice-preview-job.ts'),
  einvoice_commit: () => import('./einvoice-commit-job.ts'),
  interpret: () => import('./interpret-job.ts'),
  backup: () => import('./backup-job.ts'),
  verify: () => import('./verify-job.ts'),
  recognise: () => import('./recognise-job.ts'),
  preview_table: () => import('./preview-table-job.ts'),
  workbook: () => import('./workbook-job.ts'),
  agreement_paper: () => import('./agreement-paper-job.ts'),
  statement: () => import('./statement-job.ts'),
  build_notices: () => import('./build-notices-job.ts'),
  mail_drafts: () => import('./mail-drafts-job.ts'),
  mail_file: () => import('./mail-file-job.ts'),
  invoice_pdfs: () => import('./invoice-pdfs-job.ts'),
  notice_paper: () => import('./notice-paper-job.ts'),
  print_letters: () => import('./print-letters-job.ts'),
  batch_paper: () => import('./batch-paper-job.ts'),
  interest_sheet: () => import('./interest-sheet-job.ts'),
  analyse: () => import('./analyse-job.ts'),
  replay: () => import('./replay-job.ts'),
  match_receipts: () => import('./match-receipts-job.ts'),
  sample: () => import('./sample-job.ts'),
};
