/** Whom to call, by role, one click away; and their details to correct. */
import { ActionIcon, Button, Select, TextInput, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Contact } from '../../../shared/contract/customers.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import styles from './customer-file.module.css';
import type { CustomerFileData } from './use-customer.ts';

type Draft = Omit<Contact, 'origin'>;

const ROLES: readonly Contact['role'][] = [
  'accounting',
  'decision',
  'sales',
  'dispute',
  'head_office',
  'site',
  'other',
];
const EMPTY: Draft = {
  contactId: null,
  name: '',
  role: 'accounting',
  email: null,
  phone: null,
  mobile: null,
  comment: '',
};

export function ContactList({ file }: { readonly file: CustomerFileData }) {
  const words = useText(customerFileText);
  const [draft, setDraft] = useState<Draft | null>(null);
  return (
    <Section
      title={words.contacts}
      actions={
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} stroke={1.6} />}
          onClick={() => setDraft(EMPTY)}
        >
          {words.addContact}
        </Button>
      }
    >
      {file.contacts.length === 0 && <p className={styles.quiet}>{words.noContact}</p>}
      <ul className={styles.contacts}>
        {file.contacts.map((contact) => (
          <ContactLine
            key={`${contact.contactId}${contact.name}`}
            contact={contact}
            onEdit={() => setDraft(contact)}
          />
        ))}
      </ul>
      {draft !== null && (
        <ContactForm customerId={file.customerId} first={draft} onClose={() => setDraft(null)} />
      )}
    </Section>
  );
}

function ContactLine(props: { readonly contact: Contact; readonly onEdit: () => void }) {
  const { contact, onEdit } = props;
  const words = useText(customerFileText);
  const remove = useCommand((call) => call.actions.removeContact, {
    said: () => words.contactRemoved,
  });
  const { contactId } = contact;
  return (
    <li className={styles.contact}>
      <span>
        <strong>{contact.name}</strong>{' '}
        <span className={styles.quiet}>
          {words.roles[contact.role]}
          {contact.origin === 'stated' ? ` · ${words.stated}` : ''}
        </span>
        <span className={styles.ways}>
          {[contact.phone, contact.mobile].map((number) =>
            number === null || number === '' ? null : (
              <a key={number} href={`tel:${number.replace(/[^+\d]/g, '')}`}>
                {number}
              </a>
            ),
          )}
          {contact.email !== null && contact.email !== '' && (
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          )}
        </span>
      </span>
      <span>
        <Tooltip label={words.edit}>
          <ActionIcon size={24} aria-label={`${words.edit} ${contact.name}`} onClick={onEdit}>
            <IconPencil size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        {contactId !== null && (
          <Tooltip label={words.remove}>
            <ActionIcon
              size={24}
              aria-label={`${words.remove} ${contact.name}`}
              onClick={() => void remove.run({ contactId })}
            >
              <IconTrash size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </span>
    </li>
  );
}

function ContactForm(props: {
  readonly customerId: number;
  readonly first: Draft;
  readonly onClose: () => void;
}) {
  const { customerId, first, onClose } = props;
  const words = useText(customerFileText);
  const [draft, setDraft] = useState(first);
  const record = useCommand((call) => call.actions.recordContact, {
    said: () => words.contactSaved,
  });
  const { name, role, comment } = draft;
  const filled = (text: string | null) =>
    text === null || text.trim() === '' ? null : text.trim();
  const save = async () => {
    const email = filled(draft.email);
    const contact = {
      name,
      role,
      email,
      phone: filled(draft.phone),
      mobile: filled(draft.mobile),
      comment,
    };
    const done = await record.run({ customerId, contactId: draft.contactId, contact });
    if (done.isDone) onClose();
  };
  const field = (key: 'name' | 'email' | 'phone' | 'mobile' | 'comment') => (
    <TextInput
      label={words[key]}
      data-autofocus={key === 'name' || undefined}
      value={draft[key] ?? ''}
      onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.value })}
    />
  );
  return (
    <Dialog isOpen title={words.contacts} onClose={onClose} size={460}>
      <form
        className={styles.column}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {field('name')}
        <Select
          label={words.role}
          allowDeselect={false}
          value={role}
          data={ROLES.map((value) => ({ value, label: words.roles[value] }))}
          onChange={(value) =>
            setDraft({ ...draft, role: ROLES.find((one) => one === value) ?? 'other' })
          }
        />
        {field('email')}
        {field('phone')}
        {field('mobile')}
        {field('comment')}
        <div className={styles.actions}>
          <Button
            type="submit"
            variant="filled"
            loading={record.isRunning}
            disabled={name.trim() === ''}
          >
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
