/** Widths that were chosen: within limits, back from a saved view, and in the grid's template. */
import { describe, expect, test } from 'vitest';
import {
  keptChoices,
  readChoice,
  within,
} from '../../../../src/renderer/parts/data-table/table-choice.ts';
import { templateOf } from '../../../../src/renderer/parts/data-table/table-model.ts';

describe('the width of a column', () => {
  test.each([
    [{}, 'name', 200, { name: 200 }],
    [{ name: 200 }, 'name', 210.4, { name: 210 }],
    [{ name: 200, code: 80 }, 'name', 3, { name: 48, code: 80 }],
    [{}, 'name', 5000, { name: 900 }],
    [{ name: 200, code: 80 }, 'name', null, { code: 80 }],
  ] as const)('%j with %s at %s is %j', (widths, column, width, expected) => {
    expect(within(widths, column, width)).toEqual(expected);
  });
});

describe('a saved choice', () => {
  const sort = { column: 'overdue', isDescending: true };
  test.each([
    [
      { sort, hidden: ['city'], widths: { name: 240 } },
      { sort, hidden: ['city'], widths: { name: 240 } },
    ],
    // Saved before columns could be widened.
    [
      { sort, hidden: [] },
      { sort, hidden: [], widths: {} },
    ],
    [
      { sort: 'overdue', hidden: [], widths: { name: 'large', code: -3, city: 20 } },
      { sort: null, hidden: [], widths: { city: 48 } },
    ],
    [{ hidden: 'city' }, null],
    [null, null],
  ])('%j is read as %j', (saved, expected) => {
    expect(readChoice(saved)).toEqual(expected);
  });

  test('is the same for all who ask by the name of the table', () => {
    let told = 0;
    const stop = keptChoices.subscribe(() => {
      told += 1;
    });
    keptChoices.keep('a-table', { sort: null, hidden: ['city'], widths: {} });
    stop();
    keptChoices.keep('another-table', { sort: null, hidden: [], widths: {} });
    expect(told).toBe(1);
    expect(keptChoices.of('a-table')?.hidden).toEqual(['city']);
    expect(keptChoices.of('unknown-table')).toBeUndefined();
  });
});

describe('the template of a grid', () => {
  const columns = [
    { id: 'code', width: 80 },
    { id: 'name', width: 200, grow: 2 },
    { id: 'city', width: 100, grow: 1 },
  ];
  test.each([
    [{}, true, '34px 80px minmax(200px, 2fr) minmax(100px, 1fr)', 414],
    [{ name: 300 }, false, '80px 300px minmax(100px, 1fr)', 480],
    // What is left over is at the end.
    [{ name: 300, city: 60 }, false, '80px 300px 60px 1fr', 440],
  ])('with %j chosen', (chosen, hasTicks, template, least) => {
    expect(templateOf(columns, hasTicks, chosen)).toMatchObject({ template, least });
  });

  test('shares the width of the sheet on paper, without the ticks', () => {
    const { paper } = templateOf(columns, true, { city: 60 });
    expect(paper).toBe('minmax(0, 80fr) minmax(0, 200fr) minmax(0, 60fr)');
  });
});
