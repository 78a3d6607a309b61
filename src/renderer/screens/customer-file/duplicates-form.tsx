/** Copies of the ticked invoices and the statement, to one contact, now. */
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { useText } from '../../parts/reader.tsx';
import { DuplicatesFields } from './duplicates-fields.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';
import { useDuplicates } from './use-duplicates.ts';

export function DuplicatesForm({ file, ticked, onClose, onNext }: FormProps) {
  const words = useText(repliesText);
  const form = useText(customerFileText).form;
  const duplicates = useDuplicates(file.customerId, ticked);
  const { to, preview } = duplicates;
  const problem =
    ticked.size === 0 ? form.needItems : to === '' ? words.noAddress : (preview?.lock ?? null);
  return (
    <FormFrame
      title={words.duplicates}
      saveLabel={words.send}
      problem={problem}
      isRunning={duplicates.isRunning}
      onSave={duplicates.send}
      onClose={onClose}
      onNext={onNext}
    >
      <DuplicatesFields duplicates={duplicates} />
    </FormFrame>
  );
}
