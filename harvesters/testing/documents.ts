/** A record of the tests, in as few words as a document of its format needs. */
export type SampleRecord = { identifier: string; title: string };

const gmd = 'http://www.isotc211.org/2005/gmd';
const gco = 'http://www.isotc211.org/2005/gco';

/** An ISO 19139 document. */
export function isoDocument({ identifier, title }: SampleRecord): string {
  const text = (name: string, value: string) =>
    `<gmd:${name}><gco:CharacterString>${value}</gco:CharacterString></gmd:${name}>`;
  const party = (name: string) =>
    `<gmd:${name}><gmd:CI_ResponsibleParty>${text('organisationName', 'Institute of the Sea')}<gmd:role><gmd:CI_RoleCode codeList="#CI_RoleCode" codeListValue="pointOfContact"/></gmd:role></gmd:CI_ResponsibleParty></gmd:${name}>`;
  const date =
    '<gmd:date><gmd:CI_Date><gmd:date><gco:Date>2020-05-01</gco:Date></gmd:date><gmd:dateType><gmd:CI_DateTypeCode codeList="#CI_DateTypeCode" codeListValue="publication"/></gmd:dateType></gmd:CI_Date></gmd:date>';
  return `<gmd:MD_Metadata xmlns:gmd="${gmd}" xmlns:gco="${gco}">${text('fileIdentifier', identifier)}${text('language', 'eng')}<gmd:hierarchyLevel><gmd:MD_ScopeCode codeList="#MD_ScopeCode" codeListValue="dataset"/></gmd:hierarchyLevel>${party('contact')}<gmd:dateStamp><gco:Date>2024-05-01</gco:Date></gmd:dateStamp><gmd:identificationInfo><gmd:MD_DataIdentification><gmd:citation><gmd:CI_Citation>${text('title', title)}${date}</gmd:CI_Citation></gmd:citation>${text('abstract', `Measurements: ${title}.`)}${party('pointOfContact')}${text('language', 'eng')}</gmd:MD_DataIdentification></gmd:identificationInfo></gmd:MD_Metadata>`;
}

/** A DCAT catalogue in Turtle. */
export function dcatCatalogue(records: readonly SampleRecord[], next?: string): string {
  const datasets = records.map(
    ({ identifier, title }) =>
      `<https://data.example.org/${identifier}> a dcat:Dataset ; dct:identifier "${identifier}" ; dct:title "${title}"@en ; dct:description "Measurements: ${title}."@en .`,
  );
  const page = next ? `<> a hydra:PagedCollection ; hydra:nextPage <${next}> .` : '';
  return `@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix hydra: <http://www.w3.org/ns/hydra/core#> .
<https://data.example.org/catalogue> a dcat:Catalog ; dct:title "Test"@en ${records.map(({ identifier }) => `; dcat:dataset <https://data.example.org/${identifier}>`).join(' ')} .
${datasets.join('\n')}
${page}
`;
}

/** `count` records, numbered from `from`. */
export function sampleRecords(count: number, from = 1): SampleRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + from).padStart(4, '0');
    return { identifier: `record-${number}`, title: `Section ${number}` };
  });
}
