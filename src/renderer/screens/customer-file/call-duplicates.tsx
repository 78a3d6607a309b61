/** « Renvoyez-moi la facture »: what the call sends at once, and when one calls again. */
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { CallOutcome } from '../../../shared/contract/actions.ts';
import {
  addBusinessDays,
  businessCalendar,
} from '../../../shared/domain/calendar/business-calendar.ts';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { useText, useToday } from '../../parts/reader.tsx';
import { DuplicatesFields } from './duplicates-fields.tsx';
import type { NextActionValue } from './next-action.tsx';
import { type Duplicates, useDuplicates } from './use-duplicates.ts';

const calendar = businessCalendar();
/** Working days that the customer has to look at what he asked for. */
const DUPLICATES_DAYS = 5;

export interface CallCopies {
  readonly isAsked: boolean;
  readonly wants: boolean;
  readonly setWants: (wants: boolean) => void;
  readonly duplicates: Duplicates;
  /** What to do next where the copies leave; null where none do. */
  readonly next: NextActionValue | null;
  /** False when they could not leave: the call is then not logged either. */
  readonly send: () => Promise<boolean>;
}

export function useCallCopies(
  customerId: number,
  ticked: ReadonlySet<number>,
  outcome: CallOutcome | null,
): CallCopies {
  const today = useToday();
  const [wants, setWants] = useState(true);
  const isAsked = outcome === 'duplicate_requested';
  const duplicates = useDuplicates(customerId, ticked);
  const isSending = isAsked && wants && duplicates.canSend;
  return {
    isAsked,
    wants,
    setWants,
    duplicates,
    next: isSending
      ? { kind: 'call', dueOn: addBusinessDays(today, DUPLICATES_DAYS, calendar) }
      : null,
    send: async () => !isSending || duplicates.send(),
  };
}

export function CallCopiesFields({ copies }: { readonly copies: CallCopies }) {
  const words = useText(repliesText);
  if (!copies.isAsked) return null;
  return (
    <>
      <Checkbox
        label={words.sendNow}
        checked={copies.wants}
        onChange={(event) => copies.setWants(event.currentTarget.checked)}
      />
      {copies.wants && <DuplicatesFields duplicates={copies.duplicates} />}
    </>
  );
}
