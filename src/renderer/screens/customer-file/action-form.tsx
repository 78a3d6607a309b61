/** The form of the moment, by its kind. */
import type { FormKind } from './action-bar.tsx';
import { CallForm } from './call-form.tsx';
import { DisputeForm } from './dispute-form.tsx';
import type { FormProps } from './form-props.ts';
import { HoldForm } from './hold-form.tsx';
import { NoteForm } from './note-form.tsx';
import { PromiseForm } from './promise-form.tsx';
import { TaskForm } from './task-form.tsx';

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
