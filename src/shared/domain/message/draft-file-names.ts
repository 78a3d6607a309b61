/**
 * Names of the drafts of a package: whom each is to and what it says, safe on the three systems,
 * and never the same twice: two mails to one customer must not unpack over one another. Windows
 * takes upper and lower case for the same.
 */
const LENGTH_MAX = 90;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** One name for each, in their order, without the extension. */
export function draftFileNames(
  drafts: readonly { readonly code: string; readonly subject: string }[],
): string[] {
  const taken = new Set<string>();
  return drafts.map(({ code, subject }) => {
    const name = safeName(`${code} ${subject}`);
    let free = name;
    for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = `${name} (${count})`;
    taken.add(free.toLowerCase());
    return free;
  });
}

function safeName(text: string): string {
  const cleaned = text
    .normalize('NFC')
    .replace(/[\p{C}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = Array.from(cleaned)
    .slice(0, LENGTH_MAX)
    .join('')
    .replace(/[\s.]+$/u, '');
  if (short === '') return 'message';
  return RESERVED.test(short) ? `_${short}` : short;
}
