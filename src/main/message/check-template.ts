/**
 * Checks a template as it is saved, and again as a message leaves: what it uses is known, what it
 * is meant for is said, and it stays within its limits.
 */
import type { MessageKind, MessageTemplate } from '../../shared/domain/message/message.ts';
import type {
  TemplateProblem,
  TemplateProblemCode,
} from '../../shared/domain/message/template-problem.ts';
import { BODY_SOURCE_MAX, SUBJECT_SOURCE_MAX } from './template-engine.ts';
import { missingPoints } from './template-requirements.ts';
import { type Field, type ParsedText, parseText } from './template-syntax.ts';

export interface CheckedTemplate {
  readonly problems: readonly TemplateProblem[];
  readonly subject: ParsedText;
  readonly body: ParsedText;
}

/** What is wrong with the template; empty when it may be saved and sent. */
export function checkTemplate(template: MessageTemplate): readonly TemplateProblem[] {
  return readTemplate(template).problems;
}

// A batch writes a thousand messages from a dozen templates; a template never changes in place.
const read = new WeakMap<MessageTemplate, CheckedTemplate>();

/** The template read and checked, once. */
export function readTemplate(template: MessageTemplate): CheckedTemplate {
  const known = read.get(template);
  if (known !== undefined) return known;
  const checked = readAnew(template);
  read.set(template, checked);
  return checked;
}

/** What a message of this kind would lack in this template, whatever the template is meant for. */
export function lackingFor(kind: MessageKind, template: MessageTemplate): TemplateProblem[] {
  const { subject, body } = readTemplate(template);
  const names = new Set([...subject.names, ...body.names]);
  return missingPoints(kind, { template, names }).map(({ code, field }) => whole(code, field));
}

function readAnew(template: MessageTemplate): CheckedTemplate {
  const sizes = sizeProblems(template);
  if (sizes.length > 0) return { problems: sizes, subject: NOTHING, body: NOTHING };
  const subject = parseText(template.subject, 'subject');
  const body = parseText(template.body, 'body');
  const names = new Set([...subject.names, ...body.names]);
  const lacking = missingPoints(template.kind, { template, names });
  const problems = [
    ...subject.problems,
    ...body.problems,
    ...lacking.map(({ code, field }) => whole(code, field)),
  ];
  return { problems, subject, body };
}

const NOTHING: ParsedText = { problems: [], names: new Set(), templates: null };

function sizeProblems({ subject, body }: MessageTemplate): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  if (subject.trim() === '') problems.push(whole('subject_empty', 'subject'));
  if (/[\r\n]/u.test(subject.trim())) problems.push(whole('subject_many_lines', 'subject'));
  if (subject.length > SUBJECT_SOURCE_MAX) problems.push(whole('subject_too_long', 'subject'));
  if (body.trim() === '') problems.push(whole('body_empty', 'body'));
  if (body.length > BODY_SOURCE_MAX) problems.push(whole('body_too_long', 'body'));
  return problems;
}

/** A problem of the whole field rather than of one place in it. */
export function whole(code: TemplateProblemCode, field: Field, value = ''): TemplateProblem {
  return { code, field, line: null, column: null, value };
}
