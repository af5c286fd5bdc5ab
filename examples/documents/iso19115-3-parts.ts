import type { Language, Link, LinkKind, Party, Text } from './facts.ts';
import { words } from './facts.ts';
import type { KeywordGroup } from './vocabulary.ts';
import { element, elementWith, type XmlChild, type XmlElement } from './xml.ts';

/** How one centre's exporter writes ISO 19115-3. */
export type Iso191153Style = {
  /** 1.0 is the first edition of the schemas; 2.0 the one that most catalogues serve. */
  readonly version: '1.0' | '2.0';
  readonly language: Language;
  /** Writes the main language alone, though other words be known. */
  readonly monolingual?: boolean;
  readonly protocols: Readonly<Record<LinkKind, string>>;
  readonly standard: readonly [title: string, edition: string];
};

const CODELISTS = 'http://standards.iso.org/iso/19115/resources/Codelists/cat/codelists.xml';

/** A gco:CharacterString. */
export function characters(text: string): XmlElement {
  return element('gco:CharacterString', text);
}

/** Text in both languages where there are two (lan:PT_FreeText), as Sextant writes it; left out when there are no words. */
export function textProperty(name: string, text: Text, style: Iso191153Style): XmlChild {
  const main = words(text, style.language);
  if (main === undefined) return undefined;
  if (style.monolingual || text.fr === undefined || text.en === undefined || text.fr === text.en) {
    return element(name, characters(main));
  }
  return elementWith(name, { 'xsi:type': 'lan:PT_FreeText_PropertyType' }, characters(main), freeText(text));
}

function freeText(text: Text): XmlElement {
  const group = (locale: string, value: string | undefined): XmlChild =>
    value !== undefined &&
    element('lan:textGroup', elementWith('lan:LocalisedCharacterString', { locale }, value));
  return element('lan:PT_FreeText', group('#FR', text.fr), group('#EN', text.en));
}

/** Text with an address in a gcx:Anchor, and its translation where there is one. */
export function anchorProperty(
  name: string,
  uri: string | undefined,
  text: Text,
  style: Iso191153Style,
): XmlChild {
  const main = words(text, style.language);
  if (uri === undefined || main === undefined) return textProperty(name, text, style);
  const anchor = elementWith('gcx:Anchor', { 'xlink:href': uri }, main);
  if (style.monolingual || text.fr === undefined || text.en === undefined) return element(name, anchor);
  return elementWith(name, { 'xsi:type': 'lan:PT_FreeText_PropertyType' }, anchor, freeText(text));
}

/** A property that holds one code of a codelist. */
export function code(property: string, list: string, value: string): XmlElement {
  const address = `${CODELISTS}#${list.slice(list.indexOf(':') + 1)}`;
  return element(property, elementWith(list, { codeList: address, codeListValue: value }, value));
}

/** A cit:CI_Date in the property named; a date that is no date is written as the centre has it. */
export function citationDate(property: string, date: string, type: string): XmlElement {
  return element(
    property,
    element(
      'cit:CI_Date',
      element('cit:date', element(date.includes('T') ? 'gco:DateTime' : 'gco:Date', date)),
      code('cit:dateType', 'cit:CI_DateTypeCode', type),
    ),
  );
}

/** An mcc:MD_Identifier in the property named. */
export function identifier(
  property: string,
  value: string,
  codeSpace: string | undefined = undefined,
): XmlElement {
  return element(
    property,
    element(
      'mcc:MD_Identifier',
      element('mcc:code', characters(value)),
      codeSpace !== undefined && element('mcc:codeSpace', characters(codeSpace)),
    ),
  );
}

/** A cit:CI_Responsibility: the organisation, and the person inside it. */
export function responsibility(property: string, party: Party): XmlElement {
  const { email, person, edmo } = party;
  const contact =
    email !== undefined &&
    element(
      'cit:contactInfo',
      element(
        'cit:CI_Contact',
        element(
          'cit:address',
          element('cit:CI_Address', element('cit:electronicMailAddress', characters(email))),
        ),
      ),
    );
  const name =
    edmo === undefined
      ? characters(party.organisation)
      : elementWith(
          'gcx:Anchor',
          { 'xlink:href': `https://edmo.seadatanet.org/report/${edmo}` },
          party.organisation,
        );
  return element(
    property,
    element(
      'cit:CI_Responsibility',
      code('cit:role', 'cit:CI_RoleCode', party.role),
      element(
        'cit:party',
        element(
          'cit:CI_Organisation',
          element('cit:name', name),
          contact,
          person !== undefined &&
            element(
              'cit:individual',
              element(
                'cit:CI_Individual',
                element('cit:name', characters(`${person.given} ${person.family}`)),
                person.orcid !== undefined &&
                  identifier('cit:partyIdentifier', person.orcid, 'https://orcid.org'),
              ),
            ),
        ),
      ),
    ),
  );
}

/** mri:descriptiveKeywords of one vocabulary, as anchors where the concepts have addresses. */
export function descriptiveKeywords(group: KeywordGroup, style: Iso191153Style): XmlElement {
  const thesaurus = group.thesaurus;
  return element(
    'mri:descriptiveKeywords',
    element(
      'mri:MD_Keywords',
      group.concepts.map((concept) => anchorProperty('mri:keyword', concept.uri, concept, style)),
      code('mri:type', 'mri:MD_KeywordTypeCode', group.type),
      thesaurus &&
        element(
          'mri:thesaurusName',
          element(
            'cit:CI_Citation',
            anchorProperty('cit:title', thesaurus.uri, { en: thesaurus.title }, style),
            citationDate('cit:date', thesaurus.date, 'publication'),
          ),
        ),
    ),
  );
}

/** mrd:onLine with one link. */
export function onLine(link: Link, style: Iso191153Style): XmlElement {
  const informs: readonly LinkKind[] = ['landing', 'document', 'wms'];
  return element(
    'mrd:onLine',
    element(
      'cit:CI_OnlineResource',
      element('cit:linkage', characters(link.url)),
      element('cit:protocol', characters(style.protocols[link.kind])),
      element('cit:name', characters(link.layer ?? link.name)),
      textProperty('cit:description', link.description ?? { en: link.name }, style),
      code(
        'cit:function',
        'cit:CI_OnLineFunctionCode',
        informs.includes(link.kind) ? 'information' : 'download',
      ),
    ),
  );
}
