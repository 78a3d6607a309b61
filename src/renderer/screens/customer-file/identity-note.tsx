/** Who the customer is: what the accounting says, and what is typed over it. */
import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { customersText } from '../../../shared/text/screens/customers.ts';
import { profileText } from '../../../shared/text/screens/profiles.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { AmountInput } from '../../parts/amount-input.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import styles from './customer-file.module.css';
import type { CustomerFileData } from './use-customer.ts';

const PROFILES = ['key_account', 'sme', 'sole_trader', 'consumer', 'public', 'group'] as const;
const METHODS = ['transfer', 'cheque', 'direct_debit', 'bill', 'card', 'cash'] as const;
const FLAGS = ['isVip', 'isDoNotChase'] as const;
const FLAG_OF = { isVip: 'vip', isDoNotChase: 'do_not_chase' } as const;

export function IdentityNote({ file }: { readonly file: CustomerFileData }) {
  const words = useText(customerFileText);
  const methods = useText(customersText).methods;
  const [isOpen, setOpen] = useState(false);
  const change = useCommand((call) => call.customers.change, { said: () => words.changed });
  const place = [...file.addressLines, `${file.postalCode ?? ''} ${file.city ?? ''}`.trim()];
  const facts: readonly (readonly [string, string | null])[] = [
    [words.siren, file.siren],
    [words.address, place.filter((line) => line !== '').join(', ')],
    [words.rep, file.repCode],
    [words.agency, file.agencyCode],
    [words.sector, file.sector],
    [words.size, file.size],
    [words.method, file.paymentMethod === null ? null : (methods[file.paymentMethod] ?? null)],
  ];
  return (
    <Section
      title={words.identity}
      actions={
        <Button variant="subtle" onClick={() => setOpen(true)}>
          {words.edit}
        </Button>
      }
    >
      <dl className={styles.facts}>
        {facts.map(([label, value]) =>
          value === null || value === '' ? null : <Fact key={label} label={label} value={value} />,
        )}
      </dl>
      <div className={styles.marks}>
        {FLAGS.map((flag) => (
          <Checkbox
            key={flag}
            label={words.flags[flag]}
            checked={file.flags.includes(FLAG_OF[flag])}
            onChange={(event) =>
              void change.run({
                customerId: file.customerId,
                changes: { [flag]: event.currentTarget.checked },
              })
            }
          />
        ))}
      </div>
      {isOpen && <IdentityForm file={file} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

function IdentityForm(props: { readonly file: CustomerFileData; readonly onClose: () => void }) {
  const { file, onClose } = props;
  const words = useText(customerFileText);
  const profiles = useText(profileText);
  const methods = useText(customersText).methods;
  const [draft, setDraft] = useState(() => draftOf(file));
  const change = useCommand((call) => call.customers.change, { said: () => words.changed });
  const save = async () => {
    const done = await change.run({ customerId: file.customerId, changes: changesOf(draft, file) });
    if (done.isDone) onClose();
  };
  const field = (
    key: 'name' | 'siren' | 'repCode' | 'agencyCode' | 'sector' | 'size' | 'postalCode' | 'city',
    label: string,
  ) => (
    <TextInput
      label={label}
      value={draft[key]}
      onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.value })}
    />
  );
  return (
    <Dialog isOpen title={words.identity} onClose={onClose} size={520}>
      <form
        className={styles.column}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {field('name', words.name)}
        <div className={styles.fields}>
          {field('siren', words.siren)}
          <Select
            label={words.profile}
            clearable
            value={draft.profile}
            data={PROFILES.map((value) => ({ value, label: profiles[value] ?? value }))}
            onChange={(value) =>
              setDraft({ ...draft, profile: PROFILES.find((one) => one === value) ?? null })
            }
          />
          <Select
            label={words.method}
            clearable
            value={draft.paymentMethod}
            data={METHODS.map((value) => ({ value, label: methods[value] ?? value }))}
            onChange={(value) =>
              setDraft({ ...draft, paymentMethod: METHODS.find((one) => one === value) ?? null })
            }
          />
        </div>
        <Textarea
          label={words.street}
          autosize
          minRows={2}
          maxLength={1000}
          value={draft.address}
          onChange={(event) => setDraft({ ...draft, address: event.currentTarget.value })}
        />
        <div className={styles.fields}>
          {field('postalCode', words.postalCode)}
          {field('city', words.city)}
        </div>
        <div className={styles.fields}>
          {field('repCode', words.rep)}
          {field('agencyCode', words.agency)}
          {field('sector', words.sector)}
          {field('size', words.size)}
        </div>
        <AmountInput
          label={words.figures.limit}
          value={draft.creditLimitCents}
          onChange={(creditLimitCents) => setDraft({ ...draft, creditLimitCents })}
        />
        <div className={styles.actions}>
          <Button type="submit" variant="filled" loading={change.isRunning}>
            {words.save}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function draftOf(file: CustomerFileData) {
  return {
    name: file.name,
    siren: file.siren ?? '',
    address: file.addressLines.join('\n'),
    postalCode: file.postalCode ?? '',
    city: file.city ?? '',
    repCode: file.repCode ?? '',
    agencyCode: file.agencyCode ?? '',
    sector: file.sector ?? '',
    size: file.size ?? '',
    profile: PROFILES.find((one) => one === file.profile) ?? null,
    paymentMethod: METHODS.find((one) => one === file.paymentMethod) ?? null,
    creditLimitCents: file.creditLimitCents,
  };
}

type Draft = ReturnType<typeof draftOf>;

/** Only what was changed is typed over the accounting; an emptied field gives its value back. */
function changesOf(draft: Draft, file: CustomerFileData) {
  const before = draftOf(file);
  const changed = Object.entries(draft).filter(
    ([key, value]) => value !== before[key as keyof Draft],
  );
  return Object.fromEntries(changed.map(([key, value]) => [key, value === '' ? null : value]));
}
