/**
 * A short message: prepared, changed by hand, then copied to a telephone or sent by the gateway.
 * An amount only goes to the number of a named person.
 */
import { Button, SegmentedControl, Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shortMessageSize, statesAmount } from '../../../shared/domain/message/short-message.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import { showToast } from '../../parts/toast.tsx';
import styles from './calls.module.css';
import { Warning } from './today-tab.tsx';

type Prepared = Awaited<ReturnType<ApiClient['calls']['shortMessage']>>;

export function ShortMessageDialog(props: {
  readonly payerId: number;
  readonly onClose: () => void;
}) {
  const { payerId, onClose } = props;
  const api = useApi();
  const words = useText(callsScreenText).sms;
  const prepared = useQuery(api.query.calls.shortMessage.queryOptions({ input: { payerId } }));
  return (
    <Dialog isOpen title={words.title} onClose={onClose} size={520}>
      {prepared.data !== undefined ? (
        <Message {...props} prepared={prepared.data} />
      ) : prepared.isError ? (
        <ErrorState failure={failureOf(prepared.error)} onRetry={() => void prepared.refetch()} />
      ) : (
        <Skeleton lines={5} />
      )}
    </Dialog>
  );
}

function Message(props: {
  readonly payerId: number;
  readonly prepared: Prepared;
  readonly onClose: () => void;
}) {
  const { payerId, prepared, onClose } = props;
  const { numbers, hasGateway, problem, warnings } = prepared;
  const words = useText(callsScreenText).sms;
  const [chosen, setChosen] = useState(0);
  const [isNeutral, setNeutral] = useState(problem !== null || numbers[0]?.isNamed !== true);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (isNeutral ? prepared.neutralText : prepared.text);
  const to = numbers[chosen];
  const send = useCommand((call) => call.calls.sendShortMessage, { said: () => null });
  const isHeld = to === undefined || text.trim() === '' || (!to.isNamed && statesAmount(text));
  const act = async (way: 'copied' | 'gateway') => {
    if (to === undefined || isHeld) return;
    if (way === 'copied' && !(await copyText(text))) {
      showToast({ message: words.notCopied, tone: 'danger' });
      return;
    }
    const { contactId, number } = to;
    const done = await send.run({ payerId, contactId, number, text, way });
    if (!done.isDone) return;
    showToast({ message: way === 'copied' ? words.copied : words.sent });
    onClose();
  };
  return (
    <div className={styles.mail}>
      {warnings.map((sentence) => (
        <Warning key={sentence} sentence={sentence} />
      ))}
      {problem !== null && <p className={styles.quiet}>{problem}</p>}
      <Numbers numbers={numbers} chosen={chosen} onChoose={setChosen} />
      <SegmentedControl
        value={isNeutral ? 'neutral' : 'amount'}
        data={[
          { value: 'amount', label: words.withAmount, disabled: problem !== null },
          { value: 'neutral', label: words.neutral },
        ]}
        onChange={(value) => {
          setNeutral(value === 'neutral');
          setTyped(null);
        }}
      />
      <Textarea
        label={words.text}
        data-autofocus
        autosize
        minRows={3}
        value={text}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Size text={text} />
      {to !== undefined && !to.isNamed && <p className={styles.quiet}>{words.unnamed}</p>}
      <div className={styles.buttons}>
        {hasGateway && (
          <Button
            variant="filled"
            loading={send.isRunning}
            disabled={isHeld}
            onClick={() => void act('gateway')}
          >
            {words.send}
          </Button>
        )}
        <Button
          variant={hasGateway ? 'default' : 'filled'}
          loading={send.isRunning}
          disabled={isHeld}
          onClick={() => void act('copied')}
        >
          {words.copy}
        </Button>
      </div>
    </div>
  );
}

function Numbers(props: {
  readonly numbers: Prepared['numbers'];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}) {
  const { numbers, chosen, onChoose } = props;
  const words = useText(callsScreenText).sms;
  if (numbers.length === 0) return <p className={styles.quiet}>{words.noNumber}</p>;
  return (
    <Select
      label={words.to}
      allowDeselect={false}
      data={numbers.map(({ name, number }, index) => ({
        value: String(index),
        label: words.named(name, number),
      }))}
      value={String(chosen)}
      onChange={(value) => {
        if (value !== null) onChoose(Number.parseInt(value, 10));
      }}
    />
  );
}

function Size({ text }: { readonly text: string }) {
  const words = useText(callsScreenText).sms;
  const language = useLanguage();
  const { signs, parts, isPlain } = shortMessageSize(text);
  const count = (value: number) => formatCount(value, { language });
  return (
    <p className={styles.quiet}>
      {words.size(count(signs), count(parts))}
      {isPlain ? '' : ` · ${words.unicode}`}
    </p>
  );
}

/** Puts a text on the clipboard; false where the window may not. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
