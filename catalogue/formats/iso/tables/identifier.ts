import type { LanguageMap } from '../../../model/index.ts';
import { line, readOnly, string } from '../fields.ts';
import { type Field, table } from '../table.ts';
import { anchorOf, readString } from '../values.ts';

/** What identifies a party or what only is cited: less than everything that MD_Identifier can tell. */
export type IdentifierCode = {
  code?: string | undefined;
  uri?: string | undefined;
  codeSpace?: string | undefined;
  /** Title of the authority. */
  by?: LanguageMap | undefined;
};

/** MD_Identifier, RS_Identifier by code and code space. */
export const identifierCode = table<IdentifierCode>()('identifierCode', () => ({}), {
  authority: readOnly(line('by').read),
  code: anchoredCode(),
  codeSpace: string('codeSpace'),
});

/** A code that may be anchored to an address. */
export function anchoredCode(): Field<Pick<IdentifierCode, 'code' | 'uri'>> {
  return {
    read(properties, model) {
      for (const property of properties) {
        const text = readString(property);
        const uri = anchorOf(property);
        if ((text ?? uri) === undefined || model.code !== undefined) continue;
        model.code = text ?? uri;
        if (uri !== undefined) model.uri = uri;
      }
    },
    write: ({ code: text, uri }, writing) => (text === undefined ? [] : [writing.string(text, uri)]),
  };
}
