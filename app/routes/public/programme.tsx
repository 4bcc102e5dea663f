import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '../../ui/meta.ts'
import { loadUndertaking } from './undertaking/detail.server.ts'
import { UndertakingDetail } from './undertaking/detail.tsx'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  return loadUndertaking(args, 'programme')
}

export default function Page() {
  return <UndertakingDetail {...useLoaderData<typeof loader>()} />
}
