/**
 * The colours of the window, light and dark, by what they mean.
 *
 * One accent, a deep blue-green. Red says overdue or danger, amber to check, green settled or
 * kept; each stands beside a word or an icon, never alone. A meaning has two shades: `ink` on the
 * page, and `soft` behind it. Every pair that is used as text is named in `TEXT_PAIRS`, and a
 * test holds it to the contrast of WCAG AA.
 *
 * `theme.ts` turns each name into a CSS variable: `inkMuted` is `--ink-muted`.
 */
const light = {
  paper: '#ffffff',
  paperSide: '#f4f7f7',
  paperRaised: '#ffffff',
  paperHover: '#eef3f3',
  paperActive: '#e1efee',
  line: '#dfe6e6',
  lineStrong: '#7d8f8f',
  ink: '#14211f',
  inkMuted: '#566664',
  inkFaint: '#5a6a68',
  accent: '#0b5f63',
  accentHover: '#084b4f',
  accentSoft: '#dff0ef',
  onAccent: '#ffffff',
  danger: '#b3261e',
  dangerSoft: '#fbeae8',
  amber: '#855300',
  amberSoft: '#fcf1d9',
  green: '#1b6a3c',
  greenSoft: '#e3f3e8',
  neutral: '#465654',
  neutralSoft: '#e9eeee',
  age0: '#9ccfcb',
  age1: '#f3d896',
  age2: '#f0b878',
  age3: '#e58f6c',
  age4: '#de7768',
  ageInk: '#14211f',
  ageNone: '#c9d2d2',
  series1: '#0b5f63',
  series2: '#5aa7a3',
  series3: '#b9d9d6',
  seriesLine: '#8a5a12',
};

export type TokenName = keyof typeof light;
export type Tokens = Readonly<Record<TokenName, string>>;

const dark: Tokens = {
  paper: '#13191b',
  paperSide: '#0e1415',
  paperRaised: '#1b2326',
  paperHover: '#1d2629',
  paperActive: '#1b3536',
  line: '#2a3437',
  lineStrong: '#6f8285',
  ink: '#e7eded',
  inkMuted: '#a3b4b5',
  inkFaint: '#8fa2a3',
  accent: '#5fc4bf',
  accentHover: '#82d6d2',
  accentSoft: '#173738',
  onAccent: '#06201f',
  danger: '#ff9a8f',
  dangerSoft: '#3b1f1d',
  amber: '#f0c069',
  amberSoft: '#37290f',
  green: '#78d29b',
  greenSoft: '#143223',
  neutral: '#b9c7c8',
  neutralSoft: '#273134',
  age0: '#3e8f8b',
  age1: '#c9a44a',
  age2: '#d08a48',
  age3: '#d3714f',
  age4: '#e0675a',
  ageInk: '#0b1413',
  ageNone: '#7c8b8d',
  series1: '#5fc4bf',
  series2: '#37817e',
  series3: '#27504f',
  seriesLine: '#e5b563',
};

export const TOKENS = { light, dark } as const;

/** Text colours, each with the grounds it is written on. */
export const TEXT_PAIRS: readonly (readonly [TokenName, readonly TokenName[]])[] = [
  [
    'ink',
    ['paper', 'paperSide', 'paperRaised', 'paperHover', 'paperActive', 'neutralSoft', 'accentSoft'],
  ],
  ['inkMuted', ['paper', 'paperSide', 'paperRaised', 'paperHover', 'paperActive']],
  ['inkFaint', ['paper', 'paperSide', 'paperRaised', 'paperHover', 'paperActive', 'accentSoft']],
  ['accent', ['paper', 'paperSide', 'paperRaised', 'paperHover', 'paperActive', 'accentSoft']],
  ['onAccent', ['accent', 'accentHover']],
  ['danger', ['paper', 'paperSide', 'paperRaised', 'paperHover', 'paperActive', 'dangerSoft']],
  ['amber', ['paper', 'paperSide', 'paperRaised', 'paperHover', 'paperActive', 'amberSoft']],
  ['green', ['paper', 'paperSide', 'paperRaised', 'paperHover', 'paperActive', 'greenSoft']],
  ['neutral', ['paper', 'paperHover', 'neutralSoft']],
  ['ageInk', ['age0', 'age1', 'age2', 'age3', 'age4', 'ageNone']],
];

/** Shapes that carry meaning (focus rings, borders of fields), each with its grounds. */
export const SHAPE_PAIRS: readonly (readonly [TokenName, readonly TokenName[]])[] = [
  ['lineStrong', ['paper', 'paperRaised', 'paperSide']],
  ['accent', ['paper', 'paperRaised', 'paperSide']],
];

/** The CSS variable of a token: `inkMuted` → `--ink-muted`, `age0` → `--age0`. */
export function variableOf(name: TokenName): `--${string}` {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
