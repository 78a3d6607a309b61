/** The form of the moment, by its kind. */
import type { PayerAnswer } from '../../../shared/domain/message/answer-code.ts';
import type { FormKind } from './action-bar.tsx';
import { CallForm } from './call-form.tsx';
import { CauseForm } from './cause-form.tsx';
import { DisputeForm } from './dispute-form.tsx';
import { DuplicatesForm } from './duplicates-form.tsx';
import type { FormProps } from './form-props.ts';
import { HoldForm } from './hold-form.tsx';
import { NoteForm } from './note-form.tsx';
import { PlanForm } from './plan-form.tsx';
import { PromiseForm } from './promise-form.tsx';
import { ReplyForm } from './reply-form.tsx';
import { SettlementForm } from './settlement-form.tsx';
import { StateForm } from './state-form.tsx';
import { TaskForm } from './task-form.tsx';

/** The form that follows from what a reply says. */
const FOLLOWING: Readonly<Record<PayerAnswer, FormKind>> = {
  paid: 'announced',
  will_pay: 'promise',
  not_received: 'duplicates',
  disputed: 'dispute',
};

export function ActionForm(
  all: FormProps & {
    readonly kind: FormKind;
    /** A mail let go over the file. */
    readonly dropped: File | null;
    readonly onForm: (kind: FormKind) => void;
  },
) {
  const { kind, dropped, onForm, ...props } = all;
  switch (kind) {
    case 'call':
      return <CallForm {...props} direction="out" />;
    case 'incoming':
      return <CallForm {...props} direction="in" />;
    case 'announced':
      return <CallForm {...props} direction="in" outcome="paid" />;
    case 'reply':
      return (
        <ReplyForm {...props} dropped={dropped} onFollow={(answer) => onForm(FOLLOWING[answer])} />
      );
    case 'duplicates':
      return <DuplicatesForm {...props} />;
    case 'promise':
      return <PromiseForm {...props} />;
    case 'note':
      return <NoteForm {...props} />;
    case 'dispute':
      return <DisputeForm {...props} />;
    case 'stop':
      return <HoldForm {...props} />;
    case 'plan':
      return <PlanForm {...props} />;
    case 'settlement':
      return <SettlementForm {...props} />;
    case 'state':
      return <StateForm {...props} />;
    case 'cause':
      return <CauseForm {...props} />;
    case 'task':
      return <TaskForm {...props} />;
  }
}
