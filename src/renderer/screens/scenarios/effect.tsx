/** What saving a scenario changes in today's batch: a line while one edits, the whole on saving. */
import { Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { formatCount } from '../../../shared/format/number.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import type { ApiClient } from '../../api/client.ts';
import { failureOf } from '../../failure/failure.ts';
import { Amount } from '../../parts/amount.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { ErrorState, Skeleton } from '../../parts/states.tsx';
import styles from './scenarios.module.css';
import { Scrolled } from './scrolled.tsx';
import type { ScenarioDraft } from './use-scenario-draft.ts';

type Effect = Awaited<ReturnType<ApiClient['scenarios']['effect']>>;

export function EffectLine({ edited }: { readonly edited: ScenarioDraft }) {
  const words = useText(scenariosText);
  const { problems, effect } = edited;
  return (
    <div className={styles.foot} role="status" data-print="never">
      <strong>{words.effect}</strong>
      {problems.length > 0 ? (
        <span className={styles.wrong}>
          <IconAlertTriangle size={14} stroke={1.8} aria-hidden />{' '}
          {words.problemCount(problems.length)}
        </span>
      ) : edited.isChanged ? (
        <span>
          {effect.data !== undefined && edited.isEffectOfDraft ? (
            <InShort effect={effect.data} />
          ) : (
            words.effectWorking
          )}
        </span>
      ) : (
        <span className={styles.note}>{words.effectUnchanged}</span>
      )}
    </div>
  );
}

function InShort({ effect }: { readonly effect: Effect }) {
  const words = useText(scenariosText);
  if (effect.followerCount === 0) return words.noFollower;
  return effect.changedCount === 0 ? words.effectNone : words.effectOf(effect.changedCount);
}

export function EffectDialog(props: {
  readonly edited: ScenarioDraft;
  readonly isSaving: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
}) {
  const { edited, isSaving, onSave, onClose } = props;
  const words = useText(scenariosText);
  const { effect } = edited;
  const isReady = effect.data !== undefined && edited.isEffectOfDraft;
  return (
    <Dialog isOpen title={words.effect} size={760} onClose={onClose}>
      {effect.isError ? (
        <ErrorState failure={failureOf(effect.error)} onRetry={() => void effect.refetch()} />
      ) : isReady ? (
        <EffectTables effect={effect.data} />
      ) : (
        <Skeleton lines={5} />
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button onClick={onClose}>{words.cancel}</Button>
        <Button
          variant="filled"
          disabled={!isReady}
          loading={isSaving}
          onClick={onSave}
          data-autofocus
        >
          {words.save}
        </Button>
      </Group>
    </Dialog>
  );
}

function EffectTables({ effect }: { readonly effect: Effect }) {
  const words = useText(scenariosText);
  const language = useLanguage();
  const count = (figure: number) => formatCount(figure, { language });
  const { before, after, rows, changedCount, followerCount, guards } = effect;
  return (
    <div className={styles.effect}>
      <p className={styles.lead}>
        {followerCount === 0 ? words.noFollower : words.followers(count(followerCount))}{' '}
        {followerCount > 0 && changedCount === 0 && words.effectNone}
      </p>
      {guards.map((guard) => (
        <p key={guard} className={styles.guard}>
          {guard}
        </p>
      ))}
      <PlainTable
        label={words.effect}
        head={[words.today, end(words.before), end(words.after)]}
        rows={[
          {
            key: 'messages',
            cells: [words.messages, count(before.messageCount), count(after.messageCount)],
          },
          { key: 'tasks', cells: [words.tasks, count(before.taskCount), count(after.taskCount)] },
          {
            key: 'amount',
            cells: [
              words.amount,
              <Amount key="before" cents={before.amountCents} />,
              <Amount key="after" cents={after.amountCents} />,
            ],
          },
        ]}
      />
      {rows.length > 0 && (
        <Scrolled label={words.effectOf(changedCount)}>
          <PlainTable
            label={words.effectOf(changedCount)}
            head={[words.customer, words.before, words.after, end(words.amount)]}
            rows={rows.map((row) => ({
              key: row.payerId,
              cells: [
                row.name,
                row.before ?? words.nothing,
                row.after ?? words.nothing,
                <Amount key="amount" cents={row.amountCents} />,
              ],
            }))}
          />
          {changedCount > rows.length && (
            <p className={styles.note}>{words.moreRows(count(changedCount - rows.length))}</p>
          )}
        </Scrolled>
      )}
    </div>
  );
}
