/** Entry of the Electron host. */
import { startElectron } from './host/electron/start.ts';
import { pageSourceOf, siblingEntry } from './host/sibling-entry.ts';

// Not awaited: Electron is ready only once its entry has been read to the end.
void startElectron(siblingEntry('core', import.meta), pageSourceOf(import.meta, process.env));
