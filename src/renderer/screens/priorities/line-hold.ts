/** What a row of the morning needs to be stood on and opened. */
export interface LineHold {
  readonly isActive: boolean;
  readonly onFocus: () => void;
  readonly onOpen: (action?: 'call') => void;
  readonly hold: (element: HTMLButtonElement | null) => void;
}
