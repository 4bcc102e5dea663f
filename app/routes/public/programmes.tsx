import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '../../ui/meta.ts'
import { loadUndertakings } from './undertaking/list.server.ts'
import { UndertakingList } from './undertaking/list.tsx'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  return loadUndertakings(args, 'programme')
}

export default function Page() {
  return <UndertakingList {...useLoaderData<typeof loader>()} />
}
