/** One key does one thing: that of the topmost layer, the latest to have asked for it. */
import { describe, expect, test } from 'vitest';
import {
  EVERY_LAYER,
  type KeyBinding,
  KeyRegistry,
} from '../../../../src/renderer/keys/key-registry.ts';

/** A key event as the registry reads one, without a page. */
function key(text: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent {
  const event = { key: text, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  return { ...event, isComposing: false, timeStamp: 0, target: null, ...more } as KeyboardEvent;
}

function registryWith(bindings: readonly Omit<KeyBinding, 'run' | 'label'>[], layer = 0) {
  const registry = new KeyRegistry();
  const pressed: string[] = [];
  const add = (on: number, name: string, keys: readonly Omit<KeyBinding, 'run' | 'label'>[]) =>
    registry.add({
      layer: on,
      group: name,
      bindings: () =>
        keys.map((one) => ({ ...one, label: name, run: () => pressed.push(name + one.keys) })),
    });
  add(layer, '', bindings);
  return { registry, pressed, add };
}

describe('keys', () => {
  test('a single key answers', () => {
    const { registry, pressed } = registryWith([{ keys: 'a' }]);
    expect(registry.press(key('a'), false)).toBe(true);
    expect(registry.press(key('b'), false)).toBe(false);
    expect(pressed).toEqual(['a']);
  });

  test('a sign that needs shift is the sign itself', () => {
    const { registry, pressed } = registryWith([{ keys: '?' }]);
    registry.press(key('?', { shiftKey: true }), false);
    expect(pressed).toEqual(['?']);
  });

  test('Ctrl and Cmd are one', () => {
    const { registry, pressed } = registryWith([{ keys: 'ctrl+k' }]);
    registry.press(key('k', { ctrlKey: true }), false);
    registry.press(key('k', { metaKey: true }), false);
    registry.press(key('k'), false);
    expect(pressed).toEqual(['ctrl+k', 'ctrl+k']);
  });

  test('two keys in a row are one binding, the second within its time', () => {
    const { registry, pressed } = registryWith([{ keys: 'g p' }, { keys: 'p' }]);
    registry.press(key('g', { timeStamp: 0 }), false);
    registry.press(key('p', { timeStamp: 800 }), false);
    registry.press(key('g', { timeStamp: 2000 }), false);
    registry.press(key('p', { timeStamp: 9000 }), false);
    expect(pressed).toEqual(['g p', 'p']);
  });

  test('a layer above silences what lies below, but not what is everywhere', () => {
    const { registry, pressed, add } = registryWith([{ keys: 'a' }]);
    add(EVERY_LAYER, 'everywhere ', [{ keys: '?' }]);
    const leave = registry.addLayer(1);
    registry.press(key('a'), false);
    registry.press(key('?'), false);
    add(1, 'above ', [{ keys: 'a' }]);
    registry.press(key('a'), false);
    leave();
    registry.press(key('a'), false);
    expect(pressed).toEqual(['everywhere ?', 'above a', 'a']);
  });

  test('the latest to ask wins, and gives way when it leaves', () => {
    const { registry, pressed, add } = registryWith([{ keys: 'a' }]);
    const leave = add(0, 'later ', [{ keys: 'a' }]);
    registry.press(key('a'), false);
    leave();
    registry.press(key('a'), false);
    expect(pressed).toEqual(['later a', 'a']);
  });

  test('what is only named in the help does not answer', () => {
    const { registry, pressed } = registryWith([{ keys: 'enter', isNamedOnly: true }]);
    expect(registry.press(key('Enter'), false)).toBe(false);
    expect(pressed).toEqual([]);
    expect(registry.active()[0]?.bindings).toHaveLength(1);
  });

  test('in a field only what is made for it answers', () => {
    const { registry, pressed } = registryWith([
      { keys: 'a' },
      { keys: 'ctrl+k', whenTyping: true },
    ]);
    expect(registry.press(key('a'), true)).toBe(false);
    expect(registry.press(key('k', { ctrlKey: true }), true)).toBe(true);
    expect(pressed).toEqual(['ctrl+k']);
  });

  test('a modifier alone says nothing', () => {
    const { registry } = registryWith([{ keys: 'shift' }]);
    expect(registry.press(key('Shift', { shiftKey: true }), false)).toBe(false);
  });
});
