/**
 * The build: the four entries of the main process into `out/main`, the window into `out/renderer`.
 *
 * Only what holds native code stays outside the bundle (`dependencies` of package.json): the core
 * is ready in 90 ms bundled, in 600 ms and more with its packages read one by one.
 * Chunks lie beside the entries, so that `new URL('./core.js', import.meta.url)` is right
 * wherever the bundler puts the line.
 */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

/**
 * The page is served at every path of its router, so its files are found from the root;
 * electron-vite would look for them beside the page.
 */
const rootBase: Plugin = {
  name: 'encours-root-base',
  enforce: 'post',
  config: () => ({ base: '/' }),
};

const VITE_PORT = 5179;

export default defineConfig({
  main: {
    build: {
      externalizeDeps: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          electron: 'src/main/electron.ts',
          loopback: 'src/main/loopback.ts',
          core: 'src/main/core.ts',
          job: 'src/main/job.ts',
        },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunk-[name]-[hash].js',
        },
      },
    },
  },
  renderer: {
    plugins: [react(), rootBase],
    build: {
      minify: true,
      // Read from this computer's disk: what counts is the time to parse, not to fetch.
      chunkSizeWarningLimit: 1_700,
      // A font or a picture as a data: URL would be refused by the window's own policy.
      assetsInlineLimit: 0,
    },
    // The page comes through the host's own origin; only the socket of updates goes straight here.
    server: {
      host: '127.0.0.1',
      port: VITE_PORT,
      strictPort: true,
      hmr: { host: '127.0.0.1', clientPort: VITE_PORT },
    },
  },
});
