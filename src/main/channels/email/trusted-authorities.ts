/**
 * Whose certificates are trusted: the authorities of this computer, as its owner set them.
 *
 * A company whose proxy or mail server has a certificate of its own put the authority there. The
 * list that comes with Node serves where the system shows none.
 */
import tls from 'node:tls';

export interface TrustedAuthorities {
  /** Settings of every TLS connection to a mail server. */
  connectionOptions(): tls.ConnectionOptions;
  /** The authorities themselves, in PEM. */
  certificates(): readonly string[];
}

/** Reads the system's authorities at first need: it takes a moment, and once is enough. */
export function systemAuthorities(
  read: (store: 'system' | 'bundled') => readonly string[] = tls.getCACertificates,
): TrustedAuthorities {
  let known: readonly string[] | null = null;
  let context: tls.SecureContext | null = null;
  const certificates = () => {
    if (known === null) {
      const system = read('system');
      known = system.length > 0 ? system : read('bundled');
    }
    return known;
  };
  return {
    certificates,
    connectionOptions() {
      context ??= tls.createSecureContext({ ca: [...certificates()], minVersion: 'TLSv1.2' });
      return { secureContext: context, minVersion: 'TLSv1.2' };
    },
  };
}
