/** What one reads before dialling: why, what speaks against it, what to say. */
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import styles from './calls.module.css';
import type { Sheet } from './sheet.ts';
import { Reason, Warning } from './today-tab.tsx';

export function SheetNotes({ sheet }: { readonly sheet: Sheet }) {
  const { row, script, scriptProblem, voicemail, step } = sheet;
  const words = useText(callsScreenText);
  return (
    <>
      {row.warnings.map((sentence) => (
        <Warning key={sentence} sentence={sentence} />
      ))}
      {row.reasons.length > 0 && (
        <Section
          title={words.why}
          note={step === null ? undefined : words.step(step.label, step.scenarioName)}
        >
          <ul className={styles.reasons}>
            {row.reasons.map((reason) => (
              <li key={`${reason.kind}${reason.sentence}`}>
                <Reason reason={reason} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.script}>
        <p className={styles.rule}>{words.rule}</p>
        {script === null ? (
          <p className={styles.quiet}>{scriptProblem}</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long script scrolls by the keyboard.
          <section className={styles.script} tabIndex={0} aria-label={script.title}>
            {script.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        )}
      </Section>
      <Section title={words.voicemail}>
        <p className={styles.voicemail}>{voicemail}</p>
      </Section>
    </>
  );
}
