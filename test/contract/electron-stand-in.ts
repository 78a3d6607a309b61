/**
 * Stands in for the `electron` module: as strict as the real one where it matters.
 *
 * Read in Electron's own sources (`lib/browser/api/protocol.ts`): a request handed to a protocol
 * handler has no signal, a Blob body comes as one chunk, an `Origin: null` header is removed, and
 * giving up is the cancel of the response's body and nothing else. `will-navigate` is announced
 * for every link, downloads included. What is not below does not exist here, so that the host
 * can't use it unseen.
 */
import { EventEmitter } from 'node:events';

type Handler = (request: Request) => Promise<Response> | Response;
type Permission = (
  contents: unknown,
  permission: string,
  callback: (isGranted: boolean) => void,
  details: { readonly requestingUrl: string },
) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string) => boolean;

/** What the host did, for the tests to look at. */
export const seen = {
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  windows: [] as BrowserWindow[],
  loaded: [] as string[],
  downloads: [] as string[],
  opened: [] as string[],
  external: [] as string[],
  errors: [] as string[],
  notices: [] as string[],
  exits: [] as number[],
  paths: {} as Record<string, string>,
  isSandboxed: false,
  trays: 0,
};

let isReady = false;

class App extends EventEmitter {
  readonly isPackaged = false;
  enableSandbox(): void {
    if (isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    seen.isSandboxed = true;
  }
  setPath(name: string, value: string): void {
    seen.paths[name] = value;
  }
  getPath(name: string): string {
    return seen.paths[name] ?? `/standing-in/${name}`;
  }
  getAppPath(): string {
    return '/standing-in';
  }
  requestSingleInstanceLock(): boolean {
    return true;
  }
  async whenReady(): Promise<void> {
    isReady = true;
  }
  exit(code: number): void {
    seen.exits.push(code);
  }
  quit(): void {
    let isPrevented = false;
    this.emit('before-quit', { preventDefault: () => (isPrevented = true) });
    if (isPrevented) return;
    for (const window of [...seen.windows]) window.close();
    seen.exits.push(0);
  }
}
export const app = new App();

export const protocol = {
  registerSchemesAsPrivileged(schemes: typeof seen.schemes): void {
    if (isReady) throw new Error('protocol.registerSchemesAsPrivileged: app is ready');
    if (seen.schemes.length > 0) throw new Error('registerSchemesAsPrivileged: called twice');
    seen.schemes = schemes;
  },
};

class Session extends EventEmitter {
  handler: Handler | null = null;
  permissionCheck: PermissionCheck = () => true;
  permissionRequest: Permission = (_contents, _permission, callback) => callback(true);
  devicePermission: () => boolean = () => true;
  readonly protocol = {
    handle: (scheme: string, handler: Handler): void => {
      if (!isReady) throw new Error('session can only be used after app is ready');
      const known = seen.schemes.find((one) => one.scheme === scheme);
      if (!known?.privileges.supportFetchAPI) throw new Error('URL scheme not supported');
      if (this.handler !== null) throw new Error(`The scheme ${scheme} is already handled`);
      this.handler = handler;
    },
  };
  setPermissionCheckHandler(check: PermissionCheck): void {
    this.permissionCheck = check;
  }
  setPermissionRequestHandler(request: Permission): void {
    this.permissionRequest = request;
  }
  setDevicePermissionHandler(check: () => boolean): void {
    this.devicePermission = check;
  }
}
export const session = { defaultSession: new Session() };

interface Display {
  readonly workArea: { x: number; y: number; width: number; height: number };
}
export const screen = {
  getAllDisplays: (): Display[] => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};

class WebContents extends EventEmitter {
  #url = '';
  reloads = 0;
  openHandler: (details: { url: string }) => { action: 'allow' | 'deny' } = () => ({
    action: 'allow',
  });
  getURL(): string {
    return this.#url;
  }
  async loadURL(url: string): Promise<void> {
    this.#url = url;
    seen.loaded.push(url);
  }
  reload(): void {
    this.reloads += 1;
  }
  downloadURL(url: string): void {
    const item = new DownloadItem(url);
    let isPrevented = false;
    session.defaultSession.emit(
      'will-download',
      { preventDefault: () => (isPrevented = true) },
      item,
      this,
    );
    if (!isPrevented) seen.downloads.push(url);
  }
  setWindowOpenHandler(handler: WebContents['openHandler']): void {
    this.openHandler = handler;
  }

  /** What a link does, `<a download>` included: announced, then followed unless prevented. */
  followLink(url: string): void {
    let isPrevented = false;
    const preventDefault = () => (isPrevented = true);
    this.emit('will-navigate', { url, preventDefault });
    if (!isPrevented) void this.loadURL(url);
  }

  /** What `window.open` or a new tab does; true when the window opened. */
  openTab(url: string): boolean {
    return this.openHandler({ url }).action === 'allow';
  }
}

class DownloadItem {
  readonly #url: string;
  constructor(url: string) {
    this.#url = url;
  }
  getURL(): string {
    return this.#url;
  }
  getFilename(): string {
    return 'document';
  }
  setSaveDialogOptions(): void {
    // Where the dialog would begin.
  }
}

export class BrowserWindow extends EventEmitter {
  readonly options: { readonly webPreferences: Record<string, unknown> };
  readonly webContents = new WebContents();
  constructor(options: BrowserWindow['options']) {
    super();
    if (!isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    this.options = options;
    seen.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  show(): void {
    // Nothing to see.
  }
  focus(): void {
    // Nothing to see.
  }
  restore(): void {
    // Nothing to see.
  }
  maximize(): void {
    // Nothing to see.
  }
  isMinimized(): boolean {
    return false;
  }
  isMaximized(): boolean {
    return false;
  }
  getNormalBounds() {
    return { x: 10, y: 20, width: 1300, height: 850 };
  }
  close(): void {
    if (!seen.windows.includes(this)) return;
    this.emit('close');
    seen.windows.splice(seen.windows.indexOf(this), 1);
    if (seen.windows.length === 0) app.emit('window-all-closed');
  }
}

export const shell = {
  openExternal: async (url: string): Promise<void> => void seen.external.push(url),
  openPath: async (file: string): Promise<string> => {
    seen.opened.push(file);
    return '';
  },
  showItemInFolder: (): void => undefined,
};

export const dialog = {
  showErrorBox: (_title: string, sentence: string): void => void seen.errors.push(sentence),
  showSaveDialog: async () => ({ canceled: true, filePath: '' }),
};

export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (): void => undefined,
};

export const nativeImage = { createFromPath: (file: string) => file };

export class Tray extends EventEmitter {
  constructor(_image: unknown) {
    super();
    seen.trays += 1;
  }
  setToolTip(): void {
    // Nothing to see.
  }
  setContextMenu(): void {
    // Nothing to see.
  }
  destroy(): void {
    seen.trays -= 1;
  }
}

export class Notification {
  readonly #notice: { readonly title: string };
  constructor(notice: { readonly title: string }) {
    this.#notice = notice;
  }
  static isSupported(): boolean {
    return true;
  }
  show(): void {
    seen.notices.push(this.#notice.title);
  }
}

/** A `fetch` of the window, as Electron hands it to the scheme's handler. */
export async function windowFetch(url: string, init: RequestInit = {}): Promise<Response> {
  const { handler } = session.defaultSession;
  if (handler === null) throw new TypeError('net::ERR_UNKNOWN_URL_SCHEME');
  const headers = new Headers(init.headers);
  if (headers.get('Origin') === 'null') headers.delete('Origin');
  const method = init.method ?? 'GET';
  const given: RequestInit = { method, headers };
  if (init.body) Object.assign(given, { body: await oneChunk(init.body), duplex: 'half' });
  const request = Object.assign(new Request(url, given), { initiatorOrigin: 'app://encours' });
  const response = await handler(request);
  init.signal?.addEventListener('abort', () => void response.body?.cancel());
  return response;
}

/** A body as it arrives: read whole, then enqueued once. */
async function oneChunk(
  body: NonNullable<RequestInit['body']>,
): Promise<ReadableStream<Uint8Array>> {
  const bytes = new Uint8Array(await new Response(body).arrayBuffer());
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}
