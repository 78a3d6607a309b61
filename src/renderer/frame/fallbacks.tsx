/** What stands in place of a screen that does not exist or could not be drawn. */
import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { frameText } from '../../shared/text/screens/frame.ts';
import { useText } from '../parts/reader.tsx';
import { EmptyState } from '../parts/states.tsx';
import { useGo } from './navigation.ts';

export function Unknown() {
  const words = useText(frameText);
  const go = useGo();
  return (
    <EmptyState
      sentence={words.unknownScreen}
      action={<Button onClick={() => go('/priorities')}>{words.toPriorities}</Button>}
    />
  );
}

export function Broken() {
  const words = useText(frameText);
  const router = useRouter();
  return (
    <div role="alert">
      <EmptyState
        sentence={`${words.screenFailed}. ${words.screenFailedWhy}`}
        action={<Button onClick={() => void router.invalidate()}>{words.reload}</Button>}
      />
    </div>
  );
}
