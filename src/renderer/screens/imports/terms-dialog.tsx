/** Other terms for a whole group, typed in words and read as one types. */
import { Button, Group, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate } from '../../../shared/format/date.ts';
import { importsText } from '../../../shared/text/screens/imports.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { Badge } from '../../parts/badge.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useText } from '../../parts/reader.tsx';
import type { TermsGroup } from './terms-group.ts';
import { useCount } from './use-count.ts';

export function TermsDialog(props: { readonly group: TermsGroup; readonly onClose: () => void }) {
  const { group, onClose } = props;
  const api = useApi();
  const words = useText(importsText);
  const count = useCount();
  const [text, setText] = useState(group.label);
  const { data } = useQuery({
    ...api.query.settings.readTerms.queryOptions({ input: { text } }),
    placeholderData: keepPreviousData,
  });
  const confirm = useCommand((call) => call.imports.confirmTerms, {
    said: () => words.termsConfirmed(count(group.customerCount)),
  });
  const terms = data?.terms ?? null;
  const save = async () => {
    const outcome = await confirm.run({ customerIds: group.customerIds, terms });
    if (outcome.isDone) onClose();
  };
  const understood =
    data?.label == null || data.exampleDueDate === null
      ? null
      : words.termsRead(data.label, formatDate(data.exampleDueDate));
  return (
    <Dialog isOpen title={words.termsDialog(count(group.customerCount))} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (terms !== null) void save();
        }}
      >
        <TextInput
          label={words.termsWording}
          placeholder={words.termsPlaceholder}
          data-autofocus
          value={text}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          description={understood}
          error={data !== undefined && terms === null ? words.termsUnread : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {data?.isAboveLegalCap === true && <Badge tone="danger">{words.aboveCap}</Badge>}
        <Group justify="flex-end" mt="md" gap="xs">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            type="submit"
            variant="filled"
            disabled={terms === null}
            loading={confirm.isRunning}
          >
            {words.confirm}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
