/**
 * A message as a person changes it: its paragraphs as they will be read, and the name of each
 * block on a line of its own, instead of the conditions of its template.
 */
import type {
  MessageBlock,
  MessageContent,
  MessageFacts,
  MessageTemplate,
} from '../../shared/domain/message/message.ts';
import { BLOCK_PLACEHOLDERS } from '../../shared/domain/message/placeholders.ts';
import { writeMessage } from './write-message.ts';

/**
 * The body to edit. Where the words written would not give the same message again (a brace in a
 * name, a template that must name its delay), the template itself is given.
 */
export function editableBody(
  template: MessageTemplate,
  facts: MessageFacts,
  content: MessageContent,
): string {
  const body = content.blocks.map(lineOf).join('\n\n');
  const again = writeMessage({ ...template, body }, facts);
  const isSame = again.isDone && sameBlocks(again.value.blocks, content.blocks);
  return isSame ? body : template.body;
}

function lineOf(block: MessageBlock): string {
  if (block.kind === 'paragraph') return block.text;
  const name = Object.entries(BLOCK_PLACEHOLDERS).find(([, kind]) => kind === block.kind)?.[0];
  return `{${name}}`;
}

function sameBlocks(one: readonly MessageBlock[], other: readonly MessageBlock[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
