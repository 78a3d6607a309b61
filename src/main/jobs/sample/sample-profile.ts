/** The mapping of a table of the sample: what anybody would be proposed for it. */
import { proposeMapping } from '../../intake/table/propose-mapping.ts';
import { sniffTable } from '../../intake/table/sniff-table.ts';

/** Throws for a file that is no table: the sample's own files are. */
export async function recogniseProfileOf(filePath: string): Promise<unknown> {
  const sniffed = await sniffTable(filePath);
  if (!sniffed.isDone) throw new Error(`the sample's table is refused: ${sniffed.refusal.code}`);
  return proposeMapping(sniffed.value).profile;
}
