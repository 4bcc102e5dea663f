import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** Ours are shorter: what is longer opens nothing, and is not looked up whole. */
const longestKey = 100

/** A key that goes out once, in a mail or a cookie: 160 bits, in characters that survive any address bar. */
export function newKey(): string {
  return randomBytes(20).toString('base64url')
}

/** The key in the address of a request; none is empty. */
export function keyIn({ url }: Request): string {
  return (new URL(url).searchParams.get('sleutel') ?? '').slice(0, longestKey)
}

/** As a key is kept: whoever reads the database cannot use it. A key is random enough to need no salt. */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

/** Encrypts with the portal's secret what has to be read again (AES-256-GCM, a new nonce each time). */
export function seal(secret: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret), nonce)
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  )
}

/** @throws Error when it was sealed with another secret, or was changed */
export function unseal(secret: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
}

function sealingKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'schakel', 'seal', 32))
}
