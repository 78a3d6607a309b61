/** PNG and JPEG by their first bytes, whatever the name says. */
export function pictureKindOf(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  const starts = (signature: readonly number[]) =>
    signature.every((byte, index) => bytes[index] === byte);
  if (starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  return starts([0xff, 0xd8, 0xff]) ? 'image/jpeg' : null;
}
