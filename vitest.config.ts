/**
 * The suites, by what they need.
 *
 * `pure` shares one module registry per thread (`isolate: false`): rules have no state, and the
 * whole of it runs in seconds. What opens files, threads or a browser is isolated.
 */
import { configDefaults, defineConfig } from 'vitest/config';

const isNight = process.env.ENCOURS_NIGHT === '1';

export default defineConfig({
  test: {
    passWithNoTests: true,
    exclude: [...configDefaults.exclude, '**/out/**'],
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['test/unit/**/*.test.{ts,tsx}', 'test/property/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'ledger',
          // Whatever has no place of its own, so that no test file is left out.
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'test/{unit,property,architecture,built,e2e}/**'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: isNight ? 3_600_000 : 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The native parser these tests share dies when two threads of one process load it.
        extends: true,
        test: {
          name: 'architecture',
          include: ['test/architecture/**/*.test.ts'],
          pool: 'forks',
          // A rule reads the whole tree: seconds on a machine that does other things.
          testTimeout: 60_000,
        },
      },
      {
        // What needs `npm run build` first, without a browser.
        extends: true,
        test: { name: 'built', include: ['test/built/**/*.test.ts'], pool: 'forks' },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          pool: 'forks',
          // A screen asks again when the ledger has moved: seconds on a machine that does others.
          expect: { poll: { timeout: 15_000 } },
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/shared/kernel/**/*.ts', 'src/shared/domain/**/*.ts'],
      reportsDirectory: 'coverage',
      reporter: ['text-summary', 'html'],
      thresholds: { lines: 100, branches: 100, functions: 100, statements: 100 },
    },
  },
});
