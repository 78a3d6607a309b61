/**
 * Mantine dressed with our tokens: dense, flat, one accent. What a component needs of colour
 * comes from the CSS variables of `tokens.ts`, so that light and dark are one set of rules.
 */
import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { TOKENS, type TokenName, type Tokens, variableOf } from './tokens.ts';

/** Mantine asks for ten shades; shade 6 serves the light scheme and shade 4 the dark one. */
function shades(name: TokenName, hover: TokenName): MantineColorsTuple {
  const { light, dark } = TOKENS;
  return [
    light[name],
    light[name],
    dark[hover],
    dark[hover],
    dark[name],
    light[name],
    light[name],
    light[hover],
    light[hover],
    light[hover],
  ];
}

const GROUNDS: Readonly<Record<string, { ink: TokenName; soft: TokenName; hover: TokenName }>> = {
  accent: { ink: 'accent', soft: 'accentSoft', hover: 'accentHover' },
  danger: { ink: 'danger', soft: 'dangerSoft', hover: 'danger' },
  amber: { ink: 'amber', soft: 'amberSoft', hover: 'amber' },
  green: { ink: 'green', soft: 'greenSoft', hover: 'green' },
  neutral: { ink: 'neutral', soft: 'neutralSoft', hover: 'ink' },
};

const css = (name: TokenName) => `var(${variableOf(name)})`;

/** Buttons and icons: `filled` for the one primary action, `default` for the others. */
const variantColorResolver: VariantColorsResolver = ({ color, variant, theme }) => {
  const ground = GROUNDS[color ?? theme.primaryColor] ?? {
    ink: 'accent' as const,
    soft: 'accentSoft' as const,
    hover: 'accentHover' as const,
  };
  const soft = css(ground.soft);
  const ink = css(ground.ink);
  switch (variant) {
    case 'filled':
      return {
        background: ink,
        hover: css(ground.hover),
        color: ground.ink === 'accent' ? css('onAccent') : css('paper'),
        border: '1px solid transparent',
      };
    case 'light':
      return { background: soft, hover: soft, color: ink, border: '1px solid transparent' };
    case 'subtle':
      return {
        background: 'transparent',
        hover: css('paperHover'),
        color: ink,
        border: '1px solid transparent',
      };
    case 'transparent':
      return { background: 'transparent', hover: 'transparent', color: ink, border: 'none' };
    default:
      return {
        background: css('paper'),
        hover: css('paperHover'),
        color: ground.ink === 'accent' ? css('ink') : ink,
        border: `1px solid ${css('line')}`,
      };
  }
};

/** The page never scrolls by itself, so nothing needs to lock it (with a style of its own). */
const FLOATING = {
  lockScroll: false,
  transitionProps: { duration: 0 },
  overlayProps: { backgroundOpacity: 0.3, blur: 0 },
};

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  colors: {
    accent: shades('accent', 'accentHover'),
    danger: shades('danger', 'danger'),
    amber: shades('amber', 'amber'),
    green: shades('green', 'green'),
    neutral: shades('neutral', 'ink'),
  },
  autoContrast: true,
  black: TOKENS.light.ink,
  variantColorResolver,
  fontFamily: "'Inter Variable', system-ui, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, monospace",
  fontSizes: {
    xs: '0.8125rem',
    sm: '0.875rem',
    md: '0.875rem',
    lg: '1rem',
    xl: '1.25rem',
  },
  headings: { fontWeight: '600' },
  defaultRadius: '4px',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'xs', variant: 'default' } },
    ActionIcon: { defaultProps: { size: 30, variant: 'subtle', color: 'neutral' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    Autocomplete: { defaultProps: { size: 'xs' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    FileInput: { defaultProps: { size: 'xs' } },
    DateInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Menu: {
      defaultProps: {
        shadow: 'md',
        transitionProps: { duration: 0 },
        withInitialFocusPlaceholder: false,
      },
    },
    Portal: { defaultProps: { target: '#floating' } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 350, transitionProps: { duration: 0 } } },
    Modal: { defaultProps: FLOATING },
    ModalRoot: { defaultProps: FLOATING },
    ModalOverlay: { defaultProps: { backgroundOpacity: 0.3 } },
    SpotlightRoot: { defaultProps: FLOATING },
  },
});

function declared(tokens: Tokens): Record<string, string> {
  const own = Object.entries(tokens).map(([name, value]) => [variableOf(name as TokenName), value]);
  const shared: Record<string, TokenName> = {
    '--mantine-color-body': 'paper',
    '--mantine-color-text': 'ink',
    '--mantine-color-bright': 'ink',
    '--mantine-color-dimmed': 'inkMuted',
    '--mantine-color-anchor': 'accent',
    '--mantine-color-placeholder': 'inkFaint',
    '--mantine-color-error': 'danger',
    '--mantine-color-default': 'paper',
    '--mantine-color-default-hover': 'paperHover',
    '--mantine-color-default-color': 'ink',
    '--mantine-color-default-border': 'line',
    '--mantine-color-disabled': 'neutralSoft',
    '--mantine-color-disabled-color': 'inkFaint',
    '--mantine-color-disabled-border': 'line',
    // What Mantine draws with its own greys in the dark: borders, chosen segments, fields.
    '--mantine-color-dark-4': 'line',
    '--mantine-color-dark-5': 'line',
    '--mantine-color-dark-6': 'paperRaised',
    '--mantine-color-dark-7': 'paper',
    '--mantine-color-dark-8': 'paperSide',
    '--mantine-primary-color-filled': 'accent',
    '--mantine-primary-color-filled-hover': 'accentHover',
    '--mantine-primary-color-light': 'accentSoft',
    '--mantine-primary-color-light-hover': 'accentSoft',
    '--mantine-primary-color-light-color': 'accent',
    '--mantine-primary-color-contrast': 'onAccent',
  };
  const mantine = Object.entries(shared).map(([name, token]) => [name, tokens[token]]);
  return Object.fromEntries([...own, ...mantine]);
}

/** Writes the tokens as CSS variables, once per scheme. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: declared(TOKENS.light),
  dark: declared(TOKENS.dark),
});

/** The nonce of the page: without it the browser refuses the variables' `<style>`. */
export function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
  return meta === null ? '' : meta.nonce || meta.content;
}

/** The light colours whatever the scheme, for paper: the text of a `<style media="print">`. */
export const PRINT_VARIABLES = `:root[data-mantine-color-scheme] {${Object.entries(
  declared(TOKENS.light),
)
  .map(([name, value]) => `${name}: ${value} !important;`)
  .join(' ')}}`;
