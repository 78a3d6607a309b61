/**
 * When the application may leave: with its last window, never during a job or a sending.
 *
 * A window of the browser started here ends with that browser. One that the user opened himself
 * from the printed address is over after a minute without an event stream. Before the first page
 * ever came, nobody left anything.
 */
export const ABSENCE_MS = 60_000;
/** A page that reloads is away for a moment. */
export const RELOAD_MS = 2000;

export interface WindowFacts {
  /** Browsers started here that still run. */
  readonly browsers: number;
  /** Some browser was started here and a page came. */
  readonly hadBrowser: boolean;
  readonly hadSession: boolean;
  /** Since when there is no event stream; null while there is one. */
  readonly aloneForMs: number | null;
  readonly isBusy: boolean;
  readonly isBackground: boolean;
}

/** True when nobody is there any more. */
export function mayLeave(facts: WindowFacts): boolean {
  if (facts.isBackground || facts.isBusy || !facts.hadSession) return false;
  if (facts.browsers > 0 || facts.aloneForMs === null) return false;
  return facts.aloneForMs >= (facts.hadBrowser ? RELOAD_MS : ABSENCE_MS);
}
