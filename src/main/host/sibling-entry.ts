/**
 * The address of another entry, side by side with the one that asks: `.ts` in the source, `.js`
 * in the bundle. Only an entry may ask with its own `import.meta`: other files move when bundled.
 */
import path from 'node:path';
import type { PageSource } from '../ports/start.ts';

export function siblingEntry(name: string, asking: ImportMeta): URL {
  return new URL(`./${name}${path.extname(asking.filename)}`, asking.url);
}

/**
 * Where the pages come from, seen from an entry: the built renderer, or Vite while developing
 * (`ELECTRON_RENDERER_URL`, the name that electron-vite gives it).
 */
export function pageSourceOf(
  asking: ImportMeta,
  env: Readonly<Record<string, string | undefined>>,
): PageSource {
  const vite = env.ELECTRON_RENDERER_URL;
  if (vite !== undefined && URL.canParse(vite)) return { devServerOrigin: new URL(vite).origin };
  const isSource = path.extname(asking.filename) === '.ts';
  const built = isSource ? '../../out/renderer' : '../renderer';
  return { rendererFolder: path.resolve(asking.dirname, built) };
}
