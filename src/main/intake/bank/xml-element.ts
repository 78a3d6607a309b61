/** One element of a message with all it holds, and the ways to look into it. */

export interface XmlElement {
  readonly name: string;
  readonly attributes: string;
  readonly lineNumber: number;
  readonly children: XmlElement[];
  text: string;
}

/** The elements at the end of a path of names, in their order: `['RmtInf', 'Ustrd']`. */
export function elementsAt(element: XmlElement, path: readonly string[]): readonly XmlElement[] {
  let found: readonly XmlElement[] = [element];
  for (const name of path) {
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  }
  return found;
}

/** The first element of a path, `Refs/EndToEndId`; undefined where there is none. */
export function elementAt(element: XmlElement | undefined, path: string): XmlElement | undefined {
  return element === undefined ? undefined : elementsAt(element, path.split('/'))[0];
}

/** Text of the first of these paths that says something; null where none does. */
export function textAt(
  element: XmlElement | undefined,
  ...paths: readonly string[]
): string | null {
  if (element === undefined) return null;
  for (const path of paths) {
    const said = elementsAt(element, path.split('/')).find(({ text }) => text !== '');
    if (said !== undefined) return said.text;
  }
  return null;
}

/** Texts of all elements of these paths. */
export function textsAt(element: XmlElement, ...paths: readonly string[]): string[] {
  return paths.flatMap((path) => elementsAt(element, path.split('/')).map(({ text }) => text));
}
