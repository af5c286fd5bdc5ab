import { type Identifier, parseIdentifier, type Resource } from '../../../model/index.ts';
import { codelists } from '../codelists.ts';
import { codes, date, line, lines, prose, string } from '../fields.ts';
import { type Field, table } from '../table.ts';
import { readString } from '../values.ts';
import { dates, identifiers } from './citation.ts';
import { responsibilities } from './responsibility.ts';

/** Roles that a citation names; all others are contacts. */
const citedRoles = new Set([
  'author',
  'coAuthor',
  'editor',
  'publisher',
  'originator',
  'principalInvestigator',
]);
export const isCitedParty = ({ role }: { role: string }) => citedRoles.has(role);

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
  | 'otherCitationDetails'
>;

/** CI_Citation of the resource itself. */
export const resourceCitation = table<CitedResource>()('resourceCitation', emptyCitation, {
  title: line('titles'),
  alternateTitle: lines('alternateTitles'),
  date: dates('dates'),
  edition: string('edition'),
  editionDate: date('editionDate'),
  identifier: identifiersButBookNumbers(),
  citedResponsibleParty: responsibilities('responsibilities', isCitedParty),
  presentationForm: codes('presentationForms', codelists.presentationForm),
  series: string('seriesName'),
  otherCitationDetails: prose('otherCitationDetails'),
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
