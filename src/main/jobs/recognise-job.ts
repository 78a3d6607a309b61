/** Looks at a file: what it is, and for a table what its columns seem to be. */
import { open } from 'node:fs/promises';
import { done, refused } from '../../shared/kernel/result.ts';
import { readFecFileName } from '../intake/fec/file-name.ts';
import { binaryKindOf } from '../intake/file-kind.ts';
import { RECOGNISE_BYTES, recogniseFile, refusalOfUnknown } from '../intake/recognise.ts';
import { fitProfile, recogniseProfile } from '../intake/table/fit-profile.ts';
import { parseProfile } from '../intake/table/profile-schema.ts';
import { proposeMapping } from '../intake/table/propose-mapping.ts';
import { type SniffedTable, sniffTable } from '../intake/table/sniff-table.ts';
import type { JobRun } from '../ports/jobs.ts';
import type { Recognised, RecogniseInput } from '../use-cases/imports/file-jobs.ts';

type Answer = Omit<Recognised, 'sameAsImportId'>;

const SAMPLES = 5;

export const run: JobRun<RecogniseInput, Answer> = async (input) => {
  const head = await firstBytesOf(input.path);
  const kind = recogniseFile(head, input.fileName);
  const base = {
    fileName: input.fileName,
    sizeBytes: input.sizeBytes,
    siren: readFecFileName(input.fileName).siren,
    code: null,
    table: null,
  };
  if (kind === 'fec' || kind === 'isa' || kind === 'edi') return done({ ...base, format: kind });
  if (kind === 'bank' || kind === 'einvoice') return done({ ...base, format: kind });
  // What a PDF carries inside, and of which invoice an archive is, is seen when they are read.
  if (kind === 'pdf' || isInvoiceArchive(head)) return done({ ...base, format: 'einvoice' });
  if (kind === 'unknown') return done({ ...base, format: 'refused', code: refusalOfUnknown(head) });
  const choice = input.sheetName === null ? {} : { sheetName: input.sheetName };
  const sniffed = await sniffTable(input.path, choice);
  if (!sniffed.isDone) return done({ ...base, format: 'refused', code: sniffed.refusal.code });
  return done({ ...base, format: 'table', table: tableOf(sniffed.value, input.savedProfiles) });
};

/** Of the header of an entry of a zip, before its name. */
const ZIP_HEADER_BYTES = 30;

/** A zip whose first entry is a PDF or an XML file at no place of a workbook. */
function isInvoiceArchive(head: Uint8Array): boolean {
  if (binaryKindOf(head) !== 'zip' || head.length < ZIP_HEADER_BYTES) return false;
  const file = Buffer.from(head);
  const name = file.toString('latin1', ZIP_HEADER_BYTES, ZIP_HEADER_BYTES + file.readUInt16LE(26));
  return /\.(pdf|xml)$/i.test(name) && !/^(\[Content_Types\]|xl\/|docProps\/)/i.test(name);
}

async function firstBytesOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(
      Buffer.alloc(RECOGNISE_BYTES),
      0,
      RECOGNISE_BYTES,
      0,
    );
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function tableOf(table: SniffedTable, saved: readonly unknown[]): NonNullable<Answer['table']> {
  const { layout } = table;
  const isText = layout.format === 'csv';
  return {
    sheetNames: [...table.sheetNames],
    sheetName: isText ? null : layout.sheetName,
    encoding: isText ? layout.encoding : 'xlsx',
    separator: isText ? layout.separator : null,
    headerRow: layout.headerLine ?? 0,
    columns: table.columns.map(({ name, columnIndex }) => ({
      name,
      samples: table.shownRows.slice(0, SAMPLES).map((row) => row[columnIndex] ?? ''),
    })),
    rows: table.shownRows.map((row) => [...row]),
    rowCountEstimate: table.rowCountEstimate,
    ...profileOf(table, saved),
  };
}

/** A saved profile that still fits wins over what can be guessed. */
function profileOf(table: SniffedTable, saved: readonly unknown[]) {
  const known = recogniseProfile(
    table,
    saved.flatMap((one) => parseProfile(one) ?? []),
  );
  const fitted = known === null ? refused(null) : fitProfile(known, table);
  if (fitted.isDone) {
    const { name } = fitted.value;
    return {
      profile: fitted.value,
      profileOrigin: 'saved' as const,
      profileName: name,
      questions: [],
    };
  }
  const proposed = proposeMapping(table);
  return {
    profile: proposed.profile,
    profileOrigin: proposed.origin,
    profileName: proposed.presetId,
    questions: [...proposed.questions],
  };
}
