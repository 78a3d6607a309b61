/** Where the window stood when it was last closed. */
export interface WindowState {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

/** Reads a stored state; null for anything that is not one, or too small to be used. */
export function parseWindowState(value: unknown): WindowState | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Record<string, unknown>;
  const { x, y, width, height, isMaximized } = fields;
  if (![x, y, width, height].every(Number.isSafeInteger) || typeof isMaximized !== 'boolean') {
    return null;
  }
  const state = { x, y, width, height, isMaximized } as WindowState;
  return state.width >= 400 && state.height >= 300 ? state : null;
}
