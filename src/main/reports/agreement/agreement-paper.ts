/** What an agreement to sign says: who agrees, on which items, for which amounts and days. */
import type { AgreementKind, AgreementPart } from '../../../shared/domain/agreement/agreement.ts';
import type { Language } from '../../../shared/format/language.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { StatementOfAccount } from '../statement/statement-of-account.ts';

export interface AgreementPaper {
  readonly kind: AgreementKind;
  readonly language: Language;
  readonly issuer: StatementOfAccount['issuer'];
  readonly city: string;
  readonly customer: StatementOfAccount['customer'] & { readonly siren: string };
  readonly agreedOn: CalendarDate;
  readonly answerBy: CalendarDate;
  readonly currency: string;
  readonly items: readonly {
    readonly documentNumber: string;
    /** As it was before the agreement: interest runs from it. */
    readonly dueDate: CalendarDate | null;
    readonly amountCents: Cents;
  }[];
  readonly parts: readonly AgreementPart[];
  readonly waivedCents: Cents;
  /** Days left by the e-mail that precedes forfeiture. */
  readonly noticeDays: number;
  readonly isInterestKept: boolean;
}
