/** What the host thread and the core thread tell one another, besides requests and answers. */

import type { PostedLine } from '../ports/posted-log.ts';
import type { StartOptions, StartRefusal } from '../ports/start.ts';
import type { WindowState } from '../ports/window-state.ts';
import type { BridgeAnswer, BridgeCall } from './bridge.ts';

/** Given to the core's Worker as `workerData`. */
export interface CoreStart {
  readonly options: StartOptions;
  /** Written by the host thread every second; see `thread-delay.ts`. */
  readonly hostDelay: SharedArrayBuffer;
}

/** What the host needs to know of the user's settings to show its first window. */
export interface HostSettings {
  readonly window: WindowState | null;
  readonly language: 'fr' | 'en';
}

export type ToCore =
  | BridgeCall
  | { readonly kind: 'window_state'; readonly state: WindowState }
  | { readonly kind: 'stop' };

export type ToHost =
  | BridgeAnswer
  | { readonly kind: 'ready'; readonly settings: HostSettings }
  | { readonly kind: 'refused'; readonly refusal: StartRefusal }
  | { readonly kind: 'busy'; readonly isBusy: boolean }
  | { readonly kind: 'log'; readonly line: PostedLine }
  | { readonly kind: 'notify'; readonly title: string; readonly body: string }
  | { readonly kind: 'open_external'; readonly url: string }
  | { readonly kind: 'show_in_folder'; readonly path: string }
  | { readonly kind: 'restart' };
