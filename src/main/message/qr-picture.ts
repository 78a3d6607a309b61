/** The code of a transfer as a picture: PNG for mails, SVG for letters (error level M). */
import { toBuffer, toString as toText } from 'qrcode';

/** The PNG of a payload, four white modules around it, six pixels a module. */
export async function qrPng(payload: string): Promise<Uint8Array> {
  return new Uint8Array(
    await toBuffer(payload, { errorCorrectionLevel: 'M', margin: 4, scale: 6, type: 'png' }),
  );
}

/** The SVG of a payload, of one unit a module. */
export function qrSvg(payload: string): Promise<string> {
  return toText(payload, { errorCorrectionLevel: 'M', margin: 4, type: 'svg' });
}
