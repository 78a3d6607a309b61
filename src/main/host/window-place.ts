/** Where a window opens: where it stood, if some screen still shows it. */
import type { WindowState } from '../ports/window-state.ts';

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 1280;
const HEIGHT = 800;
/** Of the title bar: enough to take hold of the window. */
const TITLE_HEIGHT = 40;

/** `workAreas` are those of the screens there are now. */
export function windowPlace(
  state: WindowState | null,
  workAreas: readonly Area[],
): Area | Pick<Area, 'width' | 'height'> {
  if (state === null) return { width: WIDTH, height: HEIGHT };
  const { x, y, width, height } = state;
  const isSeen = workAreas.some((area) => {
    const isBeside = x >= area.x + area.width || x + width <= area.x;
    const isAboveOrBelow = y >= area.y + area.height || y + TITLE_HEIGHT <= area.y;
    return !isBeside && !isAboveOrBelow;
  });
  return isSeen ? { x, y, width, height } : { width, height };
}
