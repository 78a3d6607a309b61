/** Passwords and keys: in the system's keychain, or in memory where there is none. */

/** `memory` forgets with the process, and the screen says so. */
export type SecretStore = 'keychain' | 'memory';

export interface Secrets {
  /** Where secrets are kept on this machine; looked up once. */
  store(): Promise<SecretStore>;
  read(name: string): Promise<string | null>;
  write(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<void>;
}
