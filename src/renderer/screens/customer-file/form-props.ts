/** What every form of the customer file is given. */
import type { CustomerFileData, ItemRow } from './use-customer.ts';

export interface FormProps {
  readonly file: CustomerFileData;
  readonly items: readonly ItemRow[];
  readonly ticked: ReadonlySet<number>;
  readonly onClose: () => void;
  /** To the next customer of the list; null at its end. */
  readonly onNext: (() => void) | null;
}
