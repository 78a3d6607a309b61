/** What a letter is made from, and what comes out: a PDF a letter, the bytes that are kept. */
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
  /** « Courriers n° 12 ». */
  readonly reference: string;
  readonly groupBy: 'name' | 'postcode';
  readonly letters: readonly BatchLetter[];
  /** The bytes of a letter that was made before, which are then printed as they are. */
  readonly pdfOf?: (letterKey: string) => Promise<Uint8Array | null>;
  /** Folder of the letters' own files; it exists. */
  readonly letterFolder: string;
  /** The letters one after the other, plain ones first, in the order of the printer's sheets. */
  readonly printPath: string;
}

export interface PrintedLetter {
  readonly letterKey: string;
  readonly kind: LetterKind;
  /** 1, 2, 3 … as in the print file and on the lists. */
  readonly position: number;
  readonly pageCount: number;
  /** Pages of the print file, blank backs left out; the first is 1. */
  readonly firstPage: number;
  readonly lastPage: number;
  /** Of the letter's own file, in hexadecimal. */
  readonly sha256: string;
}
