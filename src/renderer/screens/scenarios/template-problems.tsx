/** What is wrong with a template; each leads to its place. */
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { useText } from '../../parts/reader.tsx';
import own from './template-editor.module.css';
import type { TemplateProblem } from './use-template-draft.ts';

export function TemplateProblems(props: {
  readonly problems: readonly TemplateProblem[];
  readonly onGo: (field: 'subject' | 'body', line: number | null, column: number | null) => void;
}) {
  const { problems, onGo } = props;
  const words = useText(scenariosText);
  if (problems.length === 0) {
    return (
      <p className={own.good} role="status">
        {words.noProblem}
      </p>
    );
  }
  return (
    <ul className={own.problems} aria-label={words.problems}>
      {problems.map(({ code, sentence, field, line, column, isOfTemplate }) => (
        <li key={`${code}-${field}-${line}-${column}-${sentence}`}>
          <button
            type="button"
            className={own.problem}
            data-soft={!isOfTemplate || undefined}
            onClick={() => onGo(field, line, column)}
          >
            <span className={own.place}>
              {field === 'subject' ? words.inSubject : words.inBody}
              {line !== null && `, ${words.at(line, column ?? 1)}`}
            </span>{' '}
            {sentence} {!isOfTemplate && words.onlyThisMessage}
          </button>
        </li>
      ))}
    </ul>
  );
}
