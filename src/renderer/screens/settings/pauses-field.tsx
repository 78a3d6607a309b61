/** Days on which nothing leaves by itself: August, an inventory, the end of the year. */
import { settingsDunningText } from '../../../shared/text/screens/settings-dunning.ts';
import { type Period, PeriodsField } from '../../parts/periods-field.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';

const PAUSES_MAX = 50;

export function PausesField(props: {
  readonly value: readonly Period[];
  readonly onChange: (pauses: Period[]) => void;
}) {
  const words = useText(settingsDunningText);
  const periodWords = {
    none: words.noPause,
    from: words.pauseFrom,
    to: words.pauseTo,
    wrong: words.pauseWrong,
    remove: words.pauseRemove,
    add: words.pauseAdd,
  };
  return (
    <Section title={words.pauses} note={words.pausesHint}>
      <PeriodsField max={PAUSES_MAX} words={periodWords} {...props} />
    </Section>
  );
}
