/**
 * Ridge logistic regression on sparse rows, by Newton's method: small, exact and deterministic.
 */
import { add, between } from './vector.ts';

/**
 * Rows of `width` entries, a column and a value each, columns ascending; an entry without use has
 * the value 0.
 */
export interface SparseRows {
  readonly width: number;
  readonly columnCount: number;
  readonly count: number;
  readonly columns: Int16Array;
  readonly values: Float32Array;
  /** Added to the linear predictor as it is. */
  readonly offsets: Float32Array;
  readonly outcomes: Uint8Array;
  readonly weights: Float32Array;
}

const STEPS_MAX = 12;
const MOVE_MAX = 2;
const TOLERANCE = 1e-3;

/** Coefficients that fit the rows, each drawn to zero by its `ridge`. */
export function fitLogistic(rows: SparseRows, ridge: Float64Array): Float64Array {
  const size = rows.columnCount;
  const beta = new Float64Array(size);
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  for (let step = 0; step < STEPS_MAX; step += 1) {
    accumulate(rows, beta, { gradient, hessian });
    for (let k = 0; k < size; k += 1) {
      add(gradient, k, -(ridge[k] as number) * (beta[k] as number));
      add(hessian, k * size + k, ridge[k] as number);
    }
    const change = solvePositive(hessian, gradient, size);
    let largest = 0;
    for (let k = 0; k < size; k += 1) {
      const move = between(change[k] as number, -MOVE_MAX, MOVE_MAX);
      add(beta, k, move);
      largest = Math.max(largest, Math.abs(move));
    }
    if (largest < TOLERANCE) break;
  }
  return beta;
}

function accumulate(
  rows: SparseRows,
  beta: Float64Array,
  into: { readonly gradient: Float64Array; readonly hessian: Float64Array },
): void {
  const { width, columns, values, columnCount } = rows;
  const { gradient, hessian } = into;
  gradient.fill(0);
  hessian.fill(0);
  for (let row = 0; row < rows.count; row += 1) {
    const start = row * width;
    let score = rows.offsets[row] as number;
    for (let k = start; k < start + width; k += 1)
      score += (beta[columns[k] as number] as number) * (values[k] as number);
    const chance = 1 / (1 + Math.exp(-score));
    const weight = rows.weights[row] as number;
    const error = weight * ((rows.outcomes[row] as number) - chance);
    const curvature = weight * chance * (1 - chance);
    for (let a = start; a < start + width; a += 1) {
      const value = values[a] as number;
      if (value === 0) continue;
      const column = columns[a] as number;
      gradient[column] = (gradient[column] as number) + error * value;
      // Columns ascend within a row: only the lower half is filled, and the solver reads no other.
      const line = column * columnCount;
      const scaled = curvature * value;
      for (let b = start; b <= a; b += 1) {
        const place = line + (columns[b] as number);
        hessian[place] = (hessian[place] as number) + scaled * (values[b] as number);
      }
    }
  }
}

/** Solves a symmetric positive system by Cholesky; reads the lower half of it, and spoils it. */
export function solvePositive(
  matrix: Float64Array,
  right: Float64Array,
  size: number,
): Float64Array {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = matrix[row * size + column] as number;
      for (let k = 0; k < column; k += 1) {
        sum -= (matrix[row * size + k] as number) * (matrix[column * size + k] as number);
      }
      matrix[row * size + column] =
        row === column
          ? Math.sqrt(Math.max(sum, 1e-9))
          : sum / (matrix[column * size + column] as number);
    }
  }
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    let sum = solution[row] as number;
    for (let k = 0; k < row; k += 1)
      sum -= (matrix[row * size + k] as number) * (solution[k] as number);
    solution[row] = sum / (matrix[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = solution[row] as number;
    for (let k = row + 1; k < size; k += 1)
      sum -= (matrix[k * size + row] as number) * (solution[k] as number);
    solution[row] = sum / (matrix[row * size + row] as number);
  }
  return solution;
}
