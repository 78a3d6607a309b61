/** Settings of what leaves for the customers: pace, mail, letters, who signs, late charges. */
import { z } from 'zod';
import { CALL_LIMIT_DEFAULTS } from '../domain/contact-log/call-limits.ts';
import { DUNNING_DEFAULTS } from '../domain/dunning/dunning-settings.ts';
import { SEVERITIES } from '../domain/dunning/severity.ts';
import {
  CHARGE_DEFAULTS,
  DAY_COUNTS,
  IMPUTATIONS,
  INTEREST_MODES,
  RECOVERY_FEE_UNITS,
} from '../domain/interest/charge-settings.ts';
import { DEFAULT_LETTER_LAYOUT } from '../domain/message/letter-layout.ts';
import { amountCents, day, id, line } from './parts.ts';

const days = (most: number) => z.int().min(0).max(most);
const startingLevels = z
  .array(z.object({ fromDaysPastDue: z.int().min(1).max(1000), severity: z.enum(SEVERITIES) }))
  .max(6)
  .readonly();

/** `domain/dunning/dunning-settings.ts`, with its ranges. */
export const dunningSettingsSchema = z.object({
  floorCents: amountCents.min(0),
  sweepDaysPastDue: days(720),
  sweepBusinessDays: days(60),
  residueCents: amountCents.min(0),
  residueShareBasisPoints: z.int().min(0).max(5000),
  exchangeHoldBusinessDays: days(30),
  noticeIntervalDays: z.int().min(1).max(90),
  noticeFloorCents: amountCents.min(0),
  taskPatienceBusinessDays: days(60),
  vipPatienceBusinessDays: days(60),
  disputeRefusedDays: days(90),
  isAllToConfirm: z.boolean(),
  isLatePaymentAcknowledged: z.boolean(),
  pilot: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('off') }),
    z.object({ kind: z.literal('payers'), payerIds: z.array(id).max(1000).readonly() }),
    z.object({ kind: z.literal('sample'), payerCount: z.int().min(1).max(10_000) }),
  ]),
  pauses: z
    .array(z.object({ from: day, to: day }))
    .max(50)
    .readonly(),
  sendFromMinute: z.int().min(0).max(1439),
  sendUntilMinute: z.int().min(1).max(1440),
  holdSeconds: z.int().min(0).max(3600),
  messagesPerHour: z.int().min(1).max(10_000),
  startingLevels,
  chronicStartingLevels: startingLevels,
});

const address = z.union([z.email(), z.literal('')]);

/** The mail account; its secrets lie in the keychain. */
export const mailSettingsSchema = z.object({
  /** `folder` writes files instead of sending. */
  transport: z.enum(['folder', 'smtp']),
  host: line,
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  login: z.enum(['none', 'password', 'microsoft', 'google']),
  user: line,
  clientId: line,
  tenant: line,
  fromName: line,
  fromAddress: address,
  replyTo: address,
  /** Hidden copy of everything, for « Éléments envoyés ». */
  bcc: address,
  attachmentBytesMax: z.int().min(100_000).max(25_000_000),
  withStatement: z.boolean(),
  withInvoices: z.boolean(),
  /** Folder of the invoice PDFs; empty for none. */
  invoiceFolder: z.string().max(500),
  withAnswerLinks: z.boolean(),
});
export type MailSettings = z.infer<typeof mailSettingsSchema>;

/** The mailbox that replies come to, read without changing anything in it (IMAP). */
export const incomingSettingsSchema = z.object({
  isOn: z.boolean(),
  host: line,
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  /** `consent` is that of the account that sends. */
  login: z.enum(['password', 'consent']),
  user: line,
  folder: line,
  everyMinutes: z.int().min(5).max(720),
});

export const letterSettingsSchema = z.object({
  envelope: z.enum(['dl', 'c5']),
  offsetXMm: z.number().min(-15).max(15),
  offsetYMm: z.number().min(-15).max(15),
  hasFoldMarks: z.boolean(),
  hasPaymentSlip: z.boolean(),
  isDuplex: z.boolean(),
});

/** A person of the company: who signs, who is copied, up to which level. */
export const collaboratorSchema = z.object({
  senderKey: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: line.min(1),
  title: line,
  email: address,
  phone: line,
  /** Code of the sales rep he is in the accounting; empty for none. */
  repCode: line,
  /** The gravest step he may sign. */
  highestSeverity: z.enum(SEVERITIES),
});
export const teamSettingsSchema = z.object({
  collaborators: z.array(collaboratorSchema).max(200).readonly(),
  /** Who signs where a step names nobody; empty for the company. */
  defaultSenderKey: z.string(),
});

/** Calls, short messages, and who is told of what people do by hand. */
export const callSettingsSchema = z.object({
  attemptsPerDay: z.int().min(1).max(20),
  attemptsPerWeek: z.int().min(1).max(50),
  consumerAttemptsPerDay: z.int().min(1).max(20),
  consumerAttemptsPerWeek: z.int().min(1).max(50),
  fromMinute: z.int().min(0).max(1439),
  untilMinute: z.int().min(1).max(1440),
  /** Address of an e-mail-to-SMS gateway, the number as `{numero}`; empty for none. */
  smsGateway: line,
  /** Sales administration (ADV), which blocks and releases orders; empty for none. */
  salesOfficeEmail: address,
  /** Who decides on a block unless another is named. */
  blockDecider: line,
});

export const chargeSettingsSchema = z.object({
  mode: z.enum(INTEREST_MODES),
  contractualBasisPoints: z.int().min(0).max(10_000).nullable(),
  dayCount: z.enum(DAY_COUNTS),
  imputation: z.enum(IMPUTATIONS),
  recoveryFeePer: z.enum(RECOVERY_FEE_UNITS),
  shownFrom: z.enum(SEVERITIES).nullable(),
  claimedFrom: z.enum(SEVERITIES).nullable(),
  byDefault: z.enum(['claim', 'waive']),
});

/** What holds until the user sets it otherwise. */
export const OUTGOING_DEFAULTS = {
  dunning: DUNNING_DEFAULTS,
  mail: {
    transport: 'folder',
    host: '',
    port: 587,
    security: 'starttls',
    login: 'password',
    user: '',
    clientId: '',
    tenant: 'organizations',
    fromName: '',
    fromAddress: '',
    replyTo: '',
    bcc: '',
    attachmentBytesMax: 8_000_000,
    withStatement: false,
    withInvoices: true,
    invoiceFolder: '',
    withAnswerLinks: true,
  },
  incoming: {
    isOn: false,
    host: '',
    port: 993,
    security: 'tls',
    login: 'password',
    user: '',
    folder: 'INBOX',
    everyMinutes: 15,
  },
  letters: DEFAULT_LETTER_LAYOUT,
  team: { collaborators: [], defaultSenderKey: '' },
  charges: CHARGE_DEFAULTS,
  calls: { ...CALL_LIMIT_DEFAULTS, smsGateway: '', salesOfficeEmail: '', blockDecider: '' },
} as const;
