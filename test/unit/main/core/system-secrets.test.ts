import { describe, expect, test } from 'vitest';
import { type KeychainEntry, systemSecrets } from '../../../../src/main/core/system-secrets.ts';

function keychain() {
  const kept = new Map<string, string>();
  const entryOf = (name: string): KeychainEntry => ({
    getPassword: async () => kept.get(name) ?? null,
    setPassword: async (secret) => void kept.set(name, secret),
    deletePassword: async () => kept.delete(name),
  });
  return { kept, entryOf };
}

function absent(): KeychainEntry {
  const refuse = () => Promise.reject(new Error('no service'));
  return { getPassword: refuse, setPassword: refuse, deletePassword: refuse };
}

describe('a secret', () => {
  test('is kept in the keychain where there is one', async () => {
    const { kept, entryOf } = keychain();
    const secrets = systemSecrets(entryOf);
    expect(await secrets.store()).toBe('keychain');
    await secrets.write('smtp', 'un mot');
    expect([...kept]).toEqual([['smtp', 'un mot']]);
    expect(await secrets.read('smtp')).toBe('un mot');
    await secrets.remove('smtp');
    expect(await secrets.read('smtp')).toBeNull();
  });

  test('is kept in memory where there is none, and nowhere else', async () => {
    const secrets = systemSecrets(absent);
    expect(await secrets.store()).toBe('memory');
    await secrets.write('smtp', 'un mot');
    expect(await secrets.read('smtp')).toBe('un mot');
    expect(await systemSecrets(absent).read('smtp')).toBeNull();
    await secrets.remove('smtp');
    expect(await secrets.read('smtp')).toBeNull();
  });

  test('finds its store once', async () => {
    let asked = 0;
    const secrets = systemSecrets(() => {
      asked += 1;
      return absent();
    });
    await Promise.all([secrets.store(), secrets.store(), secrets.read('a')]);
    expect(asked).toBe(1);
  });
});
