/** The form of the moment, by its kind. */
import type { FormKind } from './action-bar.tsx';
import { CallForm } from './call-form.tsx';
import { DisputeForm } from './dispute-form.tsx';
import { HoldForm } from './hold-form.tsx';
import { NoteForm } from './note-form.tsx';
import { PromiseForm } from './promise-form.tsx';
import { TaskForm } from './task-form.tsx';
import type { CustomerFileData, ItemRow } from './use-customer.ts';

export interface FormProps {
  readonly file: CustomerFileData;
  readonly items: readonly ItemRow[];
  readonly ticked: ReadonlySet<number>;
  readonly onClose: () => void;
  /** To the next customer of the list; null at its end. */
  readonly onNext: (() => void) | null;
}

export function ActionForm({ kind, ...props }: FormProps & { readonly kind: FormKind }) {
  switch (kind) {
    case 'call':
      return <CallForm {...props} direction="out" />;
    case 'incoming':
      return <CallForm {...props} direction="in" />;
    case 'promise':
      return <PromiseForm {...props} />;
    case 'note':
      return <NoteForm {...props} />;
    case 'dispute':
      return <DisputeForm {...props} />;
    case 'stop':
      return <HoldForm {...props} />;
    case 'task':
      return <TaskForm {...props} />;
  }
}
