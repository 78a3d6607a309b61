/**
 * The mail account: how messages leave, who writes, what goes with them; then its secrets, its
 * trial step by step, a message to oneself, and the page for the IT department.
 */
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { settingsMailText } from '../../../shared/text/screens/settings-mail.ts';
import { useApi } from '../../api/connection.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { ItSheet } from './it-sheet.tsx';
import { MailCheck } from './mail-check.tsx';
import { JoinedFields, SenderFields } from './mail-content-fields.tsx';
import { MailSecrets } from './mail-secrets.tsx';
import { isAddress, type MailForm, ServerFields } from './mail-server-fields.tsx';
import type { MailStatus } from './mail-status.ts';
import { MailTest } from './mail-test.tsx';
import { SectionForm } from './section-form.tsx';
import styles from './settings.module.css';
import { type Shown, useSection } from './use-section.ts';

export function MailSection({ shown }: { readonly shown: Shown }) {
  const api = useApi();
  const form = useSection('mail', shown);
  const status = useQuery(api.query.outbox.mailStatus.queryOptions());
  const { mail } = shown.settings;
  const isSmtp = form.value.transport === 'smtp';
  return (
    <>
      <div className={styles.parts} data-print="never">
        <SectionForm forms={[form]} isValid={areFilledRight(form)}>
          <Transport form={form} status={status.data} />
          {isSmtp && <ServerFields form={form} />}
          <SenderFields form={form} />
          <JoinedFields form={form} isSaved={!form.isChanged} />
        </SectionForm>
        {status.data !== undefined && mail.transport === 'smtp' && (
          <MailSecrets mail={mail} status={status.data} isSaved={!form.isChanged} />
        )}
        <MailCheck isSaved={!form.isChanged} />
        <MailTest
          shown={shown}
          isSaved={!form.isChanged}
          testedOn={status.data?.testedOn ?? null}
        />
      </div>
      {isSmtp && <ItSheet account={form.value} />}
    </>
  );
}

function Transport(props: { readonly form: MailForm; readonly status: MailStatus | undefined }) {
  const { form, status } = props;
  const words = useText(settingsMailText);
  return (
    <Section title={words.transport}>
      <div>
        <SegmentedControl
          aria-label={words.transport}
          value={form.value.transport}
          data={(['folder', 'smtp'] as const).map((value) => ({
            value,
            label: words.transports[value] ?? value,
          }))}
          onChange={(chosen) => form.change({ transport: chosen === 'smtp' ? 'smtp' : 'folder' })}
        />
      </div>
      {status?.isSample === true && <p className={styles.lead}>{words.sampleHint}</p>}
      {status !== undefined && (form.value.transport === 'folder' || status.isSample) && (
        <p className={styles.lead}>{words.folderHint(status.folder)}</p>
      )}
    </Section>
  );
}

/** Addresses typed are addresses, or nothing. */
function areFilledRight({ value }: MailForm): boolean {
  return [value.fromAddress, value.replyTo, value.bcc].every(
    (address) => address === '' || isAddress(address),
  );
}
