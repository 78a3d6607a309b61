/**
 * The address of another entry, side by side with the one that asks: `.ts` in the source, `.js`
 * in the bundle. Only an entry may ask with its own `import.meta`: other files move when bundled.
 */
import path from 'node:path';

export function siblingEntry(name: string, asking: ImportMeta): URL {
  return new URL(`./${name}${path.extname(asking.filename)}`, asking.url);
}

/** Where the built renderer lies, seen from an entry. */
export function rendererFolderOf(asking: ImportMeta): string {
  const isSource = path.extname(asking.filename) === '.ts';
  return path.resolve(asking.dirname, isSource ? '../../out/renderer' : '../renderer');
}
