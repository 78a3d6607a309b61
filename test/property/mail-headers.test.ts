import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeMail } from '../../src/main/channels/email/write-mail.ts';
import { aMail, countingIds, headerLines, PLAIN_FORM, readBack } from '../support/mail.ts';

const HEADERS = ['content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'];
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom('\r', '\n', ':', '<', '>', '"', ',', '@', '=', '?', 'a', ' '),
  }),
);

test('whatever names, subject and text hold, the headers and the addressees are ours', async () => {
  await fc.assert(
    fc.asyncProperty(anything, anything, anything, async (name, subject, text) => {
      const mail = aMail({
        from: { name, address: 'alice@fournisseur.test' },
        to: [{ name, address: 'compta@client.test' }],
        subject,
        text: `Bonjour ${text}`,
        html: `<p>${text}</p>`,
      });
      const written = await writeMail(mail, PLAIN_FORM, countingIds());
      if (!written.isDone) throw new Error(written.refusal.code);
      const { bytes, envelope } = written.value;
      const names = headerLines(bytes)
        .filter((line) => !/^[ \t]/.test(line))
        .map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
      // An empty subject has no header.
      const given = new Set([...names, 'subject']);
      expect([...given].sort()).toEqual(HEADERS);
      expect(names.length).toBe(new Set(names).size);
      expect(envelope.to).toEqual(['compta@client.test']);
      const read = await readBack(bytes);
      expect(read.to?.map(({ address }) => address)).toEqual(['compta@client.test']);
      expect(read.from?.address).toBe('alice@fournisseur.test');
    }),
    { numRuns: 100 },
  );
});
