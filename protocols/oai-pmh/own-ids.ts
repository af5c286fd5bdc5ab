/**
 * Makes the XML ids of a document its own by adding the record's id to them, in definitions and references. The
 * documents of a list stand in one answer, where an xs:ID may occur once (XML Schema, part 2, 3.3.8), while each
 * document numbers its ids from one.
 * @param text a document written by us: `<` and `>` of texts and attributes are escaped
 * @param recordId letters, digits, `-` and `_`
 */
export function withOwnIds(text: string, recordId: string): string {
  if (!definition.test(text)) return text;
  const ids = new Set<string>();
  for (const [tag] of text.matchAll(tags)) {
    const id = definition.exec(tag)?.[2];
    if (id !== undefined) ids.add(id);
  }
  return text.replace(tags, (tag) =>
    tag
      .replace(definition, (_all, name: string, id: string) => ` ${name}="${id}-${recordId}"`)
      .replace(reference, (all, name: string, id: string) =>
        ids.has(id) ? ` ${name}="#${id}-${recordId}"` : all,
      ),
  );
}

const tags = /<[A-Za-z_][^>]*>/g;
const definition = /\s((?:gml:|xml:)?id)="([^"]+)"/;
const reference = /\s([\w:.-]+)="#([^"]+)"/g;
