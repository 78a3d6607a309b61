/** Where one is in the assistant, and the file it is about. */
import { IconChevronRight } from '@tabler/icons-react';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { useText } from '../../../parts/reader.tsx';
import styles from './assistant.module.css';

export function StepLine(props: {
  readonly fileName: string;
  readonly step: 'recognised' | 'columns' | 'changes';
  readonly isTable: boolean;
}) {
  const { fileName, step, isTable } = props;
  const words = useText(importsText);
  const steps = isTable
    ? (['recognised', 'columns', 'changes'] as const)
    : (['recognised', 'changes'] as const);
  return (
    <>
      <ol className={styles.steps}>
        {steps.map((one, index) => (
          <li key={one} data-now={one === step || undefined} aria-current={stepOf(one === step)}>
            {index > 0 && <IconChevronRight size={14} stroke={1.6} aria-hidden />}
            {words.steps[one]}
          </li>
        ))}
      </ol>
      <span className={styles.fileName} title={fileName}>
        {fileName}
      </span>
    </>
  );
}

const stepOf = (isNow: boolean) => (isNow ? ('step' as const) : undefined);
