/**
 * Runs a command and says what came of it.
 *
 *     const record = useCommand((call) => call.actions.recordPromise, {
 *       said: () => words.promiseNoted,
 *       undo: (answer) => (call, commandId) =>
 *         call.actions.cancelPromise({ commandId, promiseId: answer.promiseId, reason: 'undone' }),
 *     });
 *     const outcome = await record.run({ customerId, … });        without commandId
 *     if (outcome.isDone) …                                        what is on screen is up to date
 *
 * The id of the command is made here, a lost connection is tried again under the same id, and the
 * promise ends once the screens show the version that the command made. A refusal is told in a
 * toast, or left to the form with `tellsRefusal: false` (`record.failure`).
 */
import { useState } from 'react';
import type { Result } from '../../shared/kernel/result.ts';
import { partsText } from '../../shared/text/screens/parts.ts';
import { type Api, type ApiClient, NO_COMPANY } from '../api/client.ts';
import { newCommandId } from '../api/command-id.ts';
import { useApi, useConnection } from '../api/connection.tsx';
import { runCommand } from '../api/run-command.ts';
import { type Failure, failureOf } from '../failure/failure.ts';
import { failureSentence } from '../failure/failure-sentence.ts';
import { useLanguage, useText } from '../parts/reader.tsx';
import { showToast } from '../parts/toast.tsx';

type Send<Input, Answer> = (input: Input) => Promise<Answer>;
type Undo = (call: ApiClient, commandId: string) => Promise<unknown>;

export interface CommandOptions<Answer> {
  /** The toast after success; null for none. */
  readonly said?: (answer: Answer) => string | null;
  /** The command that takes it back, when there is one. */
  readonly undo?: (answer: Answer) => Undo | null;
  /** False when the form shows the refusal itself. */
  readonly tellsRefusal?: boolean;
}

export interface Command<Input, Answer> {
  readonly run: (input: Omit<Input, 'commandId'>) => Promise<Result<Answer, Failure>>;
  readonly isRunning: boolean;
  /** Why the last one was not done. */
  readonly failure: Failure | null;
  readonly forget: () => void;
}

/** A command of the company on screen. */
export function useCommand<Input extends { commandId: string }, Answer>(
  choose: (call: ApiClient) => Send<Input, Answer>,
  options: CommandOptions<Answer> = {},
): Command<Input, Answer> {
  return useCommandOf(useApi(), choose, options);
}

/** A command of no company: making one, opening the sample. */
export function useHostCommand<Input extends { commandId: string }, Answer>(
  choose: (call: ApiClient) => Send<Input, Answer>,
  options: CommandOptions<Answer> = {},
): Command<Input, Answer> {
  return useCommandOf(useConnection().host, choose, options);
}

function useCommandOf<Input extends { commandId: string }, Answer>(
  api: Api,
  choose: (call: ApiClient) => Send<Input, Answer>,
  options: CommandOptions<Answer>,
): Command<Input, Answer> {
  const { coherence } = useConnection();
  const language = useLanguage();
  const words = useText(partsText);
  const [running, setRunning] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);

  const settle = async (answer: unknown) => {
    const version = versionOf(answer);
    if (version !== null) await coherence.moveTo(api.companyKey, version);
    else if (api.companyKey === NO_COMPANY) await coherence.moveTo(NO_COMPANY, 0);
  };
  const takeBack = async (undo: Undo) => {
    try {
      await settle(await undo(api.call, newCommandId()));
      showToast({ message: words.undone });
    } catch (error) {
      const message = failureSentence(failureOf(error), language);
      showToast({ message, tone: 'danger' });
    }
  };
  const run = async (input: Omit<Input, 'commandId'>) => {
    setRunning((count) => count + 1);
    setFailure(null);
    const outcome = await runCommand(choose(api.call), input);
    if (outcome.isDone) {
      await settle(outcome.value);
      const message = options.said?.(outcome.value) ?? null;
      const undo = options.undo?.(outcome.value) ?? null;
      const way = undo === null ? null : { label: words.undo, run: () => void takeBack(undo) };
      if (message !== null) showToast({ message, ...(way !== null && { undo: way }) });
    } else {
      setFailure(outcome.refusal);
      if (options.tellsRefusal !== false) {
        showToast({ message: failureSentence(outcome.refusal, language), tone: 'danger' });
      }
    }
    setRunning((count) => count - 1);
    return outcome;
  };
  return { run, isRunning: running > 0, failure, forget: () => setFailure(null) };
}

function versionOf(answer: unknown): number | null {
  if (typeof answer !== 'object' || answer === null || !('version' in answer)) return null;
  return typeof answer.version === 'number' ? answer.version : null;
}
