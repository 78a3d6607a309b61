/** What a letter is made from, and what comes out: one PDF a letter, the very bytes that are kept. */
import type { LetterLayout } from '../../../shared/domain/message/letter-layout.ts';
import type { MessageContent, MessageFacts } from '../../../shared/domain/message/message.ts';

export type LetterKind = 'plain' | 'registered';

export interface Letter {
  readonly facts: MessageFacts;
  readonly content: MessageContent;
  readonly kind: LetterKind;
  /** Lines of the address as `postalAddressOf` gives them, the name first. */
  readonly addressLines: readonly string[];
  /** EPC069-12 payload, drawn as it is; null draws none. */
  readonly paymentQr: string | null;
  readonly layout: LetterLayout;
}

export interface BatchLetter extends Letter {
  /** Names the letter's own file, `<letterKey>.pdf`: letters, digits, dash. */
  readonly letterKey: string;
  /** For the order and the lists. */
  readonly postcode: string;
  readonly town: string;
}

export interface LetterBatch {
  /** « Courriers du 23/11/2026 n° 12 ». */
  readonly reference: string;
  readonly order: 'by_name' | 'by_postcode' | 'as_given';
  readonly letters: readonly BatchLetter[];
  /** Folder of the letters' own files, which exists and is empty. */
  readonly letterFolder: string;
  /** Where the letters of one kind go, in the order of the sheets in the printer. */
  readonly printPaths: Readonly<Record<LetterKind, string>>;
}

export interface PrintedLetter {
  readonly letterKey: string;
  readonly kind: LetterKind;
  /** 1, 2, 3 … within its kind, as on the batch list. */
  readonly position: number;
  readonly pageCount: number;
  /** Pages of the print file, blank back pages left out; the first is 1. */
  readonly firstPage: number;
  readonly lastPage: number;
  readonly sha256: string;
}
