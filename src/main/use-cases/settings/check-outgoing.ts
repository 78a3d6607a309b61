/**
 * What the schemas can't say of the settings of payers, of what leaves to them and of the folders
 * that are read: how their values go together.
 */
import type { Settings } from '../../../shared/contract/settings.ts';
import { severityRank } from '../../../shared/domain/dunning/severity.ts';
import { gatewayAddress } from '../../../shared/domain/message/short-message.ts';
import { payerSettingsProblem } from '../../../shared/domain/payer/payer-settings.ts';
import { isFolder } from '../outbox/invoice-folder.ts';

type Outgoing =
  | 'payers'
  | 'dunning'
  | 'mail'
  | 'incoming'
  | 'team'
  | 'charges'
  | 'calls'
  | 'intake';
type Problem = { readonly code: string; readonly detail: string | null };

/** The first thing wrong; null when all goes together. */
export function outgoingProblem(
  settings: {
    readonly [Name in Outgoing]?: Settings[Name] | undefined;
  },
): Problem | null {
  const { payers, dunning, mail, incoming, team, charges, calls, intake } = settings;
  return (
    (payers === undefined ? null : payersProblem(payers)) ??
    (dunning === undefined ? null : dunningProblem(dunning)) ??
    (mail === undefined ? null : mailProblem(mail)) ??
    (incoming === undefined ? null : incomingProblem(incoming)) ??
    (intake === undefined ? null : folderProblem(intake.watchedFolder)) ??
    (team === undefined ? null : teamProblem(team)) ??
    (charges === undefined ? null : chargesProblem(charges)) ??
    (calls === undefined ? null : callsProblem(calls))
  );
}

function problem(code: string, detail: string | null = null): Problem {
  return { code, detail };
}

function dunningProblem(dunning: Settings['dunning']): Problem | null {
  if (dunning.sendFromMinute >= dunning.sendUntilMinute) return problem('hours_reversed');
  const reversed = dunning.pauses.find(({ from, to }) => from > to);
  if (reversed !== undefined) return problem('pause_reversed', reversed.from);
  const isIncreasing = [dunning.startingLevels, dunning.chronicStartingLevels].every(areIncreasing);
  return isIncreasing ? null : problem('levels_not_increasing');
}

function payersProblem(payers: Settings['payers']): Problem | null {
  const code = payerSettingsProblem(payers);
  return code === null ? null : problem(code);
}

function areIncreasing(levels: Settings['dunning']['startingLevels']): boolean {
  return levels.every((level, at) => {
    const before = levels[at - 1];
    if (before === undefined) return true;
    return (
      before.fromDaysPastDue < level.fromDaysPastDue &&
      severityRank(before.severity) < severityRank(level.severity)
    );
  });
}

/** A password in clear goes to this very computer and nowhere else. */
function mailProblem(mail: Settings['mail']): Problem | null {
  const isSmtp = mail.transport === 'smtp';
  if (isSmtp && mail.security === 'none' && mail.host !== '' && !isThisComputer(mail.host)) {
    return problem('mail_unencrypted', mail.host);
  }
  return folderProblem(mail.invoiceFolder);
}

function folderProblem(typed: string): Problem | null {
  const folder = typed.trim();
  return folder !== '' && !isFolder(folder) ? problem('folder_missing', folder) : null;
}

function incomingProblem({ isOn, host, security }: Settings['incoming']): Problem | null {
  const isClear = isOn && security === 'none' && host !== '' && !isThisComputer(host);
  return isClear ? problem('mail_unencrypted', host) : null;
}

function isThisComputer(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host.trim());
}

function teamProblem({ collaborators, defaultSenderKey }: Settings['team']): Problem | null {
  const keys = collaborators.map(({ senderKey }) => senderKey);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) return problem('sender_twice', twice);
  return defaultSenderKey !== '' && !keys.includes(defaultSenderKey)
    ? problem('sender_unknown', defaultSenderKey)
    : null;
}

function chargesProblem(charges: Settings['charges']): Problem | null {
  const { mode, contractualBasisPoints, shownFrom, claimedFrom } = charges;
  if (mode === 'contractual' && contractualBasisPoints === null) return problem('rate_missing');
  const isLate =
    shownFrom !== null &&
    claimedFrom !== null &&
    severityRank(shownFrom) > severityRank(claimedFrom);
  return isLate ? problem('shown_after_claimed') : null;
}

function callsProblem({ fromMinute, untilMinute, smsGateway }: Settings['calls']): Problem | null {
  if (fromMinute >= untilMinute) return problem('hours_reversed');
  const isGateway = smsGateway === '' || gatewayAddress(smsGateway, '0600000000') !== null;
  return isGateway ? null : problem('gateway_invalid', smsGateway);
}
