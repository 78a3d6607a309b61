/** The jobs that print letters: the batch, its papers, the package of an online-mail service. */
import type { LetterLayout } from '../../../shared/domain/message/letter-layout.ts';
import type { Language } from '../../../shared/format/language.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { jobKey } from '../../ports/jobs.ts';
import type { BatchList } from '../../reports/letter/batch-lists.ts';
import type { LetterKind } from '../../reports/letter/letter.ts';
import type { Draft } from '../messages/draft.ts';
import type { FileOrder, MadeFile } from '../reports/report-jobs.ts';

/** A letter that was built: its own PDF is kept under its hash. */
export interface BuiltLetter {
  readonly noticeId: number;
  readonly fileSha256: string;
  readonly kind: LetterKind;
  readonly draft: Draft;
}

export interface PrintOrder {
  readonly filesPath: string;
  readonly reference: string;
  readonly groupBy: 'name' | 'postcode';
  readonly layout: LetterLayout;
  readonly letters: readonly BuiltLetter[];
}

export interface PrintedBatch extends MadeFile {
  readonly fileSha256: string;
  readonly pageCount: number;
  readonly letters: readonly {
    readonly noticeId: number;
    readonly position: number;
    readonly firstPage: number;
    readonly pageCount: number;
  }[];
}

/** A paper of a batch already printed. */
export type BatchPaper =
  | { readonly kind: 'letters'; readonly filesPath: string; readonly fileSha256: string }
  | { readonly kind: 'list' | 'deposit'; readonly list: BatchList }
  | {
      readonly kind: 'package';
      readonly filesPath: string;
      readonly day: CalendarDate;
      readonly language: Language;
      readonly letters: readonly (BuiltLetter & { readonly position: number })[];
    }
  | { readonly kind: 'test'; readonly layout: LetterLayout; readonly language: Language };

export const printLettersJob = jobKey<PrintOrder & FileOrder, PrintedBatch>('print_letters');
export const batchPaperJob = jobKey<BatchPaper & FileOrder, MadeFile>('batch_paper');
