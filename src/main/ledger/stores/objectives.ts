/** What indicators are meant to be: the latest aim of an indicator and dimension holds. */
import type { Indicator } from '../../../shared/domain/metrics/indicator.ts';
import type { Reader, Writer } from '../session.ts';
import { command, int, nullable, query, text, word } from '../statement.ts';

const STANDING = query({
  name: 'objectives.standing',
  row: { indicator: word<Indicator>(), dimension: text, dimensionKey: text, target: int },
  sql: `
SELECT indicator, dimension, dimension_key AS dimensionKey, target FROM objective AS o
WHERE target IS NOT NULL AND entry_id = (
  SELECT max(entry_id) FROM objective WHERE indicator = o.indicator
    AND dimension = o.dimension AND dimension_key = o.dimension_key)`,
});

const RECORD = command({
  name: 'objectives.record',
  params: {
    indicator: text,
    dimension: text,
    dimensionKey: text,
    entryId: int,
    target: nullable(int),
  },
  sql: `
INSERT INTO objective (indicator, dimension, dimension_key, entry_id, target)
VALUES (@indicator, @dimension, @dimensionKey, @entryId, @target)`,
});

/** Whose aim it is: of the company (`none`), or of one value of a dimension. */
export interface ObjectiveOf {
  readonly indicator: Indicator;
  readonly dimension: string;
  readonly dimensionKey: string;
}

/** Every aim that stands, in ten-thousandths of the indicator's unit. */
export function loadObjectives(
  reader: Reader,
): readonly (ObjectiveOf & { readonly target: number })[] {
  return reader.all(STANDING);
}

/** Sets an aim, or takes it away. */
export function recordObjective(
  writer: Writer,
  entryId: number,
  made: ObjectiveOf & { readonly target: number | null },
): void {
  const { indicator, dimension, dimensionKey, target } = made;
  writer.run(RECORD, { indicator, dimension, dimensionKey, entryId, target });
  writer.touch(['figures']);
}
