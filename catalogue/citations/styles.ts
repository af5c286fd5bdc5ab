/** Styles of formatted citations, with the name that the library knows each by. */
export const citationStyles = [
  { name: 'apa', title: 'APA', template: 'apa' },
  { name: 'vancouver', title: 'Vancouver', template: 'vancouver' },
  { name: 'harvard', title: 'Harvard', template: 'harvard1' },
  { name: 'ieee', title: 'IEEE', template: 'halocline-ieee' },
  { name: 'copernicus', title: 'Copernicus', template: 'halocline-copernicus' },
] as const;
export type CitationStyle = (typeof citationStyles)[number]['name'];

const head = (id: string, title: string) => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info>
    <title>${title}</title>
    <id>https://halocline.example.org/styles/${id}</id>
    <updated>2026-11-25T00:00:00+00:00</updated>
  </info>`;

/** Where it is had: the DOI as an address, else the address. */
const access = `
  <macro name="access">
    <choose>
      <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
      <else><text variable="URL"/></else>
    </choose>
  </macro>`;

/** What kind of thing it is, in square brackets, in the words of the locale. */
const kind = `
  <macro name="kind">
    <choose>
      <if type="software"><text term="software" prefix="[" suffix="]"/></if>
      <else-if type="dataset"><text term="dataset" prefix="[" suffix="]"/></else-if>
    </choose>
  </macro>`;

const terms = `
  <locale xml:lang="en"><terms>
    <term name="dataset">data set</term><term name="software">computer software</term>
  </terms></locale>
  <locale xml:lang="fr"><terms>
    <term name="dataset">jeu de données</term><term name="software">logiciel</term>
    <term name="available at">disponible à l’adresse</term>
  </terms></locale>`;

const citation = `
  <citation><layout><text macro="title"/></layout></citation>`;

/**
 * A numbered style in the order of the IEEE Reference Guide: initials before family names, the title in quotation marks,
 * version, publisher, date, and where it is on line.
 */
export const ieee = `${head('ieee', 'IEEE, for data')}${terms}${access}${kind}
  <macro name="title"><text variable="title" quotes="true"/></macro>
  <macro name="authors">
    <names variable="author">
      <name initialize-with=". " et-al-min="7" et-al-use-first="1" delimiter=", " and="text"/>
      <et-al font-style="italic"/>
    </names>
  </macro>${citation}
  <bibliography entry-spacing="0">
    <layout suffix=".">
      <group delimiter=", ">
        <text macro="authors"/>
        <group delimiter=" "><text macro="title"/><text macro="kind"/></group>
        <group delimiter=" "><text term="version" form="short"/><text variable="version"/></group>
        <text variable="publisher"/>
        <date variable="issued" form="text" date-parts="year-month-day"/>
        <text macro="access"/>
      </group>
    </layout>
  </bibliography>
</style>`;

/**
 * As the journals of Copernicus Publications (Earth System Science Data, Ocean Science…) cite data: all authors by family
 * name and initials, a colon, the title, the publisher, the kind in square brackets, the DOI, the year at the end.
 */
export const copernicus = `${head('copernicus', 'Copernicus Publications, for data')}${terms}${access}${kind}
  <macro name="title"><text variable="title"/></macro>
  <macro name="authors">
    <names variable="author">
      <name initialize-with=". " name-as-sort-order="all" delimiter=", " delimiter-precedes-last="always" and="text"/>
    </names>
  </macro>${citation}
  <bibliography>
    <sort><key variable="author"/><key variable="issued"/></sort>
    <layout suffix=".">
      <group delimiter=", ">
        <group delimiter=": "><text macro="authors"/><text macro="title"/></group>
        <group delimiter=" "><text term="version"/><text variable="version"/></group>
        <group delimiter=" "><text variable="publisher"/><text macro="kind"/></group>
        <text macro="access"/>
        <date variable="issued"><date-part name="year"/></date>
      </group>
    </layout>
  </bibliography>
</style>`;
