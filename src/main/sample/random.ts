/**
 * Numbers that look drawn and come out the same for the same seed, so that the sample company is
 * the same on every machine and every test. Mulberry32, a public-domain 32-bit generator.
 */
export interface Random {
  /** A number of [0, 1[. */
  next(): number;
  /** A whole number of [min, max]. */
  whole(min: number, max: number): number;
  /** One of the list, which must not be empty. */
  pick<Value>(list: readonly Value[]): Value;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** About normal, by twelve draws: mean and standard deviation. */
  bell(mean: number, deviation: number): number;
}

/** A generator that starts at this seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    bell: (mean, deviation) => {
      let sum = 0;
      for (let index = 0; index < 12; index += 1) sum += next();
      return mean + (sum - 6) * deviation;
    },
    pick: (list) => {
      const value = list[whole(0, list.length - 1)];
      if (value === undefined) throw new RangeError('pick: empty list');
      return value;
    },
  };
}
