import type { Citation, LanguageMap, Resource } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { lines, object, prose, readOnly } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import { readString, valueElement } from '../values.ts';
import { citation, type IdentifierParts, identifierParts, isCited } from './citation.ts';

type Apparatus = {
  citation?: Citation | undefined;
  identifier?: IdentifierParts | undefined;
  types: LanguageMap[];
  description?: LanguageMap | undefined;
  status?: string | undefined;
  instruments: XmlElement[];
  platforms: XmlElement[];
};

/** MI_Instrument, MI_Platform, MI_Operation: what they share is all that the model wants of them. */
export const apparatus = table<Apparatus>()(
  'apparatus',
  () => ({ types: [], instruments: [], platforms: [] }),
  {
    citation: object('citation', citation, isCited),
    identifier: object('identifier', identifierParts),
    type: lines('types'),
    description: prose('description'),
    status: readOnly(([property], model) => {
      const element = property && valueElement(property);
      const status = element && (element.attribute('codeListValue') || readString(property));
      if (status) model.status = status;
    }),
    instrument: readOnly((properties, model) => {
      model.instruments.push(...properties.flatMap((property) => [...property.elements()]));
    }),
    mountedOn: readOnly((properties, model) => {
      model.platforms.push(...properties.flatMap((property) => [...property.elements()]));
    }),
  },
);

type Acquired = Pick<Resource, 'platforms' | 'instruments' | 'campaigns'>;
type Named = Acquired['platforms'][number];

/** MI_AcquisitionInformation: instruments, platforms and operations (cruises). */
export const acquisition = table<Acquired>()(
  'acquisition',
  () => ({ platforms: [], instruments: [], campaigns: [] }),
  {
    instrument: gathered((found, model, reading) => addInstrument(found, model, reading)),
    operation: gathered((found, model, reading) => {
      const operation = reading.object(apparatus, found);
      const named = namedOf(operation, reading);
      if (named)
        model.campaigns.push({ ...named, ...(operation.status ? { status: operation.status } : {}) });
    }),
    platform: gathered((found, model, reading) => addPlatform(found, model, reading)),
  },
);

function gathered(add: (found: XmlElement, model: Acquired, reading: Reading) => void): Field<Acquired> {
  return readOnly((properties, model, reading) => {
    for (const property of properties) {
      const found = reading.classElement(property);
      if (found) add(found, model, reading);
    }
  });
}

function addInstrument(found: XmlElement, model: Acquired, reading: Reading): void {
  const instrument = reading.object(apparatus, found);
  const named = namedOf(instrument, reading);
  if (named) addOnce(model.instruments, named);
  for (const platform of instrument.platforms) addPlatform(platform, model, reading);
}

function addPlatform(found: XmlElement, model: Acquired, reading: Reading): void {
  const platform = reading.object(apparatus, found);
  const named = namedOf(platform, reading);
  if (named) addOnce(model.platforms, named);
  for (const instrument of platform.instruments) addInstrument(instrument, model, reading);
}

/** An instrument names its platform and the platform its instruments: each is listed once. */
function addOnce(list: Named[], named: Named): void {
  const same = JSON.stringify([named.names, named.identifier]);
  if (!list.some((other) => JSON.stringify([other.names, other.identifier]) === same)) list.push(named);
}

/** The name is the title of the citation, else the description, else the code. */
function namedOf(parts: Apparatus, reading: Reading): Named | undefined {
  const {
    citation: cited,
    identifier,
    types: [type],
    description,
  } = parts;
  const title = cited && Object.keys(cited.titles).length > 0 ? cited.titles : identifier?.description;
  const code = identifier?.code;
  const names = title ?? description ?? (code ? { [reading.language]: code } : type);
  if (!names) return undefined;
  const uri = identifier?.uri ?? cited?.url ?? (code && /^https?:/.test(code) ? code : undefined);
  const kind = type && Object.values(type)[0];
  return {
    names,
    ...(code ? { identifier: code } : {}),
    ...(uri ? { uri } : {}),
    ...(title && description ? { description } : {}),
    ...(kind && names !== type ? { type: kind } : {}),
  };
}
