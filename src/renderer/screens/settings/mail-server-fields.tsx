/** The sending server: who provides it, where it is, how it knows who writes. */
import { Select, TextInput } from '@mantine/core';
import type { MailSettings } from '../../../shared/contract/dunning-settings.ts';
import { settingsMailText } from '../../../shared/text/screens/settings-mail.ts';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { MailHostFields } from './mail-host-fields.tsx';
import styles from './settings.module.css';
import type { SectionDraft } from './use-section.ts';

export type MailForm = SectionDraft<'mail'>;

type Server = Pick<MailSettings, 'host' | 'port' | 'security' | 'login'>;

const PROVIDERS: Readonly<Record<string, Server>> = {
  microsoft: { host: 'smtp.office365.com', port: 587, security: 'starttls', login: 'microsoft' },
  google: { host: 'smtp.gmail.com', port: 587, security: 'starttls', login: 'google' },
  ovh: { host: 'ssl0.ovh.net', port: 465, security: 'tls', login: 'password' },
  ionos: { host: 'smtp.ionos.fr', port: 465, security: 'tls', login: 'password' },
  orange: { host: 'smtp.orange.fr', port: 465, security: 'tls', login: 'password' },
};
const LOGINS = ['password', 'microsoft', 'google', 'none'] as const;
/** The port that goes with each way of encrypting. */
const PORTS = { starttls: 587, tls: 465, none: 25 } as const;

/** Whether a text can be an e-mail address: what is before and after the sign, without a space. */
export function isAddress(text: string): boolean {
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/u.test(text);
}

export function ServerFields({ form }: { readonly form: MailForm }) {
  const { value, change } = form;
  const words = useText(settingsMailText);
  const known = Object.entries(PROVIDERS).find(([, { host }]) => host === value.host);
  return (
    <Section title={words.server}>
      <div className={styles.pair}>
        <Select
          label={words.provider}
          description={words.providerHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          allowDeselect={false}
          data={[...Object.keys(PROVIDERS), 'other'].map((key) => ({
            value: key,
            label: words.providers[key] ?? key,
          }))}
          value={known?.[0] ?? 'other'}
          onChange={(key) => change(PROVIDERS[key ?? ''] ?? { host: '' })}
        />
        <MailHostFields value={value} ports={PORTS} onChange={change} />
        <LoginFields form={form} />
      </div>
    </Section>
  );
}

function LoginFields({ form }: { readonly form: MailForm }) {
  const { value, change } = form;
  const words = useText(settingsMailText);
  const isConsented = value.login === 'microsoft' || value.login === 'google';
  return (
    <>
      <Select
        label={words.login}
        allowDeselect={false}
        data={LOGINS.map((key) => ({ value: key, label: words.logins[key] ?? key }))}
        value={value.login}
        onChange={(chosen) => change({ login: LOGINS.find((key) => key === chosen) ?? 'password' })}
      />
      {value.login !== 'none' && (
        <TextInput
          label={words.user}
          description={words.userHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={value.user}
          onChange={(event) => change({ user: event.currentTarget.value.trim() })}
        />
      )}
      {isConsented && (
        <TextInput
          label={words.clientId}
          description={words.clientIdHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={value.clientId}
          onChange={(event) => change({ clientId: event.currentTarget.value.trim() })}
        />
      )}
      {value.login === 'microsoft' && (
        <TextInput
          label={words.tenant}
          description={words.tenantHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={value.tenant}
          onChange={(event) => change({ tenant: event.currentTarget.value.trim() })}
        />
      )}
    </>
  );
}
