/**
 * The page a browser is started on: a file that only the user can read, which leads to the
 * application with the launch code. Other users of the machine see its path, and nothing in it.
 */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language } from '../../../shared/format/language.ts';
import { hostText } from '../../../shared/text/host.ts';

export interface LaunchPages {
  /** Writes the page that leads to `address`. */
  write(address: string): URL;
  /** Deletes the pages written so far: used, or too old. */
  clear(): void;
}

/** Pages in the `run` folder, those of an earlier start deleted. */
export function launchPages(runFolder: string, language: Language): LaunchPages {
  let count = 0;
  const clear = () => {
    for (const name of readdirSync(runFolder)) {
      if (/^open-\d+\.html$/.test(name)) rmSync(path.join(runFolder, name), { force: true });
    }
  };
  clear();
  return {
    clear,
    write(address) {
      count += 1;
      const file = path.join(runFolder, `open-${count}.html`);
      rmSync(file, { force: true });
      writeFileSync(file, pageTo(address, language), { mode: 0o600, flag: 'wx' });
      return pathToFileURL(file);
    },
  };
}

/** `address` is made of letters that need no escape: an origin and a base64url code. */
function pageTo(address: string, language: Language): string {
  const { openingTitle, openingBody } = hostText[language];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="referrer" content="no-referrer"><title>${openingTitle}</title></head>
<body><p>${openingBody}</p>
<script>location.replace(${JSON.stringify(address)})</script></body></html>
`;
}
