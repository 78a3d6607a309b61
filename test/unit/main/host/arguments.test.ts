import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../../src/main/host/arguments.ts';

const none = {
  sample: false,
  noOpen: false,
  background: false,
  dataFolder: null,
  today: null,
};
const browser = { workingFolder: '/work', isElectron: false };

describe('the command line', () => {
  const cases: [argv: string[], expected: object][] = [
    [[], none],
    [['--sample'], { ...none, sample: true }],
    [['--no-open', '--background'], { ...none, noOpen: true, background: true }],
    [['--data-dir', '/data'], { ...none, dataFolder: '/data' }],
    [['--data-dir=here'], { ...none, dataFolder: '/work/here' }],
    [['--today', '2026-11-23', '--sample'], { ...none, sample: true, today: '2026-11-23' }],
    [
      ['--today=2026-11-23', '--data-dir', '/d'],
      { ...none, dataFolder: '/d', today: '2026-11-23' },
    ],
    [['--data-dir', '/a', '--data-dir', '/b'], { ...none, dataFolder: '/b' }],
  ];
  test.each(cases)('%j is read', (argv, value) => {
    expect(parseArguments(argv, browser)).toEqual({ isDone: true, value });
  });

  const refusals: [argv: string[], refusal: object][] = [
    [['--nothing'], { code: 'option_unknown', option: '--nothing' }],
    [['file.txt'], { code: 'option_unknown', option: 'file.txt' }],
    [['-h'], { code: 'option_unknown', option: '-h' }],
    [['--sample=yes'], { code: 'option_with_value', option: '--sample' }],
    [['--data-dir'], { code: 'option_without_value', option: '--data-dir' }],
    [['--data-dir='], { code: 'option_without_value', option: '--data-dir' }],
    [['--data-dir', '--sample'], { code: 'option_without_value', option: '--data-dir' }],
    [['--today', '23/11/2026', '--sample'], { code: 'day_invalid', text: '23/11/2026' }],
    [['--today', '2026-02-29', '--sample'], { code: 'day_invalid', text: '2026-02-29' }],
    [['--today', '2026-11-23'], { code: 'today_needs_test' }],
    [['--inspect=0'], { code: 'option_unknown', option: '--inspect=0' }],
  ];
  test.each(refusals)('%j is refused', (argv, refusal) => {
    expect(parseArguments(argv, browser)).toEqual({ isDone: false, refusal });
  });

  test('leaves to Electron and Chromium the switches that are theirs', () => {
    const argv = ['--no-sandbox', '--remote-debugging-port=0', '--sample', '--lang=fr'];
    expect(parseArguments(argv, { ...browser, isElectron: true })).toEqual({
      isDone: true,
      value: { ...none, sample: true },
    });
  });
});
