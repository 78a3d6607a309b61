/** A window that may not call the application: why, and how to open one that may. */
import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { frameText } from '../../shared/text/screens/frame.ts';
import type { SessionRefusal } from '../api/session.ts';
import { useText } from '../parts/reader.tsx';
import { EmptyState } from '../parts/states.tsx';
import { BarePage } from './bare-page.tsx';

export function NoSession({ code }: { code: SessionRefusal }) {
  const words = useText(frameText);
  const sentence = {
    no_session: words.noSession,
    launch_code_refused: words.launchRefused,
    unreachable: words.hostUnreachable,
  }[code];
  return (
    <BarePage>
      <EmptyState
        icon={<IconPlugConnectedX size={28} stroke={1.4} />}
        sentence={sentence}
        action={<Button onClick={() => window.location.reload()}>{words.retry}</Button>}
      />
    </BarePage>
  );
}
