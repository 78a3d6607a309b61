import { expect, test } from 'vitest';
import {
  chancesAfter,
  chancesLater,
  expectItem,
  type ItemToExpect,
  LATER,
  likelyDay,
  NEVER,
  PLACES,
  placeOf,
  spreadCents,
} from '../../../../src/shared/domain/forecast/expected-cash.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const today = calendarDate('2026-11-25'); // a Wednesday

/** Chances written by place. */
function chancesOf(places: Readonly<Record<number, number>>): number[] {
  return Array.from({ length: PLACES }, (_, place) => places[place] ?? 0);
}

const usual = chancesOf({ 0: 0.2, 1: 0.5, 2: 0.2, [LATER]: 0.05, [NEVER]: 0.05 });

function itemOf(part: Partial<ItemToExpect>): ItemToExpect {
  return {
    amountCents: 10_000,
    disputedCents: 0,
    chances: usual,
    typedDate: null,
    promises: [],
    reliability: 0.8,
    disputeDays: 0,
    ...part,
  };
}

function placesOf(part: Partial<ItemToExpect>): Record<string, number> {
  const places: Record<string, number> = {};
  expectItem(itemOf(part), today, (source, place, cents) => {
    const key = `${source} ${place}`;
    places[key] = (places[key] ?? 0) + cents;
  });
  return places;
}

test.each([
  ['2026-11-20', 0], // past: this week's
  ['2026-11-29', 0],
  ['2026-11-30', 1],
  ['2027-05-23', 25],
  ['2027-05-24', LATER],
  ['2029-01-01', LATER],
])('%s has place %i', (day, place) => {
  expect(placeOf(calendarDate(day), today)).toBe(place);
});

test('an item that nobody spoke of is spread as its customer usually pays', () => {
  expect(placesOf({})).toEqual({
    'habit 0': 2000,
    'habit 1': 5000,
    'habit 2': 2000,
    [`habit ${LATER}`]: 500,
    [`habit ${NEVER}`]: 500,
  });
});

test('a promise takes its reliability, the rest comes as usual after it', () => {
  // After week 1 there are 0.2 + 0.05 + 0.05 left of 1: 2 000 × 2/3, 1/6, 1/6.
  const promises = [{ promisedFor: calendarDate('2026-12-04'), amountCents: 10_000 }];
  expect(placesOf({ promises })).toEqual({
    'promise 1': 8000,
    'habit 2': 1333,
    [`habit ${LATER}`]: 334,
    [`habit ${NEVER}`]: 333,
  });
});

test('a promise of a part leaves the rest to the habit, and one beyond what is open counts once', () => {
  const promises = [
    { promisedFor: calendarDate('2026-12-18'), amountCents: 9000 },
    { promisedFor: calendarDate('2026-12-04'), amountCents: 4000 },
    { promisedFor: calendarDate('2026-12-20'), amountCents: 4000 },
  ];
  const places = placesOf({ promises, reliability: 1 });
  expect(places).toEqual({ 'promise 1': 4000, 'promise 3': 6000 });
});

test('a promise never kept brings nothing in its week', () => {
  const promises = [{ promisedFor: calendarDate('2026-12-04'), amountCents: 10_000 }];
  expect(placesOf({ promises, reliability: 0 })['promise 1']).toBeUndefined();
});

test('a day that has passed says nothing any more, promised or typed', () => {
  const past = calendarDate('2026-11-24');
  expect(placesOf({ promises: [{ promisedFor: past, amountCents: 10_000 }] })).toEqual(
    placesOf({}),
  );
  expect(placesOf({ typedDate: past })).toEqual(placesOf({}));
});

test('a date typed by hand wins over promises, habit and dispute', () => {
  const promises = [{ promisedFor: calendarDate('2026-12-04'), amountCents: 10_000 }];
  const typedDate = calendarDate('2026-12-18');
  expect(placesOf({ typedDate, promises, disputedCents: 300, disputeDays: 90 })).toEqual({
    'typed 3': 10_300,
  });
});

test('the disputed part comes later by the weeks its dispute still takes', () => {
  const places = placesOf({ amountCents: 0, disputedCents: 10_000, disputeDays: 8 });
  expect(places).toEqual({
    'habit 2': 2000,
    'habit 3': 5000,
    'habit 4': 2000,
    [`habit ${LATER}`]: 500,
    [`habit ${NEVER}`]: 500,
  });
  expect(chancesLater(usual, 0)).toBe(usual);
  expect(chancesLater(usual, 400)[LATER]).toBeCloseTo(0.95);
});

test('an item that by its habit would be paid by then comes the week after', () => {
  const sure = chancesOf({ 0: 1 });
  expect(chancesAfter(sure, 0)[1]).toBe(1);
  expect(chancesAfter(sure, LATER)[LATER]).toBe(1);
});

test('cents are spread by the running sum, and none is lost', () => {
  const given: [number, number][] = [];
  const thirds = chancesOf({ 0: 1 / 3, 1: 1 / 3, 2: 1 / 3 });
  spreadCents(100, thirds, (place, cents) => given.push([place, cents]));
  expect(given).toEqual([
    [0, 33],
    [1, 34],
    [2, 33],
  ]);
});

test('the likely day is the typed one, the promised one of who keeps his word, else the habit’s', () => {
  const item = { ...itemOf({}), isDisputed: false, medianDate: calendarDate('2026-12-10') };
  const promises = [{ promisedFor: calendarDate('2026-12-04'), amountCents: 10_000 }];
  expect(likelyDay(item, today)).toEqual({ day: '2026-12-10', source: 'habit' });
  expect(likelyDay({ ...item, promises }, today)).toEqual({ day: '2026-12-04', source: 'promise' });
  expect(likelyDay({ ...item, promises, reliability: 0.3 }, today).source).toBe('habit');
  expect(likelyDay({ ...item, promises, typedDate: today }, today)).toEqual({
    day: today,
    source: 'typed',
  });
  expect(likelyDay({ ...item, isDisputed: true, disputeDays: 20 }, today).day).toBe('2026-12-30');
  expect(likelyDay({ ...item, medianDate: null }, today)).toEqual({ day: null, source: 'habit' });
});
