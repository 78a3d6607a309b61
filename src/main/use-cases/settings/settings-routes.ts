/** The procedures of `settings`: what is set, checked before it counts, and saved views. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { weightOutOfRange } from '../../../shared/contract/priority-settings.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { areBracketsIncreasing } from '../../../shared/domain/ageing/aged-balance.ts';
import { formatIban, ibanProblemOf, isBic } from '../../../shared/domain/bank-account/iban.ts';
import { isSiren } from '../../../shared/domain/company/siren.ts';
import { semesterOf } from '../../../shared/domain/interest/semester.ts';
import { dueDateOf, isAboveLegalCap } from '../../../shared/domain/terms/due-date.ts';
import { parsePaymentTerms } from '../../../shared/domain/terms/parse-payment-terms.ts';
import type { PaymentTerms } from '../../../shared/domain/terms/payment-terms.ts';
import { describePaymentTerms } from '../../../shared/text/payment-terms.ts';
import { rebuildDerived } from '../../ledger/interpretation/reinterpret.ts';
import type { Writer } from '../../ledger/session.ts';
import { loadTypedRates, recordTypedRate } from '../../ledger/stores/charges.ts';
import {
  loadSavedViews,
  recordSavedView,
  removeSavedView,
} from '../../ledger/stores/saved-views.ts';
import { recordSetting } from '../../ledger/stores/settings.ts';
import { api, asContractError, CommandRefused, recordCommand } from '../api.ts';
import { companyOf } from '../companies/open-company.ts';
import type { AppContext, CallContext } from '../context.ts';
import { outgoingProblem } from './check-outgoing.ts';
import { pictureKindOf } from './picture-kind.ts';
import { rateRows } from './rates.ts';
import { DEFAULT_SETTINGS, settingsInForce } from './settings-in-force.ts';
import { RATES_READ_ON } from './shipped-rates.ts';

const LOGO_BYTES_MAX = 1024 * 1024;

/** Binds the area. */
export function settingsRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return {
    show: api.settings.show.handler(({ context: call }) => {
      const settings = open(call).ledger.read(settingsInForce);
      const { iban } = settings.bank;
      return {
        settings,
        defaults: DEFAULT_SETTINGS,
        ibanProblem: iban === '' ? null : ibanProblemOf(iban),
      };
    }),
    change: api.settings.change.handler(({ input, context: call, errors }) => {
      const { commandId, settings } = input;
      const entry = { commandId, kind: 'settings_changed', customerId: null, payload: settings };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        checkSettings(settings);
        for (const [name, value] of Object.entries(settings)) {
          if (value !== undefined) recordSetting(writer, entryId, { name, value });
        }
        if (settings.terms !== undefined) reinterpretAll(writer);
        return {};
      });
    }),
    setLogo: api.settings.setLogo.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const { commandId, uploadId } = input;
      const logoFileId =
        uploadId === null
          ? null
          : await keepLogo(context, company.folder.filesPath, uploadId, errors);
      const entry = { commandId, kind: 'logo_set', customerId: null, payload: { logoFileId } };
      return recordCommand(company, entry, errors, (writer, entryId) => {
        const { identity } = settingsInForce(writer);
        recordSetting(writer, entryId, { name: 'identity', value: { ...identity, logoFileId } });
        return {};
      });
    }),
    logo: api.settings.logo.handler(async ({ context: call }) => {
      const company = open(call);
      const { logoFileId } = company.ledger.read(settingsInForce).identity;
      return logoFileId === null ? null : readLogo(company.folder.filesPath, logoFileId);
    }),
    checkBank: api.settings.checkBank.handler(({ input }) => ({
      ibanProblem: input.iban.trim() === '' ? null : ibanProblemOf(input.iban),
      bicProblem: input.bic.trim() === '' || isBic(input.bic) ? null : 'bic_invalid',
      formatted: formatIban(input.iban),
    })),
    readTerms: api.settings.readTerms.handler(({ input }) => {
      const terms = parsePaymentTerms(input.text);
      if (terms === null) {
        return { terms: null, label: null, exampleDueDate: null, isAboveLegalCap: false };
      }
      const today = context.clock.today();
      return {
        terms,
        label: describePaymentTerms(terms, context.settings.read().language),
        exampleDueDate: dueDateOf(today, terms),
        isAboveLegalCap: isAboveLegalCap(today, terms),
      };
    }),
    listRates: api.settings.listRates.handler(({ context: call }) => {
      const { ledger } = open(call);
      const today = context.clock.today();
      const { typed, charges } = ledger.read((reader) => ({
        typed: loadTypedRates(reader),
        charges: settingsInForce(reader).charges,
      }));
      const current = semesterOf(today);
      return { readOn: RATES_READ_ON, current, semesters: rateRows(typed, { today, charges }) };
    }),
    typeRate: api.settings.typeRate.handler(({ input, context: call, errors }) => {
      const { commandId, semester, kind, basisPoints } = input;
      const payload = { semester, kind, basisPoints };
      const entry = { commandId, kind: 'rate_typed', customerId: null, payload };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        // A rate is published for its half-year: one to come is a guess.
        if (semester > semesterOf(writer.clock.today())) {
          throw new CommandRefused('semester_to_come', semester);
        }
        recordTypedRate(writer, entryId, payload);
        return {};
      });
    }),
    listViews: api.settings.listViews.handler(({ input, context: call }) =>
      open(call).ledger.read((reader) => loadSavedViews(reader, input.screen)),
    ),
    saveView: api.settings.saveView.handler(({ input, context: call, errors }) => {
      const { commandId, ...made } = input;
      const entry = { commandId, kind: 'view_saved', customerId: null, payload: made };
      return recordCommand(open(call), entry, errors, (writer, entryId) => ({
        viewId: recordSavedView(writer, entryId, made),
      }));
    }),
    removeView: api.settings.removeView.handler(({ input, context: call, errors }) => {
      const { commandId, viewId } = input;
      const entry = { commandId, kind: 'view_removed', customerId: null, payload: { viewId } };
      return recordCommand(open(call), entry, errors, (writer, entryId) => {
        if (!removeSavedView(writer, entryId, viewId)) throw new CommandRefused('view_unknown');
        return {};
      });
    }),
  };
}

type SettingsChange = {
  readonly [Name in Exclude<keyof Settings, 'priority'>]?: Settings[Name] | undefined;
} & { readonly priority?: unknown };

function checkSettings(settings: SettingsChange): void {
  const { identity, bank, ageing, terms, priority } = settings;
  if (identity !== undefined && identity.siren !== '' && !isSiren(identity.siren)) {
    throw new CommandRefused('siren_invalid', identity.siren);
  }
  if (bank !== undefined && bank.iban.trim() !== '' && ibanProblemOf(bank.iban) !== null) {
    throw new CommandRefused('iban_invalid', bank.iban);
  }
  if (bank !== undefined && bank.bic.trim() !== '' && !isBic(bank.bic)) {
    throw new CommandRefused('bic_invalid', bank.bic);
  }
  if (ageing !== undefined && !areBracketsIncreasing(ageing.bracketDays)) {
    throw new CommandRefused('brackets_not_increasing');
  }
  const wrongWeight = priority === undefined ? null : weightOutOfRange(priority);
  if (wrongWeight !== null) throw new CommandRefused('weights_out_of_range', wrongWeight);
  if (terms !== undefined && !isTerms(terms.defaultTerms))
    throw new CommandRefused('terms_invalid');
  const outgoing = outgoingProblem(settings);
  if (outgoing !== null) throw new CommandRefused(outgoing.code, outgoing.detail);
}

/** Whether a value that came through the API has the shape of terms. */
export function isTerms(value: unknown): value is PaymentTerms {
  if (typeof value !== 'object' || value === null) return false;
  const { unit, count, endOfMonth, dayOfMonth } = value as Partial<PaymentTerms>;
  const isWhole = (figure: number | null | undefined, least: number, most: number) =>
    typeof figure === 'number' && Number.isInteger(figure) && figure >= least && figure <= most;
  return (
    (unit === 'days' || unit === 'months') &&
    isWhole(count, 0, unit === 'days' ? 365 : 12) &&
    (endOfMonth === 'none' || endOfMonth === 'after' || endOfMonth === 'before') &&
    (dayOfMonth === null || isWhole(dayOfMonth, 1, 31))
  );
}

function reinterpretAll(writer: Writer): void {
  rebuildDerived(writer, { asOf: writer.clock.today() });
  writer.touch(['items', 'customers'], 'all');
}

/** Copies an uploaded picture among the company's files, under its hash. */
async function keepLogo(
  context: AppContext,
  filesPath: string,
  uploadId: string,
  errors: object,
): Promise<string> {
  const fail = (code: string) =>
    asContractError(new CommandRefused(code), errors as Parameters<typeof asContractError>[1]);
  const upload = context.uploads.find(uploadId);
  if (upload === null) throw fail('upload_unknown');
  if (upload.sizeBytes > LOGO_BYTES_MAX) throw fail('file_too_large');
  const bytes = await readFile(upload.path);
  if (pictureKindOf(bytes) === null) throw fail('logo_not_an_image');
  const folder = path.join(filesPath, upload.sha256.slice(0, 2));
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, upload.sha256), bytes);
  await context.uploads.release(uploadId);
  return upload.sha256;
}

/** The logo's bytes; null when its file is gone. */
export async function readLogo(filesPath: string, logoFileId: string) {
  try {
    const bytes = await readFile(path.join(filesPath, logoFileId.slice(0, 2), logoFileId));
    const mediaType = pictureKindOf(bytes);
    return mediaType === null ? null : { mediaType, base64: bytes.toString('base64') };
  } catch {
    return null;
  }
}
