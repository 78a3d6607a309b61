/** Marks of a chart that are neither bars nor lines: the band of a week, its objective. */

interface Api {
  readonly value: (dimension: number) => number;
  readonly coord: (point: readonly [number, number]) => readonly [number, number];
  readonly size: (size: readonly [number, number]) => readonly [number, number];
}

const CAP_SHARE = 0.18;

/** From low to high with caps, one a week; a week without a band has none. */
export function whiskerSeries(
  weeks: readonly { readonly lowCents: number | null; readonly highCents: number | null }[],
  look: {
    readonly name: string;
    readonly color: string;
    readonly bandOf: (low: string, high: string) => string;
    /** Cents as whole euros. */
    readonly whole: (cents: number) => string;
  },
) {
  return {
    type: 'custom',
    name: look.name,
    z: 5,
    silent: true,
    data: weeks.map(({ lowCents, highCents }, index) => [index, lowCents ?? 0, highCents ?? 0]),
    encode: { x: 0, y: [1, 2] },
    itemStyle: { color: look.color },
    tooltip: {
      valueFormatter: (value: unknown) => {
        const [low = 0, high = 0] = Array.isArray(value) ? (value.slice(-2) as number[]) : [];
        return look.bandOf(look.whole(low), look.whole(high));
      },
    },
    renderItem: (_params: unknown, api: Api) => {
      const index = api.value(0);
      if (api.value(2) <= 0) return null;
      const [x, low] = api.coord([index, api.value(1)]);
      const [, high] = api.coord([index, api.value(2)]);
      const cap = Math.min(7, api.size([1, 0])[0] * CAP_SHARE);
      const line = (x1: number, y1: number, x2: number, y2: number) => ({
        type: 'line',
        shape: { x1, y1, x2, y2 },
        style: { stroke: look.color, lineWidth: 1.25 },
      });
      return {
        type: 'group',
        children: [
          line(x, low, x, high),
          line(x - cap, low, x + cap, low),
          line(x - cap, high, x + cap, high),
        ],
      };
    },
  };
}

/** A short stroke at the height of an aim; a week without one has none. */
export function markSeries(
  aims: readonly (number | null)[],
  look: {
    readonly name: string;
    readonly color: string;
    readonly euros: (value: unknown) => string;
  },
) {
  return {
    type: 'custom',
    name: look.name,
    z: 6,
    silent: true,
    data: aims.flatMap((cents, index) => (cents === null ? [] : [[index, cents]])),
    encode: { x: 0, y: 1 },
    itemStyle: { color: look.color },
    tooltip: {
      valueFormatter: (value: unknown) => look.euros(Array.isArray(value) ? value.at(-1) : value),
    },
    renderItem: (_params: unknown, api: Api) => {
      const [x, y] = api.coord([api.value(0), api.value(1)]);
      const half = Math.min(20, api.size([1, 0])[0] * 0.42);
      return {
        type: 'line',
        shape: { x1: x - half, y1: y, x2: x + half, y2: y },
        style: { stroke: look.color, lineWidth: 2 },
      };
    },
  };
}
