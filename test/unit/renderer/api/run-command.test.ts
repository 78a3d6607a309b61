/** A command is recorded once, whatever the connection does. */
import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../../../src/renderer/api/run-command.ts';

interface Input {
  readonly commandId: string;
  readonly text: string;
}

describe('a command', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('has an id of its own', async () => {
    const sent: Input[] = [];
    const send = async (input: Input) => sent.push(input);
    await runCommand(send, { text: 'a' });
    await runCommand(send, { text: 'b' });
    expect(sent.map(({ text }) => text)).toEqual(['a', 'b']);
    expect(new Set(sent.map(({ commandId }) => commandId)).size).toBe(2);
  });

  test('is tried again under the same id when nobody answers', async () => {
    const ids: string[] = [];
    const send = async ({ commandId }: Input) => {
      ids.push(commandId);
      if (ids.length < 3) throw new TypeError('Failed to fetch');
      return { version: 4 };
    };
    const outcome = runCommand(send, { text: 'a' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await outcome).toEqual({ isDone: true, value: { version: 4 } });
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  test('is given up after three tries', async () => {
    let tries = 0;
    const outcome = runCommand(
      async (_input: Input) => {
        tries += 1;
        throw new TypeError('Failed to fetch');
      },
      { text: 'a' },
    );
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await outcome).toEqual({ isDone: false, refusal: { kind: 'unreachable' } });
    expect(tries).toBe(3);
  });

  test('that is refused is not tried again', async () => {
    let tries = 0;
    const outcome = await runCommand(
      async (_input: Input) => {
        tries += 1;
        throw new ORPCError('busy', { data: { detail: null } });
      },
      { text: 'a' },
    );
    const refusal = { kind: 'refused', code: 'busy', detail: null };
    expect(outcome).toEqual({ isDone: false, refusal });
    expect(tries).toBe(1);
  });
});
