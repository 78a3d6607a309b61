/** Says of the ticked items what the books cannot: with the factor, a bill, retained, blocked. */
import { useState } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { itemStatesText } from '../../../shared/text/screens/item-states.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { useLanguage, useText, useToday } from '../../parts/reader.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';
import { newState, StateFields, stateProblem } from './state-fields.tsx';

export function StateForm({ items, ticked, onClose, onNext }: FormProps) {
  const words = useText(itemStatesText);
  const today = useToday();
  const chosen = items.filter(
    ({ receivableId }) => receivableId !== null && ticked.has(receivableId),
  );
  const standing = chosen.flatMap(({ state }) => state ?? []);
  const [state, setState] = useState(() => standing[0] ?? newState('factored', today));
  const [isEnding, setEnding] = useState(false);
  const { record, close } = useStateCommands();
  const save = async () => {
    if (isEnding) {
      const itemStateIds = standing.map(({ itemStateId }) => itemStateId);
      return (await close.run({ itemStateIds, what: 'ended', reason: '' })).isDone;
    }
    const { kind, since, dueDate, cause, party, reference, iban, hasSurety, reason } = state;
    const told = { kind, since, dueDate, cause, party, reference, iban, hasSurety, reason };
    const receivableIds = chosen.flatMap(({ receivableId }) => receivableId ?? []);
    return (await record.run({ receivableIds, state: told })).isDone;
  };
  const problem = isEnding && standing.length === 0 ? words.noState : stateProblem(state, words);
  return (
    <FormFrame
      title={words.title}
      problem={chosen.length === 0 ? words.needItems : isEnding ? null : problem}
      isRunning={record.isRunning || close.isRunning}
      onSave={save}
      onClose={onClose}
      onNext={onNext}
    >
      <StateFields
        value={isEnding ? null : state}
        today={today}
        canEnd={standing.length > 0}
        onChange={(next) => {
          setEnding(next === null);
          if (next !== null) setState(next);
        }}
      />
    </FormFrame>
  );
}

/** Gives a state and ends one, each with what takes it back. */
export function useStateCommands() {
  const words = useText(itemStatesText);
  const language = useLanguage();
  const record = useCommand((call) => call.states.record, {
    said: ({ itemStateIds }) => words.noted(formatCount(itemStateIds.length, { language })),
    undo:
      ({ itemStateIds }) =>
      (call, commandId) =>
        call.states.close({ commandId, itemStateIds, what: 'undone', reason: '' }),
  });
  const close = useCommand((call) => call.states.close, { said: () => words.ended });
  return { record, close };
}
