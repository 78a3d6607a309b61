/** Duplicates of the ticked items: whom to, which PDFs are known, and their sending. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useCommand } from '../../commands/use-command.tsx';
import { useText } from '../../parts/reader.tsx';

export type DuplicatesPreview = Awaited<ReturnType<ApiClient['outbox']['duplicatesPreview']>>;
type MessageLanguage = DuplicatesPreview['language'];

export interface Duplicates {
  readonly preview: DuplicatesPreview | undefined;
  readonly to: string;
  readonly language: MessageLanguage;
  readonly withStatement: boolean;
  readonly setTo: (address: string) => void;
  readonly setLanguage: (language: MessageLanguage) => void;
  readonly setStatement: (withStatement: boolean) => void;
  /** Something is ticked, there is an address, and nothing stands in the way. */
  readonly canSend: boolean;
  readonly isRunning: boolean;
  /** True once it is on its way. */
  readonly send: () => Promise<boolean>;
}

export function useDuplicates(customerId: number, ticked: ReadonlySet<number>): Duplicates {
  const api = useApi();
  const words = useText(repliesText);
  const [to, setTo] = useState<string | null>(null);
  const [language, setLanguage] = useState<MessageLanguage | null>(null);
  const [withStatement, setStatement] = useState(true);
  const receivableIds = [...ticked].sort((a, b) => a - b);
  const { data: preview } = useQuery({
    ...api.query.outbox.duplicatesPreview.queryOptions({ input: { customerId, receivableIds } }),
    placeholderData: keepPreviousData,
  });
  const command = useCommand((call) => call.outbox.sendDuplicates, {
    said: ({ joinedCount, missing }) => words.sent(joinedCount, missing.join(', ')),
  });
  const address = to ?? preview?.addresses[0]?.address ?? '';
  const chosen = language ?? preview?.language ?? 'fr';
  const canSend = ticked.size > 0 && address !== '' && preview?.lock === null;
  return {
    preview,
    to: address,
    language: chosen,
    withStatement,
    setTo,
    setLanguage,
    setStatement,
    canSend,
    isRunning: command.isRunning,
    send: async () => {
      if (!canSend) return false;
      const wanted = { customerId, receivableIds, to: address, language: chosen, withStatement };
      return (await command.run(wanted)).isDone;
    },
  };
}
