/** How the columns of a table were mapped, to be recognised at the next file of the same form. */
import { desc, eq } from 'drizzle-orm';
import { importProfile } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';

export interface ImportProfile {
  readonly profileId: number;
  readonly name: string;
  /** What makes a file recognisable: its header, folded to one text. */
  readonly signature: string;
  readonly profile: unknown;
}

/** The last profile saved for this form of file, or null. */
export function loadImportProfile(reader: Reader, signature: string): ImportProfile | null {
  const [row] = reader.orm
    .select()
    .from(importProfile)
    .where(eq(importProfile.signature, signature))
    .orderBy(desc(importProfile.profileId))
    .limit(1)
    .all();
  if (row === undefined) return null;
  const { profileId, name } = row;
  return { profileId, name, signature, profile: JSON.parse(row.profile) as unknown };
}

/** Every profile, the last saved first. */
export function loadImportProfiles(reader: Reader): ImportProfile[] {
  const rows = reader.orm.select().from(importProfile).orderBy(desc(importProfile.profileId)).all();
  return rows.map(({ profileId, name, signature, profile }) => ({
    profileId,
    name,
    signature,
    profile: JSON.parse(profile) as unknown,
  }));
}

/** Saves a profile and gives its id. */
export function recordImportProfile(
  writer: Writer,
  entryId: number,
  made: Omit<ImportProfile, 'profileId'>,
): number {
  const { name, signature } = made;
  const inserted = writer.orm
    .insert(importProfile)
    .values({ name, signature, entryId, profile: JSON.stringify(made.profile) })
    .run();
  writer.touch(['profiles']);
  return Number(inserted.lastInsertRowid);
}
