/**
 * Writes a message: a template and the facts of one payer give a subject and blocks.
 *
 * The template is checked again here, because what was saved by an older build, or imported with a
 * scenario, never went through the editor. A placeholder without a value stops the message: a
 * letter with a hole in it is worse than none.
 */
import type {
  MessageBlock,
  MessageContent,
  MessageFacts,
  MessageLanguage,
  MessageTemplate,
} from '../../shared/domain/message/message.ts';
import {
  BLOCK_PLACEHOLDERS,
  isBlockPlaceholder,
} from '../../shared/domain/message/placeholders.ts';
import type { TemplateProblem } from '../../shared/domain/message/template-problem.ts';
import { oneLine, visibleText } from '../../shared/format/one-line.ts';
import { NO_BREAK_SPACE } from '../../shared/format/spaces.ts';
import { done, type Result, refused } from '../../shared/kernel/result.ts';
import { lackingFor, readTemplate, whole } from './check-template.ts';
import { valuesOf } from './placeholder-values.ts';
import { OUTPUT_MAX, render, type Scope } from './template-engine.ts';
import { namesPenalties } from './template-requirements.ts';
import type { Field, ParsedText } from './template-syntax.ts';

export const SUBJECT_LENGTH_MAX = 200;

/** Signs that no text keeps (`oneLine` takes them out), so that nothing can pass for a block. */
const BLOCK_START = '\ue000';
const BLOCK_END = '\ue001';
const BLOCK_LINE = new RegExp(`^${BLOCK_START}([a-z_]+)${BLOCK_END}$`, 'u');

/** The message, or all that keeps it from being written. */
export function writeMessage(
  template: MessageTemplate,
  facts: MessageFacts,
): Result<MessageContent, readonly TemplateProblem[]> {
  const { problems, subject, body } = readTemplate(template);
  const lacking = facts.kind === template.kind ? [] : lackingFor(facts.kind, template);
  const language = template.language === facts.language ? [] : [whole('language_differs', 'body')];
  if (problems.length + lacking.length + language.length > 0) {
    return refused([...problems, ...lacking, ...language]);
  }
  const scope = valuesOf(facts);
  const subjectText = fill(subject, 'subject', scope);
  const bodyText = fill(body, 'body', { ...scope, ...BLOCK_MARKS });
  const holes = [subjectText, bodyText].flatMap((text) => (text.isDone ? [] : text.refusal));
  if (!(subjectText.isDone && bodyText.isDone)) return refused(holes);

  const write = (text: string) =>
    facts.kind === 'sms' ? plainText(text) : typographyOf(text, facts.language);
  const content: MessageContent = {
    subject: oneLine(write(subjectText.value), SUBJECT_LENGTH_MAX),
    blocks: blocksOf(bodyText.value, write),
  };
  const remaining = problemsOfContent(content, facts);
  return remaining.length === 0 ? done(content) : refused(remaining);
}

const BLOCK_MARKS: Scope = Object.fromEntries(
  Object.keys(BLOCK_PLACEHOLDERS).map((name) => [name, `${BLOCK_START}${name}${BLOCK_END}`]),
);

function fill(
  { templates }: ParsedText,
  field: Field,
  scope: Scope,
): Result<string, readonly TemplateProblem[]> {
  const rendered = render(templates ?? [], scope);
  if (!rendered.isDone) {
    return refused(rendered.refusal.map((name) => whole('value_missing', field, name)));
  }
  if (rendered.value.length > OUTPUT_MAX) return refused([whole('output_too_long', field)]);
  return rendered;
}

/** Paragraphs stand between blank lines; the mark of a block ends the one before it. */
function blocksOf(text: string, write: (text: string) => string): MessageBlock[] {
  const blocks: MessageBlock[] = [];
  let lines: string[] = [];
  const close = () => {
    const words = write(visibleText(lines.join('\n')));
    if (words !== '') blocks.push({ kind: 'paragraph', text: words });
    lines = [];
  };
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const name = BLOCK_LINE.exec(line.trim())?.[1] ?? '';
    if (line.trim() === '') close();
    else if (isBlockPlaceholder(name)) {
      close();
      blocks.push({ kind: BLOCK_PLACEHOLDERS[name] });
    } else lines.push(line);
  }
  close();
  return blocks;
}

/**
 * A no-break space or a curly apostrophe is not in the alphabet of short messages (GSM 03.38): one
 * of them makes 70 signs of 160.
 */
function plainText(text: string): string {
  return typographyOf(text, 'en').replaceAll(NO_BREAK_SPACE, ' ').replace(/[‘’]/gu, "'");
}

/**
 * Spaces as French prints them: none doubled, none before a comma, and before high punctuation one
 * that does not break. Templates are typed with the space bar.
 */
function typographyOf(text: string, language: MessageLanguage): string {
  const even = text
    .replace(/ {2,}/gu, ' ')
    .replace(/ +([,.])(?=\s|$)/gmu, '$1')
    .replace(/^ +| +$/gmu, '')
    .trim();
  if (language !== 'fr') return even;
  return even
    .replace(/ ([:;!?»%€])/gu, `${NO_BREAK_SPACE}$1`)
    .replace(/« /gu, `«${NO_BREAK_SPACE}`);
}

/** What only the written text can tell. */
function problemsOfContent(
  { subject, blocks }: MessageContent,
  { recipient, charges }: MessageFacts,
): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const words = blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n');
  if (subject === '') problems.push(whole('subject_empty', 'subject'));
  if (blocks.length === 0) problems.push(whole('body_empty', 'body'));
  if (recipient.profile === 'consumer') {
    const isClaimed = charges !== null && charges.indemnityCents > 0;
    if (isClaimed || namesPenalties(`${subject}\n${words}`)) {
      problems.push(whole('consumer_penalties', 'body'));
    }
  }
  return problems;
}
