/**
 * The rates that ship with this build, read from `resources/rates/legal-rates.json` (basis points).
 *
 * A file that does not read is a broken build, hence a crash; what a person typed lies in the
 * ledger and wins over it (`domain/interest/legal-rates.ts`).
 */
import { z } from 'zod';
import document from '../../../../resources/rates/legal-rates.json' with { type: 'json' };
import type { RateKind, ShippedRate } from '../../../shared/domain/interest/legal-rates.ts';
import { RATE_BASIS_POINTS_MAX, RATE_KINDS } from '../../../shared/domain/interest/legal-rates.ts';
import { parseSemester } from '../../../shared/domain/interest/semester.ts';
import { calendarDate } from '../../../shared/kernel/calendar-date.ts';

const basisPoints = z.int().min(0).max(RATE_BASIS_POINTS_MAX);
const source = z.string().min(1);
const fileSchema = z.object({
  version: z.literal(1),
  unit: z.literal('basis_points'),
  readOn: z.iso.date(),
  isReviewedByALawyer: z.boolean(),
  semesters: z.array(
    z.object({
      semester: z.string().transform((text, problem) => {
        const semester = parseSemester(text);
        if (semester !== null) return semester;
        problem.addIssue(`not a semester: ${text}`);
        return z.NEVER;
      }),
      refinancing: basisPoints,
      legal_other: basisPoints,
      legal_individuals: basisPoints,
      toConfirm: z.array(z.enum(RATE_KINDS)),
      refinancingSource: source,
      legalSource: source,
    }),
  ),
});

/** The figures of a file of rates; throws for a file that is not one. */
export function readShippedRates(file: unknown): readonly ShippedRate[] {
  return fileSchema.parse(file).semesters.flatMap((row) =>
    RATE_KINDS.map((kind: RateKind) => ({
      semester: row.semester,
      kind,
      basisPoints: row[kind],
      isConfirmed: !row.toConfirm.includes(kind),
      source: kind === 'refinancing' ? row.refinancingSource : row.legalSource,
    })),
  );
}

/** The day on which the shipped figures were read in the texts. */
export const RATES_READ_ON = calendarDate(fileSchema.parse(document).readOn);

/** The rates of this build. */
export const SHIPPED_RATES = readShippedRates(document);
