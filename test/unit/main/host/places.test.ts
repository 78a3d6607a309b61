import { describe, expect, test } from 'vitest';
import { defaultDataFolder } from '../../../../src/main/host/default-data-folder.ts';
import { nodeRefusal } from '../../../../src/main/host/node-version.ts';
import { windowPlace } from '../../../../src/main/host/window-place.ts';
import { parseWindowState } from '../../../../src/main/ports/window-state.ts';

describe('the data folder', () => {
  const cases = [
    [
      'win32',
      { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' },
      'C:\\Users\\a\\AppData\\Local\\Encours',
    ],
    ['win32', {}, 'C:\\Users\\a\\AppData\\Local\\Encours'],
    ['darwin', {}, '/Users/a/Library/Application Support/Encours'],
    ['linux', {}, '/home/a/.local/share/encours'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/encours'],
    ['linux', { XDG_DATA_HOME: 'relative' }, '/home/a/.local/share/encours'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/a/.local/share/encours'],
  ] as const;
  const homes = { win32: 'C:\\Users\\a', darwin: '/Users/a', linux: '/home/a' };
  test.each(cases)('of %s with %j is %s', (platform, env, folder) => {
    expect(defaultDataFolder({ platform, env, home: homes[platform] })).toBe(folder);
  });
});

describe('a window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 };
  const left = { x: -1920, y: 0, width: 1920, height: 1040 };
  const state = { x: 100, y: 50, width: 1300, height: 800, isMaximized: false };
  const { isMaximized: _ignored, ...place } = state;
  const size = { width: 1300, height: 800 };
  const cases = [
    ['never opened', null, [screen], { width: 1280, height: 800 }],
    ['on its screen', state, [screen], place],
    ['on a screen that is gone', { ...state, x: -1500 }, [screen], size],
    ['on the other screen', { ...state, x: -1500 }, [screen, left], { ...place, x: -1500 }],
    ['below every screen', { ...state, y: 1040 }, [screen], size],
    ['with its title above the screen', { ...state, y: -40 }, [screen], size],
    ['partly beside the screen', { ...state, x: 1900 }, [screen], { ...place, x: 1900 }],
  ] as const;
  test.each(cases)('%s opens where it can be seen', (_name, given, areas, expected) => {
    expect(windowPlace(given, areas)).toEqual(expected);
  });

  test.each([
    null,
    'x',
    {},
    { ...state, x: '1' },
    { ...state, width: 0 },
    { ...state, width: 1e300 },
    { ...state, isMaximized: 1 },
  ])('state %j is no state', (value) => {
    expect(parseWindowState(value)).toBeNull();
  });

  test('state written is the state read', () => {
    expect(parseWindowState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });
});

test.each([
  ['20.19.0', false],
  ['22.9.1', false],
  ['24.0.0', true],
  ['25.1.0', true],
])('Node %s will do: %s', (version, isFit) => {
  expect(nodeRefusal(version) === null).toBe(isFit);
  if (!isFit) expect(nodeRefusal(version)).toContain(version);
});
