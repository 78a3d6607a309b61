/**
 * Reads the words of a template: which names, tags and filters it uses, where each stands, and
 * what is wrong with them.
 *
 * Tokens are LiquidJS's own; the grammar is narrower than Liquid's. Between braces stands one name,
 * possibly with filters; in a condition stand names, figures, quoted words and comparisons. So all
 * that a template can say is known before it meets a customer.
 */
import { LiquidError, type Template, TokenizationError, Tokenizer, TokenKind } from 'liquidjs';
import {
  isBlockPlaceholder,
  isConditionPlaceholder,
  isTextPlaceholder,
} from '../../shared/domain/message/placeholders.ts';
import type {
  TemplateProblem,
  TemplateProblemCode,
} from '../../shared/domain/message/template-problem.ts';
import {
  ALLOWED_FILTERS,
  ALLOWED_TAGS,
  engine,
  INNER_TAGS,
  NESTING_MAX,
  TAGS_MAX,
} from './template-engine.ts';

export type Field = TemplateProblem['field'];

export interface ParsedText {
  readonly problems: readonly TemplateProblem[];
  /** Names shown; one that is only a condition says nothing to the reader. */
  readonly names: ReadonlySet<string>;
  /** Null when there are problems. */
  readonly templates: Template[] | null;
}

interface Token {
  readonly kind: TokenKind;
  readonly begin: number;
  readonly content: string;
  /** Of a tag. */
  readonly name: string;
  readonly args: string;
}

/** Reads one text of a template; `field` says where, for its problems. */
export function parseText(source: string, field: Field): ParsedText {
  const reading = new Reading(source, field);
  reading.read();
  return reading.result();
}

const NAME = /^[a-z_]+$/u;
const OUTPUT = /^\s*([^|\s][^|]*?)\s*((?:\|.*)?)$/su;
const FILTER = /\|\s*(\w*)\s*((?::[^|"']*(?:"[^"]*"|'[^']*')?[^|"']*)?)/gu;
const CONDITION_WORD =
  /\s+|"[^"]*"|'[^']*'|-?\d+(?:\.\d+)?(?![\w.])|[=!<>]=|[<>]|[\p{L}_][\p{L}\p{N}_.[\]-]*|[^\s]/gu;
const OPERATORS: ReadonlySet<string> = new Set([
  ...['and', 'or', 'not', 'contains', 'true', 'false', 'blank', 'empty', 'nil'],
  ...['==', '!=', '>=', '<=', '>', '<'],
]);

class Reading {
  private readonly source: string;
  private readonly field: Field;
  private readonly problems: TemplateProblem[] = [];
  private readonly names = new Set<string>();
  private depth = 0;
  private tags = 0;
  private isTooDeep = false;

  constructor(source: string, field: Field) {
    this.source = source;
    this.field = field;
  }

  read(): void {
    for (const token of this.tokens()) {
      if (token.kind === TokenKind.Output) this.readOutput(token);
      if (token.kind === TokenKind.Tag) this.readTag(token);
    }
  }

  result(): ParsedText {
    // Tags left open, or closed twice, are the parser's to find.
    const templates = this.problems.length === 0 ? this.parsed() : null;
    return { problems: this.problems, names: this.names, templates };
  }

  private tokens(): Token[] {
    try {
      const tokens = new Tokenizer(this.source).readTopLevelTokens(engine.options);
      return tokens.map((token) => ({
        kind: token.kind,
        begin: token.begin,
        content: 'content' in token ? String(token.content) : '',
        name: 'name' in token ? String(token.name) : '',
        args: 'args' in token ? String(token.args) : '',
      }));
    } catch (error) {
      if (!(error instanceof TokenizationError)) throw error;
      this.addSyntax(error);
      return [];
    }
  }

  private parsed(): Template[] | null {
    try {
      // Twice, so that a problem is told by the line that the user sees.
      engine.parse(this.source);
      return engine.parse(joinedTagLines(this.source));
    } catch (error) {
      if (!LiquidError.is(error)) throw error;
      this.addSyntax(error);
      return null;
    }
  }

  private readOutput({ content, begin }: Token): void {
    const parts = OUTPUT.exec(content);
    const name = parts?.[1] ?? '';
    if (parts === null || !NAME.test(name)) {
      this.add(/^[\p{L}\p{N}_]+$/u.test(name) ? 'placeholder_unknown' : 'syntax', begin, name);
      return;
    }
    this.names.add(name);
    this.readFilters(parts[2] ?? '', begin);
    if (isBlockPlaceholder(name)) this.readBlock(name, begin);
    else if (isConditionPlaceholder(name)) this.add('condition_in_text', begin, name);
    else if (!isTextPlaceholder(name)) this.add('placeholder_unknown', begin, name);
  }

  private readFilters(filters: string, begin: number): void {
    for (const [, name = ''] of filters.matchAll(FILTER)) {
      if (!ALLOWED_FILTERS.has(name)) this.add('filter_forbidden', begin, name);
    }
  }

  /** A block has its line to itself; tags beside it do not count. */
  private readBlock(name: string, begin: number): void {
    if (this.field === 'subject') {
      this.add('block_in_subject', begin, name);
      return;
    }
    const start = this.source.lastIndexOf('\n', begin - 1) + 1;
    const end = this.source.indexOf('\n', begin);
    const line = this.source.slice(start, end === -1 ? undefined : end);
    const words = line.replace(/\{%.*?%\}/gu, '').trim();
    if (!/^\{\s*[a-z_]+\s*\}$/u.test(words)) this.add('block_inside_text', begin, name);
  }

  private readTag({ name, args, begin }: Token): void {
    this.tags += 1;
    if (this.tags === TAGS_MAX + 1) this.add('too_many_tags', begin, '');
    if (ALLOWED_TAGS.has(name)) this.depth += 1;
    else if (!INNER_TAGS.has(name)) this.add('tag_forbidden', begin, name);
    if (this.depth > NESTING_MAX && !this.isTooDeep) {
      this.isTooDeep = true;
      this.add('nesting_too_deep', begin, '');
    }
    if (name.startsWith('end')) this.depth -= 1;
    if (name === 'if' || name === 'elsif' || name === 'unless') this.readCondition(args, begin);
  }

  private readCondition(args: string, begin: number): void {
    for (const [word] of args.matchAll(CONDITION_WORD)) {
      if (OPERATORS.has(word) || /^(?:\s|"|'.*'|-?\d)/su.test(word)) continue;
      if (!NAME.test(word)) {
        this.add(/^[\p{L}\p{N}_]+$/u.test(word) ? 'placeholder_unknown' : 'syntax', begin, word);
        continue;
      }
      if (isBlockPlaceholder(word)) this.add('block_in_condition', begin, word);
      else if (!(isTextPlaceholder(word) || isConditionPlaceholder(word))) {
        this.add('placeholder_unknown', begin, word);
      }
    }
  }

  private add(code: TemplateProblemCode, begin: number, value: string): void {
    this.problems.push({ code, field: this.field, ...this.placeOf(begin), value });
  }

  private addSyntax(error: LiquidError): void {
    const [line = 1, column = 1] = error.token.getPosition();
    const shown = this.source.split('\n')[line - 1] ?? '';
    const value = shown.slice(Math.max(0, column - 1), column + 39).trim();
    this.problems.push({ code: 'syntax', field: this.field, line, column, value });
  }

  private placeOf(begin: number): { line: number; column: number } {
    const before = this.source.slice(0, begin).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}

/** A line of tags alone leaves no line in the message. */
function joinedTagLines(source: string): string {
  return source.replace(/^[ \t]*((?:\{%[^\n]*?%\}[ \t]*)+)\n/gmu, '$1');
}
