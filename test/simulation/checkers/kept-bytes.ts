/** What left is kept to the byte, can be read again, and is named by one Message-ID. */
import { readKeptFile } from '../../../src/main/use-cases/files/kept-files.ts';
import { messageIdOf } from '../mail-world.ts';
import { type Checker, same } from './checker.ts';

const WHOLLY_EVERY_DAYS = 10;

export const keptBytes: Checker = async ({ ledger, folder, mail, company, day, dayNumber }) => {
  const isWhole = dayNumber % WHOLLY_EVERY_DAYS === 0;
  const arrived = mail.arrived.filter((one) => isWhole || one.day === day);
  const [sample] = arrived;
  for (const { messageId, bytes } of arrived) {
    const files = ledger.read(({ connection }) =>
      connection
        .prepare<[string], { noticeId: number; sha256: string | null }>(`
SELECT n.notice_id AS noticeId, (SELECT file_sha256 FROM notice_event
    WHERE notice_id = n.notice_id AND file_sha256 IS NOT NULL ORDER BY seq DESC LIMIT 1) AS sha256
FROM notice AS n WHERE n.message_id = ?`)
        .all(messageId),
    );
    same(`messages called ${messageId}`, files.length, 1);
    const [file] = files;
    const kept = await readKeptFile(folder.filesPath, file?.sha256 ?? '');
    if (kept === null) throw new Error(`The bytes of ${messageId} are not kept.`);
    same(`the bytes of ${messageId}`, kept.equals(bytes), true);
    same('its name', messageIdOf(kept), messageId);
    if (messageId !== sample?.messageId) continue;
    const { fileName } = await company.call.outbox.file({ noticeId: file?.noticeId ?? 0 });
    same('the name of its file', fileName.endsWith('.eml'), true);
  }
};
