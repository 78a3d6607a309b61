/**
 * What takes a reading of the whole history and is made by the job thread, one step after another,
 * when the books have moved: a screen that needs one finds it made, or shows how far it is.
 */
import type { AnalysisStep } from './analysis-step.ts';
import { paymentModelStep } from './payment-model-step.ts';

/** Every step, in the order in which they are made. */
export const ANALYSIS_STEPS: readonly AnalysisStep[] = [paymentModelStep];
