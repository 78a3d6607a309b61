/**
 * One section being edited: what stands, what was changed of it, and its saving.
 *
 *     const form = useSection('bank', shown);
 *     <TextInput value={form.value.iban} onChange={… form.change({ iban }) …} />
 *     <SectionForm forms={[form]}>…</SectionForm>
 */
import { useState } from 'react';
import type { Settings } from '../../../shared/contract/settings.ts';
import type { ApiClient } from '../../api/client.ts';

export type Shown = Awaited<ReturnType<ApiClient['settings']['show']>>;

export interface SectionDraft<Name extends keyof Settings = keyof Settings> {
  readonly name: Name;
  readonly value: Settings[Name];
  readonly defaults: Settings[Name];
  readonly isChanged: boolean;
  readonly isDefault: boolean;
  readonly change: (patch: Partial<Settings[Name]>) => void;
  /** Forgets what was typed. */
  readonly forget: () => void;
  /** This very value stands now: forgets it, and keeps what was typed since it was sent. */
  readonly settle: () => void;
  readonly toDefaults: () => void;
}

export function useSection<Name extends keyof Settings>(
  name: Name,
  shown: Shown,
): SectionDraft<Name> {
  const [draft, setDraft] = useState<Settings[Name] | null>(null);
  const stored = shown.settings[name];
  const defaults = shown.defaults[name];
  const value = draft ?? stored;
  return {
    name,
    value,
    defaults,
    isChanged: draft !== null && !isSame(draft, stored),
    isDefault: isSame(value, defaults),
    change: (patch) => setDraft(Object.assign({}, value, patch)),
    forget: () => setDraft(null),
    settle: () => setDraft((now) => (now === draft ? null : now)),
    toDefaults: () => setDraft(defaults),
  };
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
