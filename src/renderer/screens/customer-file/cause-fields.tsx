/** Why items are late and who must end it: proposed by how the call ended, changed by hand. */
import { Autocomplete, Select } from '@mantine/core';
import {
  DELAY_CAUSES,
  type DelayCause,
  sideOfCause,
} from '../../../shared/domain/payer/delay-cause.ts';
import { delayCauseText } from '../../../shared/text/delay-cause.ts';
import { useText } from '../../parts/reader.tsx';

export interface CauseValue {
  readonly cause: DelayCause;
  readonly owner: string;
}

export function CauseFields(props: {
  readonly value: CauseValue | null;
  /** Names at hand: the rep of the customer. */
  readonly people: readonly string[];
  readonly hasFocus?: boolean;
  readonly onChange: (value: CauseValue | null) => void;
}) {
  const { value, people, hasFocus = false, onChange } = props;
  const words = useText(delayCauseText);
  return (
    <>
      <Select
        label={words.cause}
        allowDeselect={false}
        data-autofocus={hasFocus || undefined}
        value={value?.cause ?? ''}
        data={[
          { value: '', label: words.none },
          ...DELAY_CAUSES.map((cause) => ({ value: cause, label: words.names[cause] })),
        ]}
        onChange={(chosen) => {
          const cause = DELAY_CAUSES.find((one) => one === chosen);
          onChange(cause === undefined ? null : { cause, owner: value?.owner ?? '' });
        }}
      />
      {value !== null && (
        <Autocomplete
          label={words.owner}
          placeholder={words.sides[sideOfCause(value.cause)]}
          data={[...people]}
          spellCheck={false}
          value={value.owner}
          onChange={(owner) => onChange({ ...value, owner })}
        />
      )}
    </>
  );
}
