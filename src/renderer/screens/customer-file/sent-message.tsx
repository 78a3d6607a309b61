/** A message of the time line, opened as it left: the copy that is kept, and its steps. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { outboxScreenText } from '../../../shared/text/screens/outbox.ts';
import { useText } from '../../parts/reader.tsx';
import { NoticePanel } from '../reminders/notice-panel.tsx';

export function SentMessage({ noticeId }: { readonly noticeId: number }) {
  const words = useText(outboxScreenText);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Tooltip label={words.open}>
        <ActionIcon size={22} aria-label={words.open} onClick={() => setOpen(true)}>
          <IconEye size={14} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      {isOpen && <NoticePanel noticeId={noticeId} onClose={() => setOpen(false)} />}
    </>
  );
}
