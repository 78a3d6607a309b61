import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../../../src/main/host/loopback/browser.ts';
import { mayLeave, type WindowFacts } from '../../../../src/main/host/loopback/windows.ts';

describe('the browser', () => {
  const machine = (
    platform: NodeJS.Platform,
    env: Record<string, string>,
    installed: readonly string[],
  ) => ({ platform, env, isExecutable: (file: string) => installed.includes(file) });
  const screen = { DISPLAY: ':0', PATH: '/usr/local/bin:/usr/bin' };
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  const windows = {
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  };

  const cases = [
    [
      'Chromium before Chrome',
      machine('linux', screen, ['/usr/bin/google-chrome', '/usr/bin/chromium']),
      '/usr/bin/chromium',
    ],
    [
      'Edge when alone',
      machine('linux', screen, ['/usr/bin/microsoft-edge']),
      '/usr/bin/microsoft-edge',
    ],
    ['a snap', machine('linux', screen, ['/snap/bin/chromium']), '/snap/bin/chromium'],
    ['none without a display', machine('linux', { PATH: '/usr/bin' }, ['/usr/bin/chromium']), null],
    [
      'with Wayland',
      machine('linux', { PATH: '/usr/bin', WAYLAND_DISPLAY: 'w' }, ['/usr/bin/chromium']),
      '/usr/bin/chromium',
    ],
    ['none installed', machine('linux', screen, []), null],
    [
      'never from a relative PATH',
      machine('linux', { DISPLAY: ':0', PATH: '.:bin' }, ['chromium', 'bin/chromium']),
      null,
    ],
    [
      'the one named',
      machine('linux', { ...screen, ENCOURS_BROWSER: '/opt/b' }, ['/opt/b', '/usr/bin/chromium']),
      '/opt/b',
    ],
    [
      'none when the one named is not there',
      machine('linux', { ...screen, ENCOURS_BROWSER: '/opt/b' }, ['/usr/bin/chromium']),
      null,
    ],
    ['Chrome on macOS', machine('darwin', { HOME: '/Users/a' }, [chrome]), chrome],
    ['Edge on Windows', machine('win32', windows, [edge]), edge],
  ] as const;
  test.each(cases)('%s', (_name, given, browser) => {
    expect(findBrowser(given)).toBe(browser);
  });
});

describe('leaving', () => {
  const gone: WindowFacts = {
    browsers: 0,
    hadBrowser: true,
    hadSession: true,
    aloneForMs: 2000,
    isBusy: false,
    isBackground: false,
  };
  const cases: [name: string, facts: Partial<WindowFacts>, isLeaving: boolean][] = [
    ['with the window', {}, true],
    ['not while it reloads', { aloneForMs: 1999 }, false],
    ['not while a browser runs', { browsers: 1 }, false],
    ['not while a page listens', { aloneForMs: null }, false],
    ['not during a job or a sending', { isBusy: true }, false],
    ['not in the background', { isBackground: true }, false],
    ['not before the first page came', { hadSession: false }, false],
    ['a minute after a page opened by hand', { hadBrowser: false, aloneForMs: 60_000 }, true],
    ['not before that minute', { hadBrowser: false, aloneForMs: 59_999 }, false],
  ];
  test.each(cases)('%s', (_name, facts, isLeaving) => {
    expect(mayLeave({ ...gone, ...facts })).toBe(isLeaving);
  });
});
