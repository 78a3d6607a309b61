/**
 * The form of a profile that comes from outside: from the window, or from what was saved.
 *
 * It is checked before it is used: indexes and names inside limits, known fields, no field twice
 * that may stand once.
 */
import { z } from 'zod';
import {
  isRepeatable,
  meaningOf,
  TABLE_FIELDS,
  TABLE_KINDS,
  type TableProfile,
} from '../../../shared/domain/statement/table-mapping.ts';
import { TEXT_ENCODINGS } from '../text-source.ts';
import { COLUMNS_MAX } from './table-source.ts';

const name = z.string().max(200);
const headerLine = z.int().min(1).max(10_000).nullable();

const columnSchema = z.object({
  field: z.enum(TABLE_FIELDS),
  columnIndex: z
    .int()
    .min(0)
    .max(COLUMNS_MAX - 1),
  columnName: z.string().max(500),
  decimalSign: z.enum([',', '.']).nullable(),
  dayOrder: z.enum(['day_first', 'month_first']).nullable(),
});

const layoutSchema = z.discriminatedUnion('format', [
  z.object({
    format: z.literal('csv'),
    encoding: z.enum(TEXT_ENCODINGS),
    markBytes: z.int().min(0).max(3),
    separator: z.string().length(1),
    endsWithCr: z.boolean(),
    headerLine,
  }),
  z.object({ format: z.literal('xlsx'), sheetName: name, headerLine }),
]);

const scopeSchema = z.discriminatedUnion('of', [
  z.object({ of: z.literal('all') }),
  z.object({ of: z.literal('file') }),
  z.object({ of: z.enum(['rep', 'agency', 'sector', 'profile']), code: name.min(1) }),
]);

const profileSchema = z
  .object({
    id: name,
    name,
    kind: z.enum(TABLE_KINDS),
    meaning: z.enum(['period', 'open_items', 'rows']),
    layout: layoutSchema,
    columns: z.array(columnSchema).max(COLUMNS_MAX),
    currency: z.string().regex(/^[A-Z]{3}$/u),
    scope: scopeSchema,
    fillsDownCustomer: z.boolean(),
    headerSignature: z.string().max(20_000),
  })
  .refine(({ kind, meaning }) => meaningOf(kind) === meaning)
  .refine(({ columns }) => {
    const once = columns.map(({ field }) => field).filter((field) => !isRepeatable(field));
    return new Set(once).size === once.length;
  });

/** The profile that this is, or null where it is none. */
export function parseProfile(value: unknown): TableProfile | null {
  const parsed = profileSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
