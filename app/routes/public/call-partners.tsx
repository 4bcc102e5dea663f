import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '../../ui/meta.ts'
import { loadCallPartners } from './matching/regions.server.ts'
import { Regions } from './matching/regions.tsx'

export const meta = pageMeta

export function loader(args: LoaderFunctionArgs) {
  return loadCallPartners(args)
}

export default function Page() {
  return <Regions {...useLoaderData<typeof loader>()} />
}
