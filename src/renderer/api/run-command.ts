/**
 * Runs a command once, whatever the connection does: the id stays the same over the tries, and a
 * command already recorded answers what it answered the first time.
 */
import { done, type Result, refused } from '../../shared/kernel/result.ts';
import { type Failure, failureOf } from '../failure/failure.ts';
import { newCommandId } from './command-id.ts';

const TRIES_MAX = 3;
const WAIT_MS = 400;

export async function runCommand<Input extends { commandId: string }, Answer>(
  send: (input: Input) => Promise<Answer>,
  input: Omit<Input, 'commandId'>,
): Promise<Result<Answer, Failure>> {
  const whole = { ...input, commandId: newCommandId() } as Input;
  for (let tried = 1; ; tried += 1) {
    try {
      return done(await send(whole));
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind !== 'unreachable' || tried === TRIES_MAX) return refused(failure);
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS * tried));
    }
  }
}
