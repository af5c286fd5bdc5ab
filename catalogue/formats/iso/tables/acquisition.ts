import { type Citation, type LanguageMap, localise, type Resource } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, line, object, prose, readOnly } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { type Field, table } from '../table.ts';
import type { Node, Writing } from '../writing.ts';
import { citation, type IdentifierParts, identifierParts, isCited } from './citation.ts';
import { readResponsibilities, writeResponsibility } from './responsibility.ts';

type Acquired = Pick<Resource, 'platforms' | 'instruments' | 'campaigns'>;
type Named = Omit<Acquired['platforms'][number], 'sponsors'>;
type Instrument = Acquired['instruments'][number];

type Parts = {
  citation?: Citation | undefined;
  identifier?: IdentifierParts | undefined;
  type?: LanguageMap | undefined;
  description?: LanguageMap | undefined;
};

const parts = {
  citation: object('citation', citation, isCited),
  identifier: object('identifier', identifierParts),
  description: prose('description'),
} as const satisfies Record<string, Field<Parts>>;

type PlatformParts = Parts & { sponsors: string[]; instruments: XmlElement[]; carried: Instrument[] };

/** MI_Platform */
export const platform = table<PlatformParts>()(
  'platform',
  () => ({ sponsors: [], instruments: [], carried: [] }),
  {
    ...parts,
    type: line('type'),
    sponsor: {
      read(properties, model, reading) {
        for (const property of properties) {
          const found = reading.classElement(property);
          for (const { party } of found ? readResponsibilities(found, reading) : []) {
            const name = party.person ?? localise(party.organisation ?? {})?.text;
            if (name) model.sponsors.push(name);
          }
        }
      },
      write: ({ sponsors }, writing) =>
        sponsors.map((name) => {
          const lists = { identifiers: [], organisationIdentifiers: [], emails: [], phones: [] };
          const party = { ...lists, facsimiles: [], addresses: [], online: [], organisation: { und: name } };
          return writeResponsibility({ role: 'sponsor', party }, writing);
        }),
    },
    instrument: {
      read(properties, model) {
        model.instruments.push(...properties.flatMap((property) => [...property.elements()]));
      },
      write: ({ carried }, writing) =>
        carried.map((one) => ({ children: [writeInstrument({ ...one, mountedOn: undefined }, writing)] })),
    },
  },
);

type InstrumentParts = Parts & { platforms: XmlElement[]; mountedOn?: LanguageMap | undefined };

/** MI_Instrument */
export const instrument = table<InstrumentParts>()('instrument', () => ({ platforms: [] }), {
  ...parts,
  type: line('type'),
  mountedOn: {
    read(properties, model) {
      model.platforms.push(...properties.flatMap((property) => [...property.elements()]));
    },
    write: ({ mountedOn }, writing) =>
      mountedOn ? [{ children: [writePlatform({ names: mountedOn }, [], writing)] }] : [],
  },
});

type OperationParts = Parts & { status?: string | undefined; kind?: string | undefined };

/** MI_Operation */
export const campaign = table<OperationParts>()('campaign', () => ({}), {
  ...parts,
  status: code('status', codelists.progress),
  type: code('kind', codelists.operationType),
  parent: { read: () => undefined, write: () => [] },
});

/** MI_AcquisitionInformation: instruments, platforms and operations (cruises). */
export const acquisition = table<Acquired>()(
  'acquisition',
  () => ({ platforms: [], instruments: [], campaigns: [] }),
  {
    scope: { read: () => undefined, write: () => [] },
    instrument: {
      ...gathered((found, model, reading) => addInstrument(found, model, reading)),
      write: (model, writing) =>
        model.instruments
          .filter((one) => !isCarried(one, model))
          .map((one) => ({ children: [writeInstrument(one, writing)] })),
    },
    operation: {
      ...gathered((found, model, reading) => {
        const { status, kind, ...operation } = reading.object(campaign, found);
        const named = namedOf(operation, reading);
        if (!named) return;
        const { type: _, ...rest } = named;
        model.campaigns.push({ ...rest, ...(status ? { status } : {}), ...(kind ? { type: kind } : {}) });
      }),
      write: ({ campaigns }, writing) =>
        campaigns.map(({ status, type, start: _, end: __, ...named }) => ({
          children: [writing.object(campaign, { ...partsOf(named, writing), status, kind: type })],
        })),
    },
    platform: {
      ...gathered((found, model, reading) => addPlatform(found, model, reading)),
      write: ({ platforms, instruments }, writing) =>
        platforms.map((one) => ({
          children: [
            writePlatform(
              one,
              instruments.filter(({ mountedOn }) => mountedOn && sameNames(mountedOn, one.names)),
              writing,
            ),
          ],
        })),
    },
  },
);

export const isAcquired = ({ platforms, instruments, campaigns }: Acquired) =>
  platforms.length + instruments.length + campaigns.length > 0;

const sameNames = (one: LanguageMap, other: LanguageMap) => JSON.stringify(one) === JSON.stringify(other);

const isCarried = ({ mountedOn }: Instrument, { platforms }: Acquired) =>
  mountedOn !== undefined && platforms.some(({ names }) => sameNames(names, mountedOn));

function gathered(add: (found: XmlElement, model: Acquired, reading: Reading) => void): Field<Acquired> {
  return readOnly((properties, model, reading) => {
    for (const property of properties) {
      const found = reading.classElement(property);
      if (found) add(found, model, reading);
    }
  });
}

function addInstrument(found: XmlElement, model: Acquired, reading: Reading, carrier?: LanguageMap): void {
  const { platforms, ...read } = reading.object(instrument, found);
  const named = namedOf(read, reading);
  const [first] = platforms.map((one) => addPlatform(one, model, reading));
  const mountedOn = carrier ?? first;
  if (named) addOnce(model.instruments, { ...named, ...(mountedOn ? { mountedOn } : {}) });
}

/** @returns the names of the platform */
function addPlatform(found: XmlElement, model: Acquired, reading: Reading): LanguageMap | undefined {
  const { instruments, sponsors, ...read } = reading.object(platform, found);
  const named = namedOf(read, reading);
  if (named) addOnce(model.platforms, { ...named, ...(sponsors.length > 0 ? { sponsors } : {}) });
  for (const one of instruments) addInstrument(one, model, reading, named?.names);
  return named?.names;
}

/** An instrument names its platform and the platform its instruments: each is listed once, with all that is told. */
function addOnce<T extends Named>(list: T[], named: T): void {
  const same = JSON.stringify([named.names, named.identifier]);
  const known = list.find((other) => JSON.stringify([other.names, other.identifier]) === same);
  if (known) Object.assign(known, { ...named, ...known });
  else list.push(named);
}

/** The name is the title of the citation, else the description, else the code. */
function namedOf(read: Parts, reading: Reading): Named | undefined {
  const { citation: cited, identifier, type, description } = read;
  const title = cited && Object.keys(cited.titles).length > 0 ? cited.titles : identifier?.description;
  const id = identifier?.code ?? cited?.identifiers[0];
  const names = title ?? description ?? (id ? { [reading.language]: id } : type);
  if (!names) return undefined;
  const uri = identifier?.uri ?? cited?.url ?? (id && /^https?:/.test(id) ? id : undefined);
  const kind = type && Object.values(type)[0];
  return {
    names,
    ...(id ? { identifier: id } : {}),
    ...(uri ? { uri } : {}),
    ...(title && description ? { description } : {}),
    ...(kind && names !== type ? { type: kind } : {}),
  };
}

/** What names a thing, as ISO takes it apart; a code that is the name needs no title. */
function partsOf({ names, identifier, uri, description, type }: Named, writing: Writing): Parts {
  const isCode = identifier !== undefined && sameNames(names, { [writing.language]: identifier });
  const anchor = uri === identifier ? undefined : uri;
  const titled: Citation = {
    titles: names,
    identifiers: [],
    dates: [],
    ...(identifier === undefined && anchor ? { url: anchor } : {}),
  };
  return {
    ...(isCode ? {} : { citation: titled }),
    ...(identifier === undefined ? {} : { identifier: { code: identifier, uri: anchor } }),
    ...(description ? { description } : {}),
    ...(type ? { type: { und: type } } : {}),
  };
}

function writeInstrument(
  { mountedOn, ...named }: Omit<Instrument, 'mountedOn'> & { mountedOn?: LanguageMap | undefined },
  writing: Writing,
): Node {
  return writing.object(instrument, { ...partsOf(named, writing), platforms: [], mountedOn });
}

function writePlatform(
  { sponsors = [], ...named }: Acquired['platforms'][number],
  carried: Instrument[],
  writing: Writing,
): Node {
  return writing.object(platform, { ...partsOf(named, writing), sponsors, instruments: [], carried });
}
