import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { breather } from '../breather.ts'

/** Rows of a matrix that is nearly all zeros: the columns that are not, with their values. */
export interface SparseRow {
  columns: Uint32Array
  values: Float32Array
}

const oversampling = 20
const powerIterations = 3

/**
 * The right singular vectors of a sparse matrix that belong to its largest singular values, by the randomised range finder with
 * power iterations of Halko, Martinsson and Tropp (2011), algorithms 4.4 (orthonormal once a round, which is
 * enough in double precision) and 5.1. The same matrix gives the same vectors each time.
 * @param width how many columns the matrix has
 * @param wanted how many vectors; fewer come back when the matrix has no more
 * @returns for each column its coordinates along those vectors, one after the other: width × rank numbers
 */
export async function rightSingularVectors(
  rows: SparseRow[],
  width: number,
  wanted: number,
): Promise<{ rank: number; vectors: Float32Array }> {
  const guess = Math.min(wanted + oversampling, rows.length, width)
  if (guess === 0) return { rank: 0, vectors: new Float32Array() }
  let columns = { size: guess, data: gaussians(width * guess) }
  for (let round = 0; round < powerIterations; round++) {
    columns = await orthonormal(await timesTransposed(rows, await times(rows, columns), width), width)
  }
  const range = await orthonormal(await times(rows, columns), rows.length)
  const projected = await timesTransposed(rows, range, width)
  const { basis, rank } = await whitening(projected, width, wanted)
  const vectors = await combine(projected, width, basis, rank)
  return { rank, vectors: Float32Array.from(vectors) }
}

/** Dense columns, row by row. */
interface Dense {
  size: number
  data: Float64Array
}

async function times(rows: SparseRow[], { size, data }: Dense): Promise<Dense> {
  const result = new Float64Array(rows.length * size)
  const breathe = breather()
  for (const [at, { columns, values }] of rows.entries()) {
    for (let i = 0; i < columns.length; i++) {
      const value = values[i] as number
      const from = (columns[i] as number) * size
      for (let j = 0; j < size; j++) (result[at * size + j] as number) += value * (data[from + j] as number)
    }
    await breathe()
  }
  return { size, data: result }
}

async function timesTransposed(rows: SparseRow[], { size, data }: Dense, width: number): Promise<Dense> {
  const result = new Float64Array(width * size)
  const breathe = breather()
  for (const [at, { columns, values }] of rows.entries()) {
    for (let i = 0; i < columns.length; i++) {
      const value = values[i] as number
      const to = (columns[i] as number) * size
      for (let j = 0; j < size; j++) (result[to + j] as number) += value * (data[at * size + j] as number)
    }
    await breathe()
  }
  return { size, data: result }
}

/** Columns that span the same space and are orthonormal; those that add nothing are gone. */
async function orthonormal(columns: Dense, height: number): Promise<Dense> {
  const { basis, rank } = await whitening(columns, height, columns.size)
  return { size: rank, data: await combine(columns, height, basis, rank) }
}

/** Below this share of the largest, a direction is rounding error. */
const negligible = 1e-10

/** How to combine columns so that they become orthonormal, the strongest direction first: by the eigenvectors of their Gram matrix. */
async function whitening({ size, data }: Dense, height: number, wanted: number) {
  if (size === 0) return { basis: new Float64Array(), rank: 0 }
  const gram = Matrix.zeros(size, size)
  const sums = new Float64Array(size * size)
  const breathe = breather()
  for (let row = 0; row < height; row++) {
    for (let i = 0; i < size; i++) {
      const value = data[row * size + i] as number
      if (value === 0) continue
      for (let j = i; j < size; j++) (sums[i * size + j] as number) += value * (data[row * size + j] as number)
    }
    await breathe()
  }
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      gram.set(i, j, sums[i * size + j] as number)
      gram.set(j, i, sums[i * size + j] as number)
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram, { assumeSymmetric: true })
  const order = realEigenvalues.map((value, index) => ({ value, index })).sort((a, b) => b.value - a.value)
  const floor = (order[0]?.value ?? 0) * negligible
  const kept = order.filter(({ value }) => value > floor && value > 0).slice(0, wanted)
  const basis = new Float64Array(size * kept.length)
  for (const [to, { value, index }] of kept.entries()) {
    for (let i = 0; i < size; i++) basis[i * kept.length + to] = eigenvectorMatrix.get(i, index) / Math.sqrt(value)
  }
  return { basis, rank: kept.length }
}

async function combine({ size, data }: Dense, height: number, basis: Float64Array, rank: number) {
  const result = new Float64Array(height * rank)
  const breathe = breather()
  for (let row = 0; row < height; row++) {
    for (let i = 0; i < size; i++) {
      const value = data[row * size + i] as number
      if (value === 0) continue
      for (let j = 0; j < rank; j++) (result[row * rank + j] as number) += value * (basis[i * rank + j] as number)
    }
    await breathe()
  }
  return result
}

/** Normally distributed numbers (Box and Muller) from a fixed seed (mulberry32), so that nothing depends on chance. */
function gaussians(count: number): Float64Array {
  let state = 1
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return Float64Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  )
}
