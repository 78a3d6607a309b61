/** Where a mail server is and how the way to it is protected; each protection has its port. */
import { NumberInput, Select, TextInput } from '@mantine/core';
import { settingsMailText } from '../../../shared/text/screens/settings-mail.ts';
import { useText } from '../../parts/reader.tsx';

export type MailSecurity = 'starttls' | 'tls' | 'none';

export interface MailHost {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
}

/** `ports`: the usual port of each protection, the first one being what is proposed. */
export function MailHostFields(props: {
  readonly value: MailHost;
  readonly ports: Readonly<Record<MailSecurity, number>>;
  readonly onChange: (change: Partial<MailHost>) => void;
}) {
  const { value, ports, onChange } = props;
  const words = useText(settingsMailText);
  const securities = Object.keys(ports) as MailSecurity[];
  return (
    <>
      <TextInput
        label={words.host}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={value.host}
        onChange={(event) => onChange({ host: event.currentTarget.value.trim() })}
      />
      <Select
        label={words.security}
        allowDeselect={false}
        data={securities.map((key) => ({ value: key, label: words.securities[key] ?? key }))}
        value={value.security}
        description={value.security === 'none' ? words.noneHint : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(chosen) => {
          const security =
            securities.find((key) => key === chosen) ?? (securities[0] as MailSecurity);
          // A port typed by hand stays: it is what the provider gave.
          const isUsual = value.port === ports[value.security];
          onChange({ security, ...(isUsual && { port: ports[security] }) });
        }}
      />
      <NumberInput
        label={words.port}
        min={1}
        max={65_535}
        allowDecimal={false}
        clampBehavior="strict"
        value={value.port}
        onChange={(port) => {
          if (typeof port === 'number' && port > 0) onChange({ port });
        }}
      />
    </>
  );
}
