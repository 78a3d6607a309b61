/**
 * Two texts line by line: what both have, what only the one or the other has. By the longest common
 * subsequence; templates have a hundred lines at most.
 */
export interface DiffLine {
  readonly key: string;
  readonly kind: 'same' | 'mine' | 'other';
  readonly text: string;
}

/** The lines of both, in an order that reads as either of them. */
export function diffLines(mine: string, other: string): readonly DiffLine[] {
  const [own, theirs] = [mine.split('\n'), other.split('\n')];
  const common = commonLengths(own, theirs);
  const lines: DiffLine[] = [];
  let [a, b] = [0, 0];
  const add = (kind: DiffLine['kind'], text: string) =>
    lines.push({ key: `${a}-${b}`, kind, text });
  while (a < own.length || b < theirs.length) {
    const [one, two] = [own[a], theirs[b]];
    if (one !== undefined && one === two) {
      add('same', one);
      a += 1;
      b += 1;
    } else if (
      two === undefined ||
      (one !== undefined && at(common, a + 1, b) >= at(common, a, b + 1))
    ) {
      add('mine', one ?? '');
      a += 1;
    } else {
      add('other', two);
      b += 1;
    }
  }
  return lines;
}

type Lengths = readonly (readonly number[])[];

const at = (lengths: Lengths, a: number, b: number) => lengths[a]?.[b] ?? 0;

/** For each pair of places, how many lines the rests of both have in common. */
function commonLengths(own: readonly string[], theirs: readonly string[]): Lengths {
  const lengths: number[][] = own.map(() => []);
  for (let a = own.length - 1; a >= 0; a -= 1) {
    for (let b = theirs.length - 1; b >= 0; b -= 1) {
      const row = lengths[a];
      if (row === undefined) continue;
      row[b] =
        own[a] === theirs[b]
          ? at(lengths, a + 1, b + 1) + 1
          : Math.max(at(lengths, a + 1, b), at(lengths, a, b + 1));
    }
  }
  return lengths;
}
