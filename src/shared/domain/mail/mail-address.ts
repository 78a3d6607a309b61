/**
 * What can be written to: `local@domain.tld`, as addresses are in real life.
 *
 * Stricter than RFC 5321 on purpose: quoted local parts, addresses at an IP and names without a
 * domain are typing errors in a customer's file. Accents are taken in the domain, which has a
 * written form for machines, and not before the @, where most servers refuse them.
 */

const LOCAL_LENGTH_MAX = 64;
const ADDRESS_LENGTH_MAX = 254;
const LABEL_LENGTH_MAX = 63;
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const LABEL = /^[\p{L}\p{M}\p{N}]([\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
const TOP_LABEL = /^(xn--[a-z0-9-]+|\p{L}[\p{L}\p{M}]+)$/iu;

/** The address without blanks around it, its domain in lower case; null where it is none. */
export function parseMailAddress(text: string): string | null {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  if (at < 1 || address.length > ADDRESS_LENGTH_MAX) return null;
  const local = address.slice(0, at);
  const domain = address.slice(at + 1).toLowerCase();
  const labels = domain.split('.');
  const isRight =
    local.length <= LOCAL_LENGTH_MAX &&
    LOCAL.test(local) &&
    labels.length > 1 &&
    labels.every((label) => label.length <= LABEL_LENGTH_MAX && LABEL.test(label)) &&
    TOP_LABEL.test(labels.slice(-1).join(''));
  return isRight ? `${local}@${domain}` : null;
}
