/** The jobs that make files to keep: lists as workbooks, statements of account. */
import { jobKey } from '../../ports/jobs.ts';
import type { AgreementPaper } from '../../reports/agreement/agreement-paper.ts';
import type { InterestSheet } from '../../reports/interest-sheet.ts';
import type { StatementOfAccount } from '../../reports/statement/statement-of-account.ts';
import type { WorkbookCell, WorkbookColumn } from '../../reports/workbook.ts';

/** The file as the window will fetch it; a job that makes one gives it back. */
export interface MadeFile {
  readonly fileId: string;
  readonly fileName: string;
}

export interface FileOrder {
  readonly path: string;
  readonly file: MadeFile;
}

export interface SheetOrder {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly totalLabel: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly Readonly<Record<string, WorkbookCell>>[];
  readonly groupKey?: string;
}

export interface WorkbookOrder {
  readonly sheets: readonly SheetOrder[];
}

export interface StatementOrder {
  readonly format: 'pdf' | 'xlsx';
  readonly statement: StatementOfAccount;
}

export interface AgreementOrder {
  readonly paper: AgreementPaper;
}

export const agreementPaperJob = jobKey<AgreementOrder & FileOrder, MadeFile>('agreement_paper');
export const workbookJob = jobKey<WorkbookOrder & FileOrder, MadeFile>('workbook');
export interface InterestOrder {
  readonly format: 'pdf' | 'xlsx';
  readonly sheet: InterestSheet;
}

export const interestSheetJob = jobKey<InterestOrder & FileOrder, MadeFile>('interest_sheet');
export const statementJob = jobKey<StatementOrder & FileOrder, MadeFile>('statement');
