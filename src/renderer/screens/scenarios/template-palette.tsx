/** The fields a template may name, by subject; a click puts one in at the cursor. */
import { TextInput, Tooltip } from '@mantine/core';
import { useState } from 'react';
import {
  isBlockPlaceholder,
  isConditionPlaceholder,
  type Placeholder,
} from '../../../shared/domain/message/placeholders.ts';
import { PLACEHOLDER_ENTRIES, PLACEHOLDER_GROUPS } from '../../../shared/text/placeholders.ts';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import own from './template-editor.module.css';

export function TemplatePalette({ onInsert }: { readonly onInsert: (text: string) => void }) {
  const words = useText(scenariosText);
  const entries = useText(PLACEHOLDER_ENTRIES);
  const language = useLanguage();
  const [text, setText] = useState('');
  const wanted = plain(text.trim());
  const isWanted = (name: Placeholder) =>
    plain(`${name} ${entries[name].meaning}`).includes(wanted);
  return (
    <section className={own.palette} aria-label={words.palette}>
      <TextInput
        label={words.palette}
        placeholder={words.paletteFind}
        title={words.paletteHint}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={own.fields}>
        {PLACEHOLDER_GROUPS.map(({ title, names }) => {
          const found = names.filter(isWanted);
          if (found.length === 0) return null;
          return (
            <div key={title.fr}>
              <h3>{title[language]}</h3>
              <ul>
                {found.map((name) => (
                  <li key={name}>
                    <Tooltip
                      label={`${entries[name].meaning} – ${entries[name].example}`}
                      multiline
                      w={260}
                      position="left"
                    >
                      <button
                        type="button"
                        className={own.field}
                        onClick={() => onInsert(writtenField(name))}
                      >
                        {`{${name}}`}
                      </button>
                    </Tooltip>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** A block stands alone on its line; a condition opens and closes. */
function writtenField(name: Placeholder): string {
  if (isBlockPlaceholder(name)) return `\n{${name}}\n`;
  return isConditionPlaceholder(name) ? `{% if ${name} %}{% endif %}` : `{${name}}`;
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
