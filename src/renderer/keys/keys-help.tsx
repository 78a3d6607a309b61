/** All keys of the moment, on `?`. */
import { useState } from 'react';
import { keysText } from '../../shared/text/screens/keys.ts';
import { Dialog } from '../parts/dialog.tsx';
import { KeyHint } from '../parts/key-hint.tsx';
import { useText } from '../parts/reader.tsx';
import { useKeyRegistry, useKeys } from './keys.tsx';
import styles from './keys-help.module.css';

interface Group {
  readonly name: string;
  readonly keys: readonly { readonly keys: string; readonly label: string }[];
}

export function KeysHelp() {
  const words = useText(keysText);
  const registry = useKeyRegistry();
  const [groups, setGroups] = useState<readonly Group[] | null>(null);
  const open = () => {
    const byName = new Map<string, Group['keys'][number][]>();
    for (const { group, bindings } of registry.active()) {
      const shown = bindings.filter((binding) => binding.label !== '');
      byName.set(group, [...(byName.get(group) ?? []), ...shown]);
    }
    const named = [...byName].map(([name, keys]) => ({ name, keys }));
    setGroups(named.filter((group) => group.keys.length > 0));
  };
  useKeys(words.everywhere, [{ keys: '?', label: words.help, run: open }], { isEverywhere: true });
  return (
    <Dialog isOpen={groups !== null} onClose={() => setGroups(null)} title={words.title} size={620}>
      <div className={styles.groups}>
        {groups?.map((group) => (
          <section key={group.name}>
            <h3 className={styles.name}>{group.name}</h3>
            <dl className={styles.list}>
              {group.keys.map((binding) => (
                <div key={binding.keys + binding.label} className={styles.row}>
                  <dt>{binding.label}</dt>
                  <dd>
                    <span className={styles.spoken}>{binding.keys}</span>
                    <KeyHint keys={binding.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
