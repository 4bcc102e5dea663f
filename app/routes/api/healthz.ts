import type { LoaderFunctionArgs } from '@remix-run/node'
import { sql } from 'kysely'

/** The process answers and the database can be read. */
export async function loader({ context }: LoaderFunctionArgs) {
  await sql`SELECT 1 FROM rom LIMIT 1`.execute(context.db)
  return Response.json({ status: 'ok' }, { headers: { 'X-Schakel': 'healthy', 'Cache-Control': 'no-store' } })
}
