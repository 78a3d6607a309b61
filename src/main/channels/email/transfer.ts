/**
 * One message over one connection, and the only place where « it left » is decided.
 *
 *     MAIL, RCPT …   a refusal here costs nothing: nothing was given
 *     354            the caller writes that the message is leaving, or stops it
 *     the message    broken off before its last piece: the server must drop it
 *     250            accepted; without an answer, nobody can tell
 */
import type { SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection';
import type { SendOutcome } from '../../../shared/domain/mail/send-outcome.ts';
import type { SendRequest } from '../../ports/mailer.ts';
import { allowSilence, ask, type LiveConnection } from './live-connection.ts';
import type { MailTimeouts } from './mail-timeouts.ts';
import { MessageStream } from './message-stream.ts';
import { notSent, outcomeOfError, refusedAddressees, refusedForSize } from './outcome.ts';
import { replyOfError, sendFaultOf, wordsOfError } from './send-fault.ts';

/** Hands over a message; leaves the connection closed wherever its state is in doubt. */
export async function transfer(
  live: LiveConnection,
  request: SendRequest,
  timeouts: MailTimeouts,
): Promise<SendOutcome> {
  const { envelope, bytes, signal } = request;
  const { client, transcript } = live;
  let isRefusedByAll = false;
  const stream = new MessageStream(bytes, async () => {
    // A pipelining server answers 354 even when it took the copies alone: hanging up here is
    // the last chance that a reminder doesn't reach the sales rep and nobody else.
    isRefusedByAll = !envelope.to.some((address) => transcript.accepted.has(address));
    if (isRefusedByAll) throw new Error('No addressee was accepted');
    await request.onDataBegins();
    allowSilence(live, timeouts.lastReplyMs);
  });
  const stop = () => {
    if (!stream.hasBegun) client.close();
  };
  stream.once('close', () => {
    if (stream.failure !== null) client.close();
  });
  signal?.addEventListener('abort', stop);
  if (signal?.aborted === true) stop();
  const smtpEnvelope = {
    from: envelope.from,
    to: [...envelope.to, ...envelope.copies],
    size: bytes.byteLength,
  };
  const answer = await ask<SMTPConnectionSendInfo>(live, (callback) =>
    client.send(smtpEnvelope, stream, callback),
  );
  signal?.removeEventListener('abort', stop);
  if (stream.failure !== null && !isRefusedByAll) {
    await live.ended;
    throw stream.failure.error;
  }
  if (!live.isEnded()) allowSilence(live, timeouts.replyMs);
  if (answer.isDone && answer.value !== undefined) {
    const { response, serverMessageId } = answer.value;
    return {
      kind: 'accepted',
      via: 'smtp',
      response,
      serverMessageId: serverMessageId ?? null,
      refusedRecipients: [...transcript.refused],
    };
  }
  const error = answer.isDone ? null : answer.refusal;
  return judge(error, { live, stream, request });
}

interface Scene {
  readonly live: LiveConnection;
  readonly stream: MessageStream;
  readonly request: SendRequest;
}

/** What an error means, given how far the message had gone. */
function judge(error: unknown, { live, stream, request }: Scene): SendOutcome {
  const { client, transcript } = live;
  const { envelope, signal } = request;
  if (stream.hasBegun) {
    // Whatever follows, this connection may hold the rest of a message.
    client.close();
    if (replyOfError(error) !== null) return outcomeOfError(error);
    const [fault, text] = [sendFaultOf(error), wordsOfError(error)];
    return stream.isWhollyGiven ? { kind: 'uncertain', fault, text } : notSent(fault, text, true);
  }
  const refusal = refusedAddressees(envelope.to, transcript.refused);
  const hasNobody = !envelope.to.some((address) => transcript.accepted.has(address));
  if (refusal !== null && hasNobody) return refusal;
  if (signal?.aborted === true) return notSent('aborted');
  const sizeMax = sizeRefusedOf(error, transcript.ehlo);
  return sizeMax === null ? outcomeOfError(error) : refusedForSize(sizeMax);
}

/** The size announced by the server, where the error is about it. */
function sizeRefusedOf(error: unknown, ehlo: string): number | null {
  const isOurs = error instanceof Error && 'code' in error && error.code === 'EMESSAGE';
  if (!isOurs || replyOfError(error) !== null) return null;
  const [, size = '0'] = /[ -]SIZE[ \t]+(\d+)/i.exec(ehlo) ?? [];
  return Number.parseInt(size, 10);
}
