/** To whom duplicates go, and what they will hold; what lacks is named before they leave. */
import { Autocomplete, Checkbox, Select } from '@mantine/core';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { useText } from '../../parts/reader.tsx';
import styles from './customer-file.module.css';
import type { Duplicates } from './use-duplicates.ts';

const LANGUAGES = ['fr', 'en'] as const;

export function DuplicatesFields({ duplicates }: { readonly duplicates: Duplicates }) {
  const words = useText(repliesText);
  const { preview, to, language, withStatement } = duplicates;
  if (preview === undefined) return null;
  const { found, missing, isFolderSet, lock, addresses } = preview;
  return (
    <>
      <div className={styles.row}>
        <Autocomplete
          className={styles.grow}
          label={words.to}
          data={addresses.map(({ address }) => address)}
          value={to}
          description={addresses.length === 0 ? words.noAddress : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          spellCheck={false}
          onChange={duplicates.setTo}
        />
        <Select
          label={words.language}
          allowDeselect={false}
          data={LANGUAGES.map((key) => ({ value: key, label: words.languages[key] ?? key }))}
          value={language}
          onChange={(key) => duplicates.setLanguage(key === 'en' ? 'en' : 'fr')}
        />
      </div>
      <Checkbox
        label={words.withStatement}
        checked={withStatement}
        onChange={(event) => duplicates.setStatement(event.currentTarget.checked)}
      />
      <p className={styles.quiet} role="status">
        {found.length > 0 && <span>{words.found(found.join(', '))} </span>}
        {missing.length > 0 && (
          <strong className={styles.lacking}>{words.missing(missing.join(', '))} </strong>
        )}
        {missing.length > 0 && !isFolderSet && <span>{words.noFolder} </span>}
        {lock}
      </p>
    </>
  );
}
