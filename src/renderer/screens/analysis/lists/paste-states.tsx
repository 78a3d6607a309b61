/** Gives a state to the invoices of a pasted list: a factor's receipt, an agency's file. */
import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerList } from '../../../../shared/contract/customer-lists.ts';
import type { ItemStateKind } from '../../../../shared/domain/item-state/item-state-kind.ts';
import { numbersOf } from '../../../../shared/domain/item-state/number-list.ts';
import { sumApart } from '../../../../shared/domain/receivable/currency.ts';
import { formatCents } from '../../../../shared/format/amount.ts';
import { formatCount } from '../../../../shared/format/number.ts';
import { itemStatesText } from '../../../../shared/text/screens/item-states.ts';
import { useApi } from '../../../api/connection.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { useLanguage, useText, useToday } from '../../../parts/reader.tsx';
import styles from '../../customer-file/customer-file.module.css';
import { newState, StateFields, stateProblem } from '../../customer-file/state-fields.tsx';
import { useStateCommands } from '../../customer-file/state-form.tsx';

const FIRST_KINDS: Partial<Readonly<Record<CustomerList, ItemStateKind>>> = {
  factored: 'factored',
  handed_over: 'handed_over',
  bills: 'bill_to_accept',
  retentions: 'retention',
  blocked_at_customer: 'blocked_at_customer',
};

/** The button of a list whose rows come by a state; nothing for another list. */
export function PasteStates({ list }: { readonly list: CustomerList }) {
  const words = useText(itemStatesText);
  const [isOpen, setOpen] = useState(false);
  const kind = FIRST_KINDS[list];
  if (kind === undefined) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.paste}</Button>
      {isOpen && <PasteDialog kind={kind} onClose={() => setOpen(false)} />}
    </>
  );
}

function PasteDialog(props: { readonly kind: ItemStateKind; readonly onClose: () => void }) {
  const { onClose } = props;
  const api = useApi();
  const words = useText(itemStatesText);
  const today = useToday();
  const [text, setText] = useState('');
  const [state, setState] = useState(() => newState(props.kind, today));
  const numbers = numbersOf(text);
  const { data } = useQuery({
    ...api.query.states.find.queryOptions({ input: { numbers: [...numbers] } }),
    enabled: numbers.length > 0,
  });
  const { record } = useStateCommands();
  const items = numbers.length === 0 ? [] : (data?.items ?? []);
  const problem = items.length === 0 ? null : stateProblem(state, words);
  const save = async () => {
    const receivableIds = items.map(({ receivableId }) => receivableId);
    if ((await record.run({ receivableIds, state })).isDone) onClose();
  };
  return (
    <Dialog isOpen title={words.pasteTitle} onClose={onClose} size={860}>
      <form
        className={styles.column}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Textarea
          label={words.numbers}
          description={words.numbersHint}
          data-autofocus
          autosize
          minRows={4}
          maxRows={10}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {numbers.length > 0 && data !== undefined && <Found found={data} />}
        <StateFields
          value={state}
          today={today}
          canEnd={false}
          onChange={(next) => next !== null && setState(next)}
        />
        {problem !== null && <p className={styles.quiet}>{problem}</p>}
        <div className={styles.actions}>
          <Button
            type="submit"
            variant="filled"
            loading={record.isRunning}
            disabled={items.length === 0 || problem !== null}
          >
            {words.save}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** How many items, for how much; what nobody has, and what several have. */
function Found({
  found,
}: {
  readonly found: {
    readonly items: readonly { readonly outstandingCents: number; readonly currency: string }[];
    readonly unknown: readonly string[];
    readonly ambiguous: readonly string[];
  };
}) {
  const words = useText(itemStatesText);
  const language = useLanguage();
  const { totalCents, otherTotals } = sumApart(
    found.items.map(({ outstandingCents, currency }) => ({
      amountCents: outstandingCents,
      currency,
    })),
  );
  const amounts = [
    formatCents(totalCents, { language }),
    ...otherTotals.map(({ currency, amountCents }) =>
      formatCents(amountCents, { language, currency }),
    ),
  ];
  return (
    <div role="status">
      <p>{words.found(formatCount(found.items.length, { language }), amounts.join(' + '))}</p>
      {found.unknown.length > 0 && <p>{words.unknown(found.unknown.join(', '))}</p>}
      {found.ambiguous.length > 0 && <p>{words.ambiguous(found.ambiguous.join(', '))}</p>}
    </div>
  );
}
