import { expect, test } from 'vitest'
import { rightSingularVectors, type SparseRow } from './svd.ts'

/** The rows of a matrix, without its zeros. */
function sparse(matrix: number[][]): SparseRow[] {
  return matrix.map((values) => {
    const columns = values.flatMap((value, at) => (value === 0 ? [] : [at]))
    return {
      columns: Uint32Array.from(columns),
      values: Float32Array.from(columns, (at) => values[at] as number),
    }
  })
}

/** One vector out of the coordinates per column, its first number that is not 0 positive: the sign may be either. */
function vector({ rank, vectors }: { rank: number; vectors: Float32Array }, which: number): number[] {
  const found = Array.from({ length: vectors.length / rank }, (_, column) => vectors[column * rank + which] as number)
  const sign = Math.sign(found.find((value) => Math.abs(value) > 1e-5) ?? 1)
  return found.map((value) => value * sign)
}

function expectNear(actual: number[], wanted: number[]) {
  expect(actual).toHaveLength(wanted.length)
  for (const [at, value] of actual.entries()) expect(value).toBeCloseTo(wanted[at] as number, 5)
}

test('the vectors of a small matrix are those that can be worked out by hand', async () => {
  // Its product with itself transposed is [[25, 20], [20, 25]]: values 45 and 5, along (1, 1) and (1, -1).
  const found = await rightSingularVectors(
    sparse([
      [3, 0],
      [4, 5],
    ]),
    2,
    2,
  )
  expect(found.rank).toBe(2)
  expectNear(vector(found, 0), [Math.SQRT1_2, Math.SQRT1_2])
  expectNear(vector(found, 1), [Math.SQRT1_2, -Math.SQRT1_2])
})

test('of a diagonal matrix the largest come first, and no more than wanted', async () => {
  const rows = sparse([
    [2, 0, 0, 0],
    [0, 7, 0, 0],
    [0, 0, 0.5, 0],
    [0, 0, 0, 4],
  ])
  const found = await rightSingularVectors(rows, 4, 2)
  expect(found.rank).toBe(2)
  expect(found.vectors).toHaveLength(8)
  expectNear(vector(found, 0), [0, 1, 0, 0])
  expectNear(vector(found, 1), [0, 0, 0, 1])
})

test('a matrix of a lower rank gives as many vectors as it has, orthonormal', async () => {
  const rows = sparse([
    [1, 2, 0, 0],
    [2, 4, 0, 0],
    [0, 0, 3, 0],
    [1, 2, 3, 0],
  ])
  const found = await rightSingularVectors(rows, 4, 4)
  expect(found.rank).toBe(2)
  const [first, second] = [vector(found, 0), vector(found, 1)]
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * (b[at] as number), 0)
  expect(dot(first, first)).toBeCloseTo(1, 5)
  expect(dot(second, second)).toBeCloseTo(1, 5)
  expect(dot(first, second)).toBeCloseTo(0, 5)
  // Nothing has the last column.
  expect(Math.abs((first[3] as number) + (second[3] as number))).toBe(0)
})

test('the same matrix gives the same vectors each time', async () => {
  const rows = sparse(
    Array.from({ length: 40 }, (_, row) => Array.from({ length: 30 }, (_, column) => (row * 7 + column * 13) % 5)),
  )
  const first = await rightSingularVectors(rows, 30, 6)
  const second = await rightSingularVectors(rows, 30, 6)
  expect(second).toEqual(first)
})

test.each([
  ['no rows', [], 3],
  ['no columns', [[], []], 0],
  ['nothing but zeros', [[0, 0, 0]], 3],
] as [string, number[][], number][])('of %s there are none', async (_what, matrix, width) => {
  expect(await rightSingularVectors(sparse(matrix), width, 2)).toEqual({ rank: 0, vectors: new Float32Array() })
})
