/** The mailbox that replies come to: how its reading stands, and the mails that wait for a name. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { command, day, id, moment, recorded, refusals } from './parts.ts';

/** How the reading of the mailbox stands; nothing is asked of the network. */
export const incomingStatus = oc.output(
  z.object({
    isOn: z.boolean(),
    /** The sample company is never read for, whatever is set. */
    isSample: z.boolean(),
    hasPassword: z.boolean(),
    hasToken: z.boolean(),
    secretStore: z.enum(['keychain', 'memory']),
    isReading: z.boolean(),
    /** Since this start; null before the first reading. */
    lastReadAt: moment.nullable(),
    /** The last reading did not succeed: why, and what to do; empty when it did. */
    sentence: z.string(),
    /** Waiting may be enough: no network, a server that is away. */
    isOffline: z.boolean(),
    waitingCount: z.int(),
    unreadCount: z.int(),
  }),
);
export const setIncomingPassword = oc
  .input(command({ password: z.string().max(500) }))
  .output(recorded)
  .errors(refusals('busy'));
/** Logs in and opens the folder, without reading any mail. */
export const checkIncoming = oc.output(
  z.object({
    isOk: z.boolean(),
    sentence: z.string(),
    advice: z.string(),
    /** The server's own words, or the folders that it shows; empty for none. */
    detail: z.string(),
  }),
);
/** Reads what is new now. */
export const readIncoming = oc
  .output(
    z.object({
      isOk: z.boolean(),
      sentence: z.string(),
      replyCount: z.int(),
      waitingCount: z.int(),
    }),
  )
  .errors(refusals('mail_not_set', 'busy'));
/** Mails of which nobody said yet whose they are, the latest first. */
export const waitingMails = oc.output(
  z.array(z.object({ incomingId: id, day, sender: z.string(), subject: z.string() })),
);
/** Lays a waiting mail aside as no reply of a customer, or has it wait again. */
export const fileMail = oc
  .input(command({ incomingId: id, isAside: z.boolean() }))
  .output(recorded)
  .errors(refusals('mail_unknown', 'busy'));
