/** The files of the watched folder, one a line, with what each is and what can be done. */
import { Button } from '@mantine/core';
import type { WatchedFile } from '../../../../shared/contract/watched-folder.ts';
import { formatSize } from '../../../../shared/format/size.ts';
import { problemSentence } from '../../../../shared/text/problems.ts';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { watchedFolderText } from '../../../../shared/text/screens/watched-folder.ts';
import { useCommand } from '../../../commands/use-command.tsx';
import { Badge } from '../../../parts/badge.tsx';
import { PlainTable } from '../../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../../parts/reader.tsx';
import styles from '../imports.module.css';

/** Whole, of a kind that can go in, not in yet and not set aside. */
export function isWaiting({ format, isImported, isAside }: WatchedFile): boolean {
  return format !== null && format !== 'refused' && !isImported && !isAside;
}

export function WatchedList(props: {
  readonly files: readonly WatchedFile[];
  readonly isBusy: boolean;
  readonly onOpen: (files: readonly WatchedFile[]) => Promise<void>;
}) {
  const { files, isBusy, onOpen } = props;
  const words = useText(watchedFolderText);
  return (
    <div className={styles.watchedList}>
      <PlainTable
        label={words.title}
        head={[words.file, words.what, words.actions]}
        rows={files.map((file) => ({
          key: file.fileName,
          cells: [
            file.fileName,
            <What key="what" file={file} />,
            <span key="acts" className={styles.buttons}>
              {isWaiting(file) && (
                <Button
                  size="compact-sm"
                  disabled={isBusy}
                  aria-label={words.openOf(file.fileName)}
                  onClick={() => void onOpen([file])}
                >
                  {words.open}
                </Button>
              )}
              <AsideButton file={file} />
            </span>,
          ],
        }))}
      />
    </div>
  );
}

function What({ file }: { readonly file: WatchedFile }) {
  const words = useText(watchedFolderText);
  const common = useText(importsText);
  const language = useLanguage();
  const { format, code, profileName, isImported, isAside } = file;
  if (format === null) return <span className={styles.quiet}>{words.copying}</span>;
  const kind = common.formats[format] ?? format;
  const size = formatSize(file.sizeBytes, { language });
  const sentence =
    code === null
      ? `${profileName === null ? kind : words.profile(kind, profileName)} · ${size}`
      : problemSentence({ code, value: '' }, language);
  return (
    <span>
      {sentence} {isImported && <Badge>{words.imported}</Badge>}{' '}
      {isAside && <Badge>{words.isAside}</Badge>}
    </span>
  );
}

function AsideButton({ file }: { readonly file: WatchedFile }) {
  const words = useText(watchedFolderText);
  const { fileSha256, fileName, isAside, isImported } = file;
  const set = useCommand((call) => call.watchedFolder.setAside, {
    said: () => (isAside ? words.takenBack(fileName) : words.setAside(fileName)),
    undo: () => (call, commandId) =>
      call.watchedFolder.setAside({
        commandId,
        fileSha256s: fileSha256 === null ? [] : [fileSha256],
        isAside,
      }),
  });
  if (fileSha256 === null || (isImported && !isAside)) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      loading={set.isRunning}
      aria-label={isAside ? words.backOf(fileName) : words.asideOf(fileName)}
      onClick={() => void set.run({ fileSha256s: [fileSha256], isAside: !isAside })}
    >
      {isAside ? words.back : words.aside}
    </Button>
  );
}
