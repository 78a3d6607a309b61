/** The page for the IT department, to be copied into a ticket or printed alone. */
import { Button } from '@mantine/core';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import type { MailSettings } from '../../../shared/contract/dunning-settings.ts';
import { itSheet, itSheetText } from '../../../shared/text/it-sheet.ts';
import { settingsMailText } from '../../../shared/text/screens/settings-mail.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { showToast } from '../../parts/toast.tsx';
import styles from './settings.module.css';

export function ItSheet({ account }: { readonly account: MailSettings }) {
  const words = useText(settingsMailText);
  const parts = itSheet(account, useLanguage());
  const copy = async () => {
    await navigator.clipboard.writeText(itSheetText(parts));
    showToast({ message: words.sheetCopied });
  };
  return (
    <Section
      title={words.sheet}
      note={words.sheetLead}
      actions={
        <>
          <Button leftSection={<IconCopy size={15} stroke={1.6} />} onClick={() => void copy()}>
            {words.sheetCopy}
          </Button>
          <Button
            leftSection={<IconPrinter size={15} stroke={1.6} />}
            onClick={() => window.print()}
          >
            {words.sheetPrint}
          </Button>
        </>
      }
    >
      <div className={styles.sheet}>
        {parts.map(({ title, lines }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}
