/** A table of which every change is logged. */
export interface Audited {
  table: string
  columns: string[]
  /** Of these is kept that they changed, never what they were or became. */
  secret?: string[]
  /** The ROM whose staff may read of it, as SQL over the row `$`. */
  rom?: string
}

/** The triggers of a table. Only while somebody writes: the loading of content and imports say themselves what they did. */
export function auditOf({ table, columns, secret = [], rom = 'NULL' }: Audited): string[] {
  const values = (row: string) => {
    const plain = columns.map((column) => `'${column}', ${row}.${column}`)
    return `json_object(${plain.join(', ')})`
  }
  const changes = secret.map((column) => `'${column}', OLD.${column} IS NOT NEW.${column}`)
  const after =
    changes.length > 0 ? `json_set(${values('NEW')}, '$.changed', json_object(${changes.join(', ')}))` : values('NEW')
  // An update of what is not kept (when a session was last used) is no change worth a line.
  const differs = [...columns, ...secret].map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')
  const trigger = (event: string, row: string, when: string, before: string, now: string) =>
    `CREATE TRIGGER audit_${table}_${event} AFTER ${event.toUpperCase()} ON ${table}
     WHEN EXISTS (SELECT 1 FROM writing)${when} BEGIN
       INSERT INTO audit_entry (at, actor_id, action, noun, row_id, rom_id, before, after)
       SELECT at, actor_id, '${event}', '${table}', ${row}.id, ${rom.replaceAll('$', row)}, ${before}, ${now} FROM writing;
     END`
  return [
    trigger('insert', 'NEW', '', 'NULL', values('NEW')),
    trigger('update', 'NEW', ` AND (${differs})`, values('OLD'), after),
    trigger('delete', 'OLD', '', values('OLD'), 'NULL'),
  ]
}
