import { describe, expect, it } from 'vitest';
import type { CatalogueRecord } from '../../model/index.ts';
import { type FormatName, formatOf } from '../index.ts';
import { patchDocument } from './index.ts';

const context = { id: 'r1', pageUrl: 'https://example.org/records/r1', datestamp: '2026-01-02T03:04:05Z' };

async function patch(
  text: string,
  change: (record: CatalogueRecord) => void,
  format: FormatName = 'iso19139',
): Promise<{ text: string; reason?: string }> {
  const bytes = new TextEncoder().encode(text);
  const { record } = (await formatOf(format).read?.(bytes)) ?? { record: null };
  if (!record) throw new Error('not read');
  const after = structuredClone(record);
  change(after);
  const patched = await patchDocument(bytes, format, record, after, context);
  const changed = new TextDecoder().decode(patched.bytes ?? new Uint8Array());
  return patched.patched ? { text: changed } : { text: changed, reason: patched.reason };
}

/** With a comment, foreign elements, unusual prefixes and an order and layout of its own. */
const iso = `<?xml version="1.0"?>
<m:MD_Metadata xmlns:m="http://www.isotc211.org/2005/gmd" xmlns:c="http://www.isotc211.org/2005/gco" xmlns:own="urn:own">
	<!-- kept by hand -->
	<m:fileIdentifier><c:CharacterString>theirs</c:CharacterString></m:fileIdentifier>
	<m:language><c:CharacterString>eng</c:CharacterString></m:language>
	<own:note  state='odd'>nobody   knows</own:note>
	<m:contact><m:CI_ResponsibleParty>
		<m:organisationName><c:CharacterString>Institute of the Sea</c:CharacterString></m:organisationName>
		<m:role><m:CI_RoleCode codeList="x" codeListValue="pointOfContact"/></m:role>
	</m:CI_ResponsibleParty></m:contact>
	<m:dateStamp><c:Date>2024-05-06</c:Date></m:dateStamp>
	<m:identificationInfo>
		<m:MD_DataIdentification>
			<m:citation><m:CI_Citation>
				<m:title><c:CharacterString>  Salinity </c:CharacterString></m:title>
				<m:date><m:CI_Date><m:date><c:Date>2021-03</c:Date></m:date><m:dateType><m:CI_DateTypeCode codeList="x" codeListValue="publication"/></m:dateType></m:CI_Date></m:date>
			</m:CI_Citation></m:citation>
			<m:abstract><c:CharacterString>Salt &amp; water</c:CharacterString></m:abstract>
			<m:descriptiveKeywords><m:MD_Keywords>
				<m:keyword><c:CharacterString>salt</c:CharacterString></m:keyword>
				<m:keyword><c:CharacterString>water</c:CharacterString></m:keyword>
				<m:keyword><c:CharacterString>sea</c:CharacterString></m:keyword>
			</m:MD_Keywords></m:descriptiveKeywords>
			<m:language><c:CharacterString>eng</c:CharacterString></m:language>
		</m:MD_DataIdentification>
	</m:identificationInfo>
</m:MD_Metadata>
`;

describe('an XML document', () => {
  it('is the same where nothing changes', async () => {
    expect(await patch(iso, () => undefined)).toEqual({ text: iso });
  });

  it('changes a text where it stands, and its white space not', async () => {
    const { text, reason } = await patch(iso, ({ resource }) => {
      resource.titles['en'] = 'Salinity < 35';
    });
    expect(reason).toBeUndefined();
    expect(text).toBe(iso.replace('  Salinity ', '  Salinity &lt; 35 '));
  });

  it('removes one of several', async () => {
    const { text } = await patch(iso, ({ resource }) => {
      resource.keywords.splice(1, 1);
    });
    expect(text).toBe(
      iso.replace('\n\t\t\t\t<m:keyword><c:CharacterString>water</c:CharacterString></m:keyword>', ''),
    );
  });

  it('adds one beside its like, with the prefixes and the indentation of the document', async () => {
    const { text } = await patch(iso, ({ resource }) => {
      resource.keywords.push({ label: { en: 'tides' } });
    });
    expect(text).toBe(
      iso.replace(
        '<m:keyword><c:CharacterString>sea</c:CharacterString></m:keyword>',
        '$&\n\t\t\t\t<m:keyword>\n\t\t\t\t\t<c:CharacterString>tides</c:CharacterString>\n\t\t\t\t</m:keyword>',
      ),
    );
  });

  it('changes a code in its attribute', async () => {
    const { text } = await patch(iso, (record) => {
      const [contact] = record.metadataContacts;
      if (contact) contact.role = 'custodian';
    });
    expect(text).toBe(iso.replace('codeListValue="pointOfContact"', 'codeListValue="custodian"'));
  });

  it('adds what had no place yet in the order of the schema', async () => {
    const { text, reason } = await patch(iso, ({ resource }) => {
      resource.purpose = { en: 'To know' };
    });
    expect(reason).toBeUndefined();
    expect(text.indexOf('<m:purpose>')).toBeGreaterThan(text.indexOf('</m:abstract>'));
    expect(text.indexOf('<m:purpose>')).toBeLessThan(text.indexOf('<m:descriptiveKeywords>'));
    expect(text.replace(/\s*<m:purpose>[\s\S]*<\/m:purpose>/, '')).toBe(iso);
  });

  it('is written anew, and says why, where the format has no words for the change', async () => {
    const { text, reason } = await patch(iso, ({ resource }) => {
      resource.sizes.push('15 pages');
    });
    expect(reason).toContain('resource.sizes');
    expect(text).toContain('gmd:MD_Metadata');
  });

  it('is written anew where it is not in UTF-8', async () => {
    const latin = iso.replace('version="1.0"', 'version="1.0" encoding="ISO-8859-1"').replace('Salt', 'Sél');
    const bytes = new Uint8Array(Buffer.from(latin, 'latin1'));
    const { record } = (await formatOf('iso19139').read?.(bytes)) ?? { record: null };
    if (!record) throw new Error('not read');
    expect(await patchDocument(bytes, 'iso19139', record, record, context)).toMatchObject({ patched: false });
  });

  it('may be Dublin Core', async () => {
    const dc = `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
 <dc:title>Salinity</dc:title><!-- here --><dc:subject>salt</dc:subject>
 <dc:description>About it</dc:description>
</oai_dc:dc>`;
    const { text, reason } = await patch(
      dc,
      ({ resource }) => {
        resource.abstracts = { und: 'More about it' };
      },
      'oai_dc',
    );
    expect(reason).toBeUndefined();
    expect(text).toBe(dc.replace('About it', 'More about it'));
  });
});

describe('a JSON document', () => {
  const json = `{
    "@context": "https://schema.org/",
    "@type": "Dataset",
    "unheardOf": {"kept" : [1,2 , 3]},
    "name": "Salinity",
    "description":   "About the salt in the water of the sea, as it was measured.",
    "keywords": ["salt", "water"]
}
`;

  it('changes a text where it stands', async () => {
    const { text, reason } = await patch(
      json,
      ({ resource }) => {
        for (const language of Object.keys(resource.abstracts))
          resource.abstracts[language] = 'More "of" the salt in the water of the sea, as it was measured';
      },
      'schema.org',
    );
    expect(reason).toBeUndefined();
    expect(text).toBe(
      json.replace(/"About.*"/, '"More \\"of\\" the salt in the water of the sea, as it was measured"'),
    );
  });

  it('adds a member in its indentation', async () => {
    const { text, reason } = await patch(
      json,
      ({ resource }) => {
        resource.edition = '2.1';
      },
      'schema.org',
    );
    expect(reason).toBeUndefined();
    expect(text).toBe(json.replace('"water"]', '"water"],\n    "version": "2.1"'));
  });
});
