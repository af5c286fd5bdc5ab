import { type CatalogueRecord, recogniseAccess, recogniseLicence } from '../../model/index.ts';
import { isAddress } from './text.ts';

type Resource = CatalogueRecord['resource'];

/** The access right that a text or its address is, `undefined` for any other statement. */
export function readAccessRight(text: string): Resource['accessRight'] {
  return recogniseAccess(text);
}

/** ISO MD_RestrictionCode values, which GeoNetwork puts into dc:rights beside texts. */
const restrictions = new Set([
  'copyright',
  'patent',
  'patentPending',
  'trademark',
  'license',
  'licence',
  'intellectualPropertyRights',
  'restricted',
  'otherRestrictions',
]);

/**
 * Adds one statement of rights to a resource: an access right, a licence, a restriction code or a text.
 * The text of a licence is kept beside what was recognised in it, unless it is but its name or address.
 */
export function addRights(resource: Resource, text: string, language: string, uri?: string): void {
  const right = readAccessRight(text);
  if (right) {
    resource.accessRight ??= right;
    return;
  }
  const address = uri ?? (isAddress(text) ? text : undefined);
  const licence = recogniseLicence(text, address);
  const known =
    licence && resource.licences.some(({ id, uri: other }) => (id ?? other) === (licence.id ?? licence.uri));
  if (licence && !known) resource.licences.push(licence);
  const names = licence ? [licence.id, ...Object.values(licence.title)] : [];
  if (licence && (isAddress(text) || names.includes(text))) return;
  const [block = emptyBlock()] = resource.constraints;
  resource.constraints[0] = block;
  if (restrictions.has(text)) block.useConstraints.push(text);
  else
    block.otherConstraints.push({
      text: address === text ? {} : { [language]: text },
      ...(address === undefined ? {} : { uri: address }),
    });
}

function emptyBlock(): Resource['constraints'][number] {
  return {
    kind: 'legal',
    useLimitations: [],
    accessConstraints: [],
    useConstraints: [],
    otherConstraints: [],
  };
}
