/** What can be done with a reply of the time line: say that it was read, open the mail itself. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconMailOpened } from '@tabler/icons-react';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import { useApi } from '../../api/connection.tsx';
import { saveFile } from '../../api/files.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { failureOf } from '../../failure/failure.ts';
import { failureSentence } from '../../failure/failure-sentence.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { showToast } from '../../parts/toast.tsx';

export function ReplyActions(props: {
  readonly replyId: number;
  readonly isRead: boolean;
  readonly hasFile: boolean;
}) {
  const { replyId, isRead, hasFile } = props;
  const api = useApi();
  const words = useText(repliesText);
  const language = useLanguage();
  const mark = useCommand((call) => call.outbox.markReplyRead, { said: () => words.markedRead });
  const open = async () => {
    try {
      await saveFile(api, (await api.call.outbox.replyFile({ replyId })).fileId);
    } catch (error) {
      showToast({ message: failureSentence(failureOf(error), language), tone: 'danger' });
    }
  };
  return (
    <>
      {!isRead && (
        <Button
          size="compact-xs"
          loading={mark.isRunning}
          onClick={() => void mark.run({ replyId })}
        >
          {words.markRead}
        </Button>
      )}
      {hasFile && (
        <Tooltip label={words.openFile}>
          <ActionIcon size={24} aria-label={words.openFile} onClick={() => void open()}>
            <IconMailOpened size={15} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  );
}
