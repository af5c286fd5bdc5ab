import { type Identifier, parseIdentifier, type Resource } from '../../../model/index.ts';
import { codelists } from '../codelists.ts';
import { codes, editionDate, line, lines, prose, some, string } from '../fields.ts';
import { type Field, table } from '../table.ts';
import { readString } from '../values.ts';
import { dates, identifiers } from './citation.ts';
import { onlineReference } from './online.ts';
import { responsibilities } from './responsibility.ts';

const emptyCitation = (): CitedResource => ({
  titles: {},
  alternateTitles: [],
  dates: [],
  identifiers: [],
  responsibilities: [],
  presentationForms: [],
});

export type CitedResource = Pick<
  Resource,
  | 'titles'
  | 'alternateTitles'
  | 'dates'
  | 'edition'
  | 'editionDate'
  | 'identifiers'
  | 'responsibilities'
  | 'presentationForms'
  | 'seriesName'
  | 'seriesIssue'
  | 'seriesPage'
  | 'collectiveTitle'
  | 'citationLinks'
  | 'otherCitationDetails'
>;

/** CI_Citation of the resource itself. */
export const resourceCitation = table<CitedResource>()('resourceCitation', emptyCitation, {
  title: line('titles'),
  alternateTitle: lines('alternateTitles'),
  date: dates('dates'),
  edition: string('edition'),
  editionDate: editionDate('editionDate'),
  identifier: identifiersButBookNumbers(),
  citedResponsibleParty: responsibilities('responsibilities', true),
  presentationForm: codes('presentationForms', codelists.presentationForm),
  series: string('seriesName'),
  seriesIssue: string('seriesIssue'),
  seriesPage: string('seriesPage'),
  otherCitationDetails: prose('otherCitationDetails'),
  collectiveTitle: line('collectiveTitle'),
  onlineResource: some('citationLinks', onlineReference),
  isbn: bookNumber('isbn'),
  issn: bookNumber('issn'),
});

const isBookNumber = ({ scheme }: Identifier) => scheme === 'isbn' || scheme === 'issn';

/** ISBN and ISSN have elements of their own. */
function identifiersButBookNumbers(): Field<CitedResource> {
  const { read, write } = identifiers('identifiers');
  return {
    read,
    write: (model, writing) =>
      write({ identifiers: model.identifiers.filter((one) => !isBookNumber(one)) }, writing),
  };
}

function bookNumber(scheme: 'isbn' | 'issn'): Field<CitedResource> {
  return {
    read([property], model) {
      const text = property && readString(property);
      if (text) model.identifiers.push({ ...parseIdentifier(`${scheme} ${text}`), code: text });
    },
    write: (model, writing) =>
      model.identifiers.filter((one) => one.scheme === scheme).map(({ code }) => writing.string(code)),
  };
}
