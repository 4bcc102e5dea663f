import { createRequire } from 'node:module'

interface XmlNode {
  name: string
  attributes: Record<string, string>
  text: string
  children: XmlNode[]
}

interface Parsed {
  type: string
  name?: string
  attributes?: Record<string, string>
  text?: string
  cdata?: string
  elements?: Parsed[]
}

// The strict parser that the feed library brings along.
const { xml2js } = createRequire(createRequire(import.meta.url).resolve('feed'))('xml-js') as {
  xml2js(text: string, options: object): Parsed
}

function node({ name = '', attributes = {}, elements = [] }: Parsed): XmlNode {
  return {
    name,
    attributes,
    text: elements.map((part) => part.text ?? part.cdata ?? '').join(''),
    children: elements.filter(({ type }) => type === 'element').map(node),
  }
}

/**
 * The root element.
 * @throws Error when the text is not well-formed, or holds a character that XML cannot
 */
export function parseXml(text: string): XmlNode {
  const wrong = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(text)
  if (wrong) throw new Error(`Character ${wrong[0].codePointAt(0)} cannot stand in XML`)
  const [root] =
    xml2js(text, { compact: false, alwaysChildren: true }).elements?.filter(({ type }) => type === 'element') ?? []
  if (!root) throw new Error('No root element')
  return node(root)
}

/** The texts of the children with this name. */
export function texts(parent: XmlNode | undefined, name: string): string[] {
  return (parent?.children ?? []).filter((child) => child.name === name).map(({ text }) => text)
}

/** The children with this name. */
export function elements(parent: XmlNode | undefined, name: string): XmlNode[] {
  return (parent?.children ?? []).filter((child) => child.name === name)
}
