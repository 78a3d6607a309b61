/** The payment terms of customers that none are known of, typed in words and read live. */
import { Alert, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PaymentTerms } from '../../../shared/domain/terms/payment-terms.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { describePaymentTerms } from '../../../shared/text/payment-terms.ts';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { useApi } from '../../api/connection.tsx';
import { useText } from '../../parts/reader.tsx';
import { SectionForm } from './section-form.tsx';
import { type Shown, useSection } from './use-section.ts';

export function TermsSection({ shown }: { readonly shown: Shown }) {
  const api = useApi();
  const words = useText(settingsText);
  const form = useSection('terms', shown);
  // What is written here is read back: the wording is the French one in both languages.
  const wordingOf = (terms: unknown) => describePaymentTerms(terms as PaymentTerms, 'fr');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? wordingOf(form.value.defaultTerms);
  const { data } = useQuery({
    ...api.query.settings.readTerms.queryOptions({ input: { text } }),
    placeholderData: keepPreviousData,
  });
  const read = async (wording: string) => {
    setTyped(wording);
    const answer = await api.call.settings.readTerms({ text: wording.slice(0, 200) });
    if (answer.terms !== null) form.change({ defaultTerms: answer.terms });
  };
  const drop = () => setTyped(null);
  const isRead = data?.terms != null;
  const understood =
    data?.label == null || data.exampleDueDate === null
      ? undefined
      : words.termsRead(data.label, formatDate(data.exampleDueDate));
  return (
    <SectionForm
      forms={[
        {
          ...form,
          forget: () => {
            drop();
            form.forget();
          },
          settle: () => {
            setTyped((now) => (now === typed ? null : now));
            form.settle();
          },
          toDefaults: () => {
            drop();
            form.toDefaults();
          },
        },
      ]}
      isValid={isRead}
      hasDefaults
    >
      <TextInput
        label={words.defaultTerms}
        placeholder={words.termsPlaceholder}
        maxLength={200}
        value={text}
        description={understood}
        error={data !== undefined && !isRead ? words.termsUnread : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        onChange={(event) => void read(event.currentTarget.value)}
      />
      {data?.isAboveLegalCap === true && (
        <Alert color="amber" icon={<IconAlertTriangle size={18} stroke={1.6} />}>
          {words.aboveCap}
        </Alert>
      )}
    </SectionForm>
  );
}
