/** Leaving an editor with changes that are not kept is asked first, wherever one goes. */
import { useBlocker } from '@tanstack/react-router';
import { useRef } from 'react';
import { scenariosText } from '../../../shared/text/screens/scenarios.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useText } from '../../parts/reader.tsx';

export function useUnsaved(isChanged: boolean) {
  const isFree = useRef(false);
  const blocker = useBlocker({
    shouldBlockFn: () => isChanged && !isFree.current,
    enableBeforeUnload: () => isChanged && !isFree.current,
    withResolver: true,
  });
  return {
    blocker,
    /** What was typed is kept, or no longer wanted: one may go. */
    forget: () => {
      isFree.current = true;
    },
  };
}

export function LeaveDialog({ unsaved }: { readonly unsaved: ReturnType<typeof useUnsaved> }) {
  const words = useText(scenariosText);
  const { blocker } = unsaved;
  return (
    <ConfirmDialog
      isOpen={blocker.status === 'blocked'}
      title={words.leaveTitle}
      verb={words.leave}
      isDanger
      onConfirm={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {words.leaveWhy}
    </ConfirmDialog>
  );
}
