/**
 * LiquidJS, reduced to what a message needs: a name between braces, a condition, two filters.
 *
 * There is no loop, no assignment, no file, no include and no property of a value: a template can
 * neither run code nor run long. Tables and lists are blocks that the layout draws, so nothing
 * needs a loop. The limits below are far above any letter; they hold what a mistake or a malicious
 * scenario file would ask for.
 */
import { Liquid, LiquidError, type Template } from 'liquidjs';
import { done, type Result, refused } from '../../shared/kernel/result.ts';

export const SUBJECT_SOURCE_MAX = 400;
export const BODY_SOURCE_MAX = 20_000;
/** Of a text once written, in signs. */
export const OUTPUT_MAX = 40_000;
export const TAGS_MAX = 200;
export const NESTING_MAX = 6;

export const ALLOWED_TAGS: ReadonlySet<string> = new Set(['if', 'unless', 'comment']);
/** What belongs to these tags and opens nothing by itself. */
export const INNER_TAGS: ReadonlySet<string> = new Set([
  'elsif',
  'else',
  'endif',
  'endunless',
  'endcomment',
]);
export const ALLOWED_FILTERS: ReadonlySet<string> = new Set(['default', 'upcase']);

/** The values of the placeholders; a name that is absent has no value. */
export type Scope = Readonly<Record<string, string | number | boolean>>;

/** Reads templates: the first error is thrown, with its place. */
export const engine = engineOf(false);

/** Renders them: every name without a value is told at once. */
const renderer = engineOf(true);

function engineOf(catchAllErrors: boolean): Liquid {
  const liquid = new Liquid({
    outputDelimiterLeft: '{',
    outputDelimiterRight: '}',
    tagDelimiterLeft: '{%',
    tagDelimiterRight: '%}',
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    catchAllErrors,
    // Templates come from memory only: no folder is ever looked at.
    templates: {},
    relativeReference: false,
    dynamicPartials: false,
    cache: false,
    parseLimit: BODY_SOURCE_MAX,
    renderLimit: 2_000,
    memoryLimit: 1_000_000,
  });
  for (const tag of Object.keys(liquid.tags)) {
    if (!ALLOWED_TAGS.has(tag)) delete liquid.tags[tag];
  }
  for (const filter of Object.keys(liquid.filters)) {
    if (!ALLOWED_FILTERS.has(filter)) delete liquid.filters[filter];
  }
  return liquid;
}

/** The text, or the names that have no value in this scope. A limit reached is thrown. */
export function render(templates: Template[], scope: Scope): Result<string, readonly string[]> {
  try {
    return done(renderer.renderSync(templates, scope));
  } catch (error) {
    const names = LiquidError.is(error) ? undefinedNamesIn(error) : [];
    if (names.length === 0) throw error;
    return refused([...new Set(names)]);
  }
}

/** The errors inside a condition come as one error that holds them; empty when one is another. */
function undefinedNamesIn(error: Error): string[] {
  if ('errors' in error && Array.isArray(error.errors)) {
    const names = error.errors.map((one) => undefinedNamesIn(one));
    return names.every((some) => some.length > 0) ? names.flat() : [];
  }
  const cause = error instanceof LiquidError ? error.originalError : undefined;
  return cause !== undefined && 'variableName' in cause ? [String(cause.variableName)] : [];
}
