/**
 * Secrets in the system's keychain, the same one in both hosts.
 *
 * On Linux the secret service is asked for by name: what the library would fall back to, the
 * kernel's keyring, forgets at the next start of the machine while saying nothing. Where no
 * keychain answers in time, secrets stay in memory and are asked for again next time.
 */
import { AsyncEntry } from '@napi-rs/keyring';
import type { SecretStore, Secrets } from '../ports/secrets.ts';

const SERVICE = 'Encours';
const PROBE = 'probe';
const ANSWER_MS_MAX = 2000;

/** What the keychain does with one secret. */
export interface KeychainEntry {
  getPassword(signal?: AbortSignal): Promise<string | null>;
  setPassword(secret: string): Promise<void>;
  deletePassword(): Promise<boolean>;
}

/** `entryOf` reaches one secret of the keychain by its name. */
export function systemSecrets(entryOf: (name: string) => KeychainEntry = keychainEntry): Secrets {
  const inMemory = new Map<string, string>();
  let known: Promise<SecretStore> | null = null;

  const store = () => {
    // Without a session bus, making the entry throws before anything can be asked of it.
    known ??= Promise.resolve()
      .then(() => entryOf(PROBE).getPassword(AbortSignal.timeout(ANSWER_MS_MAX)))
      .then(
        () => 'keychain' as const,
        () => 'memory' as const,
      );
    return known;
  };
  return {
    store,
    async read(name) {
      const isKept = (await store()) === 'keychain';
      return isKept ? entryOf(name).getPassword() : (inMemory.get(name) ?? null);
    },
    async write(name, secret) {
      if ((await store()) === 'keychain') await entryOf(name).setPassword(secret);
      else inMemory.set(name, secret);
    },
    async remove(name) {
      if ((await store()) === 'keychain') await entryOf(name).deletePassword();
      else inMemory.delete(name);
    },
  };
}

function keychainEntry(name: string): KeychainEntry {
  return new AsyncEntry(SERVICE, name, { linux: { store: 'secret-service' } });
}
