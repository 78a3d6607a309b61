/**
 * Every query, command and event of the API, by area. Both sides import this and nothing else of
 * each other. Names are `area.verbNoun`; the route of a call is `/rpc/<company>/<area>/<verbNoun>`.
 */
import * as actions from './actions.ts';
import * as application from './application.ts';
import * as customers from './customers.ts';
import * as dunning from './dunning.ts';
import * as forecast from './forecast.ts';
import * as imports from './imports.ts';
import * as lists from './lists.ts';
import * as overview from './overview.ts';
import * as settings from './settings.ts';

export const contract = {
  application: {
    status: application.status,
    createCompany: application.createCompany,
    openSample: application.openSample,
    rememberCompany: application.rememberCompany,
    setLanguage: application.setLanguage,
    setDisplay: application.setDisplay,
    diagnostics: application.diagnostics,
  },
  jobs: { list: application.listJobs, show: application.showJob, cancel: application.cancelJob },
  events: { watch: application.watchEvents },
  uploads: { begin: application.beginUpload, finish: application.finishUpload },
  files: { ticket: application.makeTicket },
  backups: {
    list: application.listBackups,
    make: application.makeBackup,
    check: application.checkBackup,
    restore: application.restoreBackup,
    verifyJournal: application.verifyJournal,
  },
  imports: {
    recognise: imports.recognise,
    previewTable: imports.previewTable,
    startPreview: imports.startPreview,
    problems: imports.problems,
    startCommit: imports.startCommit,
    saveProfile: imports.saveProfile,
    dropStaging: imports.dropStaging,
    history: imports.history,
    previewUndo: imports.previewUndo,
    undo: imports.undo,
    accounts: imports.accounts,
    setAccountRoles: imports.setAccountRoles,
    natureQuestions: imports.natureQuestions,
    answerNature: imports.answerNature,
    termsGroups: imports.termsGroups,
    confirmTerms: imports.confirmTerms,
    diagnosis: imports.diagnosis,
    toMatch: imports.toMatch,
  },
  overview: {
    freshness: overview.freshness,
    dashboard: overview.dashboard,
    priorities: overview.priorities,
    ranked: overview.ranked,
    leftOut: overview.leftOut,
    agedBalance: overview.agedBalance,
    bucketItems: overview.bucketItems,
    forecast: forecast.forecast,
    forecastItems: forecast.forecastItems,
    promises: lists.promises,
    disputes: lists.disputes,
    holds: lists.holds,
    missingContacts: lists.missingContacts,
    creditsToAllocate: lists.creditsToAllocate,
    calls: lists.calls,
    tasks: lists.tasks,
    find: overview.find,
  },
  customers: {
    page: customers.page,
    dimensionValues: customers.dimensionValues,
    file: customers.file,
    items: customers.items,
    itemOrigin: customers.itemOrigin,
    timeline: customers.timeline,
    change: actions.changeCustomer,
  },
  actions: {
    recordCall: actions.recordCall,
    undoCall: actions.undoCall,
    recordPromise: actions.recordPromise,
    cancelPromise: actions.cancelPromise,
    recordNote: actions.recordNote,
    recordHold: actions.recordHold,
    endHold: actions.endHold,
    recordDispute: actions.recordDispute,
    closeDispute: actions.closeDispute,
    recordContact: actions.recordContact,
    removeContact: actions.removeContact,
    setDueDate: actions.setDueDate,
    markDoneToday: actions.markDoneToday,
    recordTask: actions.recordTask,
    closeTask: actions.closeTask,
    tickedTotals: actions.tickedTotals,
  },
  dunning: {
    planned: dunning.planned,
    excluded: dunning.excluded,
    why: dunning.why,
    preview: dunning.preview,
    approve: dunning.approve,
    override: dunning.override,
    completeTask: dunning.completeTask,
    setLevel: dunning.setLevel,
    previewStart: dunning.previewStart,
    applyStart: dunning.applyStart,
    dryRun: dunning.dryRun,
  },
  settings: {
    show: settings.show,
    change: settings.change,
    setLogo: settings.setLogo,
    logo: settings.logo,
    checkBank: settings.checkBank,
    readTerms: settings.readTerms,
    listViews: settings.listViews,
    saveView: settings.saveView,
    removeView: settings.removeView,
  },
  reports: { makeWorkbook: settings.makeWorkbook, makeStatement: settings.makeStatement },
};

export type Contract = typeof contract;
