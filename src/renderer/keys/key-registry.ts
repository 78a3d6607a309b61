/**
 * Which key does what, right now.
 *
 * Bindings come and go with the screens. Those of the topmost layer answer (a dialog above a
 * panel above a list), with those that are of every layer. The latest one wins. A binding is one
 * chord (`a`, `?`, `ctrl+k`, `escape`) or two in a row (`g p`).
 */

export interface KeyBinding {
  readonly keys: string;
  /** What it does, for the help. An empty label keeps it out of the help. */
  readonly label: string;
  readonly run: () => void;
  /** Answers while a field is being typed in too. */
  readonly whenTyping?: boolean;
  /** Named in the help only: something else answers (a list its own arrows and Enter). */
  readonly isNamedOnly?: boolean;
}

interface Registered {
  readonly layer: number;
  readonly group: string;
  readonly bindings: () => readonly KeyBinding[];
}

/** Layer of the bindings that answer whatever lies above. */
export const EVERY_LAYER = -1;
const SECOND_CHORD_MS = 1_200;

export class KeyRegistry {
  readonly #registered: Registered[] = [];
  readonly #layers: number[] = [0];
  #first: { chord: string; until: number } | null = null;

  add(entry: Registered): () => void {
    this.#registered.push(entry);
    return () => {
      const at = this.#registered.indexOf(entry);
      if (at !== -1) this.#registered.splice(at, 1);
    };
  }

  addLayer(layer: number): () => void {
    this.#layers.push(layer);
    return () => {
      const at = this.#layers.lastIndexOf(layer);
      if (at !== -1) this.#layers.splice(at, 1);
    };
  }

  /** What answers now, by group, for the help. */
  active(): readonly { readonly group: string; readonly bindings: readonly KeyBinding[] }[] {
    const top = Math.max(...this.#layers);
    return this.#registered
      .filter((entry) => entry.layer === top || entry.layer === EVERY_LAYER)
      .map(({ group, bindings }) => ({ group, bindings: bindings() }));
  }

  /** Runs what a key event asks for; true when something answered. */
  press(event: KeyboardEvent, isTyping: boolean): boolean {
    const chord = chordOf(event);
    if (chord === null) return false;
    const first = this.#first !== null && event.timeStamp < this.#first.until ? this.#first : null;
    this.#first = null;
    const whole = first === null ? chord : `${first.chord} ${chord}`;
    const all = this.active().flatMap(({ bindings }) => bindings);
    const usable = all.filter(
      (binding) => binding.isNamedOnly !== true && (!isTyping || binding.whenTyping === true),
    );
    const found = usable.findLast((binding) => binding.keys === whole);
    if (found !== undefined) {
      found.run();
      return true;
    }
    if (first === null && usable.some((binding) => binding.keys.startsWith(`${chord} `))) {
      this.#first = { chord, until: event.timeStamp + SECOND_CHORD_MS };
      return true;
    }
    return false;
  }
}

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead']);

/** `ctrl+k`, `shift+f10`, `?`, `a`; a printable sign already says its shift. */
function chordOf(event: KeyboardEvent): string | null {
  if (MODIFIERS.has(event.key) || event.isComposing) return null;
  const isPrintable = [...event.key].length === 1;
  const key = isPrintable && !event.ctrlKey ? event.key : event.key.toLowerCase();
  const parts = [
    event.ctrlKey || event.metaKey ? 'ctrl' : '',
    event.altKey && !isPrintable ? 'alt' : '',
    event.shiftKey && !isPrintable ? 'shift' : '',
    key,
  ];
  return parts.filter((part) => part !== '').join('+');
}
