/**
 * Payment terms (conditions de règlement): how a due date follows from the date of the invoice.
 *
 * One shape holds every French wording: `60 jours net`, `45 jours fin de mois` in its two lawful
 * computations, `30 jours fin de mois le 10`, `30 jours le 15`, `à réception`.
 */
export interface PaymentTerms {
  readonly unit: 'days' | 'months';
  /** 0 (à réception) to 365 days, or 0 to 12 months. */
  readonly count: number;
  /**
   * `none` net · `after` the count, then the end of that month (45 jours fin de mois, usual) ·
   * `before` end of the invoice's month, then the count (fin de mois 45 jours).
   */
  readonly endOfMonth: 'none' | 'after' | 'before';
  /** « le 10 »: the day of the month the payment run falls on, 1 to 31; null for none. */
  readonly dayOfMonth: number | null;
}

/** Where a due date comes from, weakest last. Nothing automatic leaves on `estimated`. */
export type DueBasis = 'typed' | 'stated' | 'confirmed_terms' | 'estimated' | 'none';
