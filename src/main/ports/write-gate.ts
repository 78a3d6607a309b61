/** The write gates of all companies, as the job queue borrows them for a job's commit. */
export interface WriteGates {
  /** Waits for the gate of this company, runs `work`, and gives it free when `work` has ended. */
  hold(companyKey: string, work: () => Promise<void>): Promise<void>;
}
