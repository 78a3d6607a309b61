import { expect, test } from 'vitest';
import {
  BLOCK_PLACEHOLDERS,
  CONDITION_PLACEHOLDERS,
  isBlockPlaceholder,
  isConditionPlaceholder,
  isTextPlaceholder,
  TEXT_PLACEHOLDERS,
} from '../../../../src/shared/domain/message/placeholders.ts';
import {
  PLACEHOLDER_ENTRIES,
  PLACEHOLDER_GROUPS,
} from '../../../../src/shared/text/placeholders.ts';

const ALL = [...TEXT_PLACEHOLDERS, ...Object.keys(BLOCK_PLACEHOLDERS), ...CONDITION_PLACEHOLDERS];

test('a name is of one sort only', () => {
  const sorts = ALL.map((name) =>
    [isTextPlaceholder(name), isBlockPlaceholder(name), isConditionPlaceholder(name)].filter(
      Boolean,
    ),
  );
  expect(sorts.every((sort) => sort.length === 1)).toBe(true);
  expect(isTextPlaceholder('toString') || isBlockPlaceholder('toString')).toBe(false);
});

test('the palette shows each name once, in both languages', () => {
  const shown = PLACEHOLDER_GROUPS.flatMap((group) => [...group.names]);
  expect([...shown].sort()).toEqual([...ALL].sort());
  expect(Object.keys(PLACEHOLDER_ENTRIES.en).sort()).toEqual([...ALL].sort());
});
