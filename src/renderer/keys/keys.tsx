/**
 * Keys of the window, of a screen, of a list.
 *
 *     useKeys('Fiche client', [{ keys: 'a', label: 'Noter un appel', run: openCall }]);
 *     useKeys('Partout', bindings, { isEverywhere: true });
 *     <KeyLayer>…</KeyLayer>        what is inside (dialog, panel) silences the keys below
 *
 * None is needed by who uses the mouse; `?` shows those of the moment.
 */
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { EVERY_LAYER, type KeyBinding, KeyRegistry } from './key-registry.ts';
import { isTypedIn } from './typing.ts';

const RegistryContext = createContext<KeyRegistry>(new KeyRegistry());
const LayerContext = createContext(0);

/** A place that has keys of its own already: menus, lists of choices, foreign dialogs. */
const OWN_KEYS = '[role="menu"], [role="listbox"], [role="combobox"][aria-expanded="true"]';

export function KeysProvider(props: { readonly children: ReactNode }) {
  const [registry] = useState(() => new KeyRegistry());
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(OWN_KEYS) !== null) return;
      if (registry.press(event, isTypedIn(event.target))) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [registry]);
  return <RegistryContext.Provider value={registry}>{props.children}</RegistryContext.Provider>;
}

export function useKeyRegistry(): KeyRegistry {
  return useContext(RegistryContext);
}

export interface KeysOptions {
  /** False takes them away for a while. */
  readonly isEnabled?: boolean;
  /** Answers under dialogs and panels too. */
  readonly isEverywhere?: boolean;
}

export function useKeys(
  group: string,
  bindings: readonly KeyBinding[],
  options: KeysOptions = {},
): void {
  const { isEnabled = true, isEverywhere = false } = options;
  const registry = useKeyRegistry();
  const layer = useContext(LayerContext);
  const latest = useRef(bindings);
  useLayoutEffect(() => {
    latest.current = bindings;
  });
  useEffect(() => {
    if (!isEnabled) return;
    return registry.add({
      layer: isEverywhere ? EVERY_LAYER : layer,
      group,
      bindings: () => latest.current,
    });
  }, [registry, layer, group, isEnabled, isEverywhere]);
}

/** Keys used inside silence those of what lies below, as long as this is on screen. */
export function KeyLayer(props: { readonly children: ReactNode }) {
  const registry = useKeyRegistry();
  const layer = useContext(LayerContext) + 1;
  useEffect(() => registry.addLayer(layer), [registry, layer]);
  return <LayerContext.Provider value={layer}>{props.children}</LayerContext.Provider>;
}
