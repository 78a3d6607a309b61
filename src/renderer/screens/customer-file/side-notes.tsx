/** Under the items: why this rank, contacts; then terms, delays, and who the customer is. */
import { formatCount } from '../../../shared/format/number.ts';
import { customerFileText } from '../../../shared/text/screens/customer-file.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import { BehaviourNote } from './behaviour-note.tsx';
import { ContactList } from './contact-list.tsx';
import styles from './customer-file.module.css';
import { DelayChart } from './delay-chart.tsx';
import { DocumentList } from './document-list.tsx';
import { DunningNote } from './dunning-note.tsx';
import { IdentityNote } from './identity-note.tsx';
import { PayerFacts } from './payer-facts.tsx';
import { TermsNote } from './terms-note.tsx';
import type { CustomerFileData } from './use-customer.ts';

/** What one looks at before calling. */
export function CallNotes({ file }: { readonly file: CustomerFileData }) {
  return (
    <div className={styles.notes}>
      <WhyNote file={file} />
      <DunningNote file={file} />
      <ContactList file={file} />
      <DocumentList customerId={file.customerId} />
    </div>
  );
}

/** What changes seldom. */
export function StandingNotes({ file }: { readonly file: CustomerFileData }) {
  return (
    <div className={styles.notes}>
      <BehaviourNote file={file} />
      <PayerFacts file={file} />
      <TermsNote file={file} />
      <DelayChart file={file} />
      <IdentityNote file={file} />
    </div>
  );
}

function WhyNote({ file }: { readonly file: CustomerFileData }) {
  const words = useText(customerFileText);
  const language = useLanguage();
  const { ranking, promiseReliability: promises } = file;
  const rank = ranking?.rank ?? null;
  const count = (value: number) => formatCount(value, { language });
  return (
    <Section title={words.why} note={rank === null ? undefined : words.rank(count(rank))}>
      <p>{file.why}</p>
      {ranking !== null && (
        <ul className={styles.terms}>
          {ranking.terms.map((term) => (
            <li key={term.name}>{term.explanation}</li>
          ))}
        </ul>
      )}
      {promises.judged > 0 && (
        <p className={styles.quiet}>
          {words.reliability(count(promises.kept), count(promises.judged))}
        </p>
      )}
    </Section>
  );
}
