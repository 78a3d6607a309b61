/** Before a new date is agreed: the insurer may have to consent first, or his cover is lost. */
import { needsInsurerConsent } from '../../../shared/domain/payer/insurer-deadline.ts';
import { formatDays } from '../../../shared/format/number.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { itemStatesText } from '../../../shared/text/screens/item-states.ts';
import { Badge } from '../../parts/badge.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import type { FormProps } from './form-props.ts';

export function InsurerWarning(
  props: Pick<FormProps, 'file' | 'items' | 'ticked'> & { readonly day: CalendarDate | null },
) {
  const { file, items, ticked, day } = props;
  const words = useText(itemStatesText);
  const language = useLanguage();
  const { insurance } = file;
  if (insurance === null || insurance.extensionDaysMax === null || day === null) return null;
  const beyond = items.some(
    ({ receivableId, dueDate }) =>
      receivableId !== null &&
      ticked.has(receivableId) &&
      dueDate !== null &&
      needsInsurerConsent(dueDate, day, insurance),
  );
  if (!beyond) return null;
  const days = formatDays(insurance.extensionDaysMax, { language });
  return (
    <p role="status">
      <Badge tone="amber">{words.insurer}</Badge> {words.insurerConsent(days, insurance.source)}
    </p>
  );
}
