/** The step of a message in words; the graver, the warmer its colour. */
import type { PlannedRow } from '../../../shared/contract/dunning.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { Badge, type Tone } from '../../parts/badge.tsx';
import { useText } from '../../parts/reader.tsx';

export function StepBadge({ row }: { readonly row: PlannedRow }) {
  const words = useText(remindersText);
  const isPromise = row.purpose === 'promise_broken';
  return (
    <Badge tone={toneOf(row)} title={row.stepLabel}>
      {isPromise ? words.promiseBroken : row.stepLabel}
    </Badge>
  );
}

function toneOf({ severity, purpose }: PlannedRow): Tone {
  switch (severity) {
    case 'formal_notice':
    case 'hand_over':
      return 'danger';
    case 'reminder_2':
    case 'reminder_3':
      return 'amber';
    case 'notice':
      return 'neutral';
    default:
      if (purpose === 'thank_you') return 'green';
      return purpose === 'promise_broken' ? 'amber' : 'accent';
  }
}
