/** How a template reads, for a real customer or for the made-up one: as mail, or as text alone. */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { failureOf } from '../../failure/failure.ts';
import { MailPreview } from '../../parts/mail-preview.tsx';
import { useText } from '../../parts/reader.tsx';
import { EmptyState, ErrorState, Skeleton } from '../../parts/states.tsx';
import { CustomerPicker } from './customer-picker.tsx';
import styles from './scenarios.module.css';
import own from './template-editor.module.css';
import type { TemplateDraft } from './use-template-draft.ts';

/** Kinds that are never mail: what is read is their text. */
const TEXT_ONLY: readonly string[] = ['sms', 'call_script'];

export function TemplatePreview({ edited }: { readonly edited: TemplateDraft }) {
  const words = useText(scenariosText);
  const [form, setForm] = useState<'html' | 'text'>('html');
  const isTextOnly = TEXT_ONLY.includes(edited.draft.kind);
  const { customer, preview } = edited;
  return (
    <section className={own.preview} aria-label={words.preview}>
      <div className={own.previewHead}>
        <CustomerPicker
          label={words.previewFor}
          value={customer}
          onChange={edited.setCustomer}
          placeholder={words.example}
          width={250}
        />
        <span className={styles.space} />
        {!isTextOnly && (
          <SegmentedControl
            aria-label={words.preview}
            value={form}
            data={[
              { value: 'html', label: words.previewHtml },
              { value: 'text', label: words.previewText },
            ]}
            onChange={(value) => setForm(value === 'text' ? 'text' : 'html')}
          />
        )}
      </div>
      {preview.isError ? (
        <ErrorState failure={failureOf(preview.error)} onRetry={() => void preview.refetch()} />
      ) : preview.data === undefined ? (
        <Skeleton lines={10} />
      ) : preview.data.html === '' ? (
        <EmptyState sentence={words.previewOnceRight} />
      ) : (
        <>
          <dl className={own.line}>
            <div>
              <dt>{words.previewTo}</dt>
              <dd>{preview.data.recipient}</dd>
            </div>
            <div>
              <dt>{words.subject}</dt>
              <dd>
                <strong>{preview.data.subject}</strong>
              </dd>
            </div>
          </dl>
          <div className={own.shown}>
            {isTextOnly || form === 'text' ? (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls.
              <pre className={own.plain} tabIndex={0}>
                {preview.data.text}
              </pre>
            ) : (
              <MailPreview title={words.previewTitle} html={preview.data.html} />
            )}
          </div>
          {customer !== null && <span className={styles.note}>{words.previewMadeUp}</span>}
        </>
      )}
    </section>
  );
}
