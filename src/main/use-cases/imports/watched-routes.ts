/** The procedures of `watchedFolder`: what waits there, taken or set aside by a person. */
import { recordFilesAside } from '../../ledger/stores/watched-files.ts';
import { api, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { lookAtWatchedFolder, placeOfWatched, watchedFiles } from './watched-folder.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds the area. */
export function watchedFolderRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return {
    files: api.watchedFolder.files.handler(({ context: call }) => watchedFiles(open(call))),
    look: api.watchedFolder.look.handler(async ({ context: call }) => {
      await lookAtWatchedFolder(context, open(call));
      return {};
    }),
    take: api.watchedFolder.take.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const uploadIds: string[] = [];
      for (const fileName of input.fileNames) {
        const path = placeOfWatched(company, fileName);
        if (path === null) throw errors.file_missing(NO_DETAIL);
        const taken = await context.uploads.adopt({ path, fileName });
        if (!taken.isDone) throw errors[taken.refusal](NO_DETAIL);
        uploadIds.push(taken.value.uploadId);
      }
      return { uploadIds };
    }),
    setAside: api.watchedFolder.setAside.handler(({ input, context: call, errors }) => {
      const { commandId, ...said } = input;
      const kind = 'watched_files_set_aside';
      const entry = { commandId, kind, customerId: null, payload: said };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        recordFilesAside(writer, entryId, said);
        return {};
      });
    }),
  };
}
