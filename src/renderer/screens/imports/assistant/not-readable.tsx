/** A file that can't go in, with what it is and what to do instead. */
import { Button } from '@mantine/core';
import { IconFileX } from '@tabler/icons-react';
import { problemSentence } from '../../../../shared/text/problems.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import { Screen } from '../../../parts/screen.tsx';
import { EmptyState } from '../../../parts/states.tsx';
import type { Recognised } from './recognised.ts';
import { StepLine } from './step-line.tsx';

export function NotReadable(props: { readonly file: Recognised; readonly onLeave: () => void }) {
  const { file, onLeave } = props;
  const words = useText(importsText);
  const language = useLanguage();
  const sentence = problemSentence(
    { code: file.code ?? 'file_not_recognised', value: '' },
    language,
  );
  return (
    <Screen
      title={words.title}
      filters={<StepLine fileName={file.fileName} step="recognised" isTable={false} />}
    >
      <EmptyState
        icon={<IconFileX size={28} stroke={1.4} />}
        sentence={sentence}
        action={
          <Button variant="filled" onClick={onLeave}>
            {words.chooseOther}
          </Button>
        }
      />
    </Screen>
  );
}
