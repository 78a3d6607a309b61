/** Where what happened is announced to the windows. */
import type { AppEvent } from '../../shared/contract/application.ts';

export interface Events {
  /** Announces to every window. Nothing is kept: a window that was not there asks again. */
  publish(event: AppEvent): void;
}
