import { parseIdentifier, type Resource } from '../../../model/index.ts';
import { codelists } from '../codelists.ts';
import { codes, date, line, lines, prose, readOnly, string } from '../fields.ts';
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
  identifier: identifiers('identifiers'),
  citedResponsibleParty: responsibilities('responsibilities', isCitedParty),
  presentationForm: codes('presentationForms', codelists.presentationForm),
  series: string('seriesName'),
  otherCitationDetails: prose('otherCitationDetails'),
  isbn: readOnly(bookNumber('isbn')),
  issn: readOnly(bookNumber('issn')),
});

function bookNumber(scheme: 'isbn' | 'issn'): Field<CitedResource>['read'] {
  return ([property], model) => {
    const text = property && readString(property);
    if (text) model.identifiers.push({ ...parseIdentifier(`${scheme} ${text}`), code: text });
  };
}
