/** The fields of a state, as far as its kind needs them. */
import { Checkbox, Select, TextInput } from '@mantine/core';
import {
  causesOf,
  hasOwnDueDate,
  type ItemState,
  itemStateFault,
} from '../../../shared/domain/item-state/item-state.ts';
import {
  ITEM_STATE_KINDS,
  type ItemStateKind,
} from '../../../shared/domain/item-state/item-state-kind.ts';
import { addMonths, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { itemStateText } from '../../../shared/text/item-state.ts';
import { itemStatesText } from '../../../shared/text/screens/item-states.ts';
import { DateWordsInput } from '../../parts/date-words-input.tsx';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';

/** Ends the state instead of giving one. */
const NONE = 'none';

type Words = (typeof itemStatesText)['fr'];

/** A state to begin with, of today. */
export function newState(kind: ItemStateKind, today: CalendarDate): ItemState {
  const [cause] = causesOf(kind);
  return {
    kind,
    since: today,
    dueDate: kind === 'retention' ? addMonths(today, 12) : null,
    cause: cause ?? null,
    party: '',
    reference: '',
    iban: '',
    hasSurety: false,
    reason: '',
  };
}

/** What is missing, in words; null when the state may be recorded. */
export function stateProblem(state: ItemState, words: Words): string | null {
  switch (itemStateFault(state)) {
    case 'state_cause_wrong':
      return words.needCause;
    case 'state_due_date_missing':
      return words.needDate;
    case 'state_party_missing':
      return words.needParty;
    case null:
      return state.kind === 'factored_mandate' && state.iban.trim() === '' ? words.needIban : null;
  }
}

export function StateFields(props: {
  /** Null ends the state. */
  readonly value: ItemState | null;
  readonly today: CalendarDate;
  readonly canEnd: boolean;
  readonly onChange: (value: ItemState | null) => void;
}) {
  const { value, today, canEnd, onChange } = props;
  const words = useText(itemStatesText);
  const { kinds } = useText(itemStateText);
  const set = (part: Partial<ItemState>) => value !== null && onChange({ ...value, ...part });
  return (
    <>
      <div className={styles.row}>
        <Select
          label={words.kind}
          data-autofocus
          w={270}
          maxDropdownHeight={420}
          allowDeselect={false}
          value={value?.kind ?? NONE}
          data={[
            ...ITEM_STATE_KINDS.map((kind) => ({ value: kind as string, label: kinds[kind] })),
            ...(canEnd ? [{ value: NONE, label: words.none }] : []),
          ]}
          onChange={(chosen) => {
            const kind = ITEM_STATE_KINDS.find((one) => one === chosen);
            onChange(kind === undefined ? null : newState(kind, today));
          }}
        />
        {value !== null && (
          <DateWordsInput
            label={words.since}
            value={value.since}
            onChange={(since) => since !== null && set({ since })}
          />
        )}
        {value !== null && hasOwnDueDate(value.kind) && (
          <DateWordsInput
            label={value.kind === 'retention' ? words.retentionDue : words.billDue}
            value={value.dueDate}
            onChange={(dueDate) => set({ dueDate })}
          />
        )}
      </div>
      {value !== null && <StateDetails value={value} set={set} />}
    </>
  );
}

/** Who holds it, why, under which number. */
function StateDetails({
  value,
  set,
}: {
  readonly value: ItemState;
  readonly set: (part: Partial<ItemState>) => void;
}) {
  const words = useText(itemStatesText);
  const { causes } = useText(itemStateText);
  const { kind } = value;
  const known = causesOf(kind);
  const text = (label: string, name: 'party' | 'reference' | 'iban' | 'reason', w?: number) => (
    <TextInput
      label={label}
      {...(w === undefined ? { className: styles.grow } : { w })}
      value={value[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  const isSold = kind.startsWith('factored');
  return (
    <div className={styles.row}>
      {known.length > 0 && (
        <Select
          label={words.cause}
          w={210}
          allowDeselect={false}
          value={value.cause}
          data={known.map((cause) => ({ value: cause, label: causes[cause] }))}
          onChange={(chosen) => set({ cause: known.find((one) => one === chosen) ?? null })}
        />
      )}
      {isSold && text(words.factor, 'party', 200)}
      {kind === 'handed_over' && text(words.agent, 'party', 200)}
      {kind === 'blocked_at_customer' && text(words.holder, 'party', 200)}
      {kind === 'factored_mandate' && text(words.iban, 'iban', 270)}
      {text(
        isSold ? words.receipt : kind.startsWith('bill') ? words.bill : words.file,
        'reference',
        180,
      )}
      {kind === 'retention' && (
        <Checkbox
          label={words.surety}
          checked={value.hasSurety}
          onChange={(event) => set({ hasSurety: event.currentTarget.checked })}
        />
      )}
      {text(words.reason, 'reason')}
    </div>
  );
}
