declare module 'pdfmake' {
  import type { FontDocument } from './parsed-fonts.ts';
  import type { TDocumentDefinitions } from './pdf-types.ts';

  const pdfmake: {
    virtualfs: { writeFileSync(name: string, data: Buffer | string, encoding?: string): void };
    setFonts(fonts: unknown): void;
    setUrlAccessPolicy(policy: (url: string) => boolean): void;
    setLocalAccessPolicy(policy: (path: string) => boolean): void;
    createPdf(document: TDocumentDefinitions): {
      getBuffer(): Promise<Buffer>;
      getStream(): Promise<FontDocument>;
    };
  };
  export default pdfmake;
}
declare module 'pdfmake/build/fonts/Roboto.js' {
  const roboto: {
    vfs: Record<string, { data: string; encoding: string }>;
    fonts: Record<string, Record<string, string>>;
  };
  export default roboto;
}
