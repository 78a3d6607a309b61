/** Why a message can't be written. */
export type MailProblem =
  | { readonly code: 'no_addressee' }
  | { readonly code: 'mail_address_invalid'; readonly address: string }
  | {
      readonly code: 'mail_too_large';
      readonly sizeBytes: number;
      readonly bytesMax: number;
      /** The largest attachment; empty when there is none. */
      readonly fileName: string;
    };
