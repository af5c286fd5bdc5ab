import {
  type Citation,
  type Distribution,
  type LanguageMap,
  localise,
  type OfflineMedium,
  type Resource,
  type Responsibility,
} from '../../../model/index.ts';
import { codelists } from '../codelists.ts';
import {
  code,
  codes,
  dateTime,
  inline,
  line,
  many,
  number,
  objects,
  prose,
  readOnly,
  string,
  told,
  translated,
} from '../fields.ts';
import { type Field, table } from '../table.ts';
import { anchorOf, readTranslations } from '../values.ts';
import { citation } from './citation.ts';
import { distributionLink } from './online.ts';
import { readResponsibilities, writeResponsibility } from './responsibility.ts';

type DataFormat = Resource['formats'][number];

/** MD_Format; in ISO 19115-1 the format is a citation, whose title is the name and whose edition is the version. */
export const format = table<DataFormat>()('format', () => ({ name: '' }), {
  name: {
    read(properties, model, reading) {
      for (const property of properties) {
        const { text, others } = readTranslations(property, reading);
        if (text === undefined || model.name !== '') continue;
        model.name = text;
        const uri = anchorOf(property);
        if (uri) model.uri = uri;
        if (others) model.translations = { ...model.translations, name: [others] };
      }
    },
    write: ({ name, uri, translations }, writing) => {
      const [others] = translations?.['name'] ?? [];
      return told([writing.text({ ...others, [writing.language]: name }, uri)]);
    },
  },
  version: {
    read: (properties, model, reading) => {
      const said: Pick<DataFormat, 'version' | 'translations'> = {};
      translated('version').read(properties, said, reading);
      // The element is mandatory in ISO 19115:2003, so exporters fill it with dashes and "unknown".
      if (said.version === undefined || isFiller(said.version)) return;
      model.version = said.version;
      if (said.translations) model.translations = { ...model.translations, ...said.translations };
    },
    write: translated('version').write,
  },
  amendment: translated('amendment'),
  specification: line('specification'),
  citation: {
    read(properties, model, reading) {
      for (const property of properties) {
        const found = reading.classElement(property);
        if (!found) continue;
        const cited = reading.object(citation, found);
        const { [reading.language]: main, ...others } = cited.titles;
        const name = main ?? Object.values(others)[0] ?? cited.identifiers[0];
        if (name === undefined || model.name !== '') continue;
        model.name = name;
        if (Object.keys(others).length > 0 && main) model.translations = { name: [others] };
        if (cited.edition && !isFiller(cited.edition)) model.version = cited.edition;
        if (cited.url) model.uri = cited.url;
        const { titles: _, edition: __, url, online, dates, identifiers, ...more } = cited;
        const isMore =
          Object.keys(more).length > 0 || dates.length + identifiers.length > 0 || online !== undefined;
        if (isMore) model.citation = cited;
      }
    },
    write({ name, version, uri, citation: cited, translations }, writing) {
      const [others] = translations?.['name'] ?? [];
      const whole: Citation = {
        titles: { ...others, [writing.language]: name },
        identifiers: [],
        dates: [],
        ...cited,
        ...(version ? { edition: version } : {}),
        ...(uri ? { url: uri } : {}),
      };
      return [{ children: [writing.object(citation, whole)] }];
    },
  },
  decompression: translated('decompression'),
});

const isFiller = (version: string) => /^([-–?.]+|unknown|inconnue?|n\/?a|not applicable)$/i.test(version);

const isNamed = ({ name }: DataFormat) => name !== '';

/** MD_Medium */
export const medium = table<OfflineMedium>()('medium', () => ({ formats: [] }), {
  name: code('name', codelists.mediumName),
  nameCitation: {
    read([property], model, reading) {
      const found = property && reading.classElement(property);
      const { titles, identifiers: [identifier] = [] } = found ? reading.object(citation, found) : {};
      const name = (titles && localise(titles)?.text) ?? identifier;
      if (name) model.name = name;
    },
    write: ({ name }, writing) =>
      name
        ? [{ children: [writing.object(citation, { titles: { und: name }, identifiers: [], dates: [] })] }]
        : [],
  },
  density: number('density', 'gco:Real'),
  densityUnits: string('densityUnits'),
  volumes: number('volumes', 'gco:Integer'),
  format: codes('formats', codelists.mediumFormat),
  note: line('note'),
});

type Transfer = {
  units?: string | undefined;
  megabytes?: number | undefined;
  links: Distribution[];
  media: OfflineMedium[];
  linkFormats: DataFormat[];
};

const noTransfer = (): Transfer => ({ links: [], media: [], linkFormats: [] });

/** MD_DigitalTransferOptions */
export const transfer = table<Transfer>()('transfer', noTransfer, {
  units: string('units'),
  transferSize: number('megabytes', 'gco:Real'),
  onLine: many('links', distributionLink),
  offLine: objects('media', medium, isOfflineMedium),
  distributionFormat: objects('linkFormats', format, isNamed),
});

function isOfflineMedium({ formats, ...said }: OfflineMedium): boolean {
  return formats.length > 0 || Object.keys(said).length > 0;
}

const bytesInMegabyte = 1_000_000;

type Transferred = Pick<Resource, 'distributions' | 'offlineMedia'>;

/** Links and media; the size of a transfer is that of its file where it has but one link. */
const transfers: Field<Transferred> = {
  read(properties, model, reading) {
    for (const property of properties) {
      for (const element of property.elements()) addTransfer(reading.object(transfer, element), model);
    }
  },
  write({ distributions, offlineMedia }, writing) {
    return [...groupsOf(distributions), ...offlineMedia.map(transferOf)].map((group) => ({
      children: [writing.object(transfer, group)],
    }));
  },
};

function addTransfer({ units, megabytes, links, media, linkFormats }: Transfer, model: Transferred): void {
  const [onlyFormat] = linkFormats;
  const bytes =
    megabytes !== undefined && megabytes > 0 ? Math.round(megabytes * bytesInMegabyte) : undefined;
  const size = bytes === undefined ? {} : links.length > 1 ? { transferSize: bytes } : { byteSize: bytes };
  const unit = units ? { unitsOfDistribution: units } : {};
  for (const link of links) {
    model.distributions.push({
      ...link,
      ...size,
      ...unit,
      ...(onlyFormat && linkFormats.length === 1 ? { format: onlyFormat } : {}),
    });
  }
  const whole = { ...(bytes === undefined ? {} : { transferSize: bytes }), ...unit };
  const [first = { formats: [] }, ...others] = media;
  const isAlone = links.length === 0 && Object.keys(whole).length > 0;
  if (media.length > 0 || isAlone)
    model.offlineMedia.push(isAlone ? { ...first, ...whole } : first, ...others);
}

/** Links that share a size, a unit and a format stand in one transfer, as far as they follow each other. */
function groupsOf(distributions: readonly Distribution[]): Transfer[] {
  const groups: { key: string; transfer: Transfer }[] = [];
  for (const link of distributions) {
    const { byteSize, transferSize, unitsOfDistribution: units, format: linkFormat } = link;
    const key = JSON.stringify([transferSize, units, linkFormat]);
    const last = groups.at(-1);
    if (last?.key === key && byteSize === undefined) {
      last.transfer.links.push(link);
      continue;
    }
    const bytes = byteSize ?? transferSize;
    groups.push({
      // A link with a size of its own shares its transfer with none.
      key: byteSize === undefined ? key : '',
      transfer: {
        ...noTransfer(),
        units,
        megabytes: bytes === undefined ? undefined : bytes / bytesInMegabyte,
        links: [link],
        linkFormats: linkFormat ? [linkFormat] : [],
      },
    });
  }
  return groups.map((group) => group.transfer);
}

function transferOf({ transferSize, unitsOfDistribution, ...rest }: OfflineMedium): Transfer {
  return {
    ...noTransfer(),
    units: unitsOfDistribution,
    megabytes: transferSize === undefined ? undefined : transferSize / bytesInMegabyte,
    media: [rest],
  };
}

type Distributor = Resource['distributors'][number];
type DistributorParts = {
  parties: Responsibility[];
  fees?: string | undefined;
  orderingInstructions?: LanguageMap | undefined;
  plannedAvailable?: string | undefined;
  turnaround?: LanguageMap | undefined;
  distributions: Distribution[];
  offlineMedia: OfflineMedium[];
  formats: DataFormat[];
};

type StandardOrder = Pick<Distributor, 'fees' | 'orderingInstructions' | 'plannedAvailable' | 'turnaround'>;

/** MD_StandardOrderProcess */
export const standardOrder = table<StandardOrder>()('standardOrder', () => ({}), {
  fees: string('fees'),
  plannedAvailable: dateTime('plannedAvailable'),
  orderingInstructions: prose('orderingInstructions'),
  turnaround: line('turnaround'),
});

export const isOrdered = ({ fees, orderingInstructions, plannedAvailable, turnaround }: StandardOrder) =>
  [fees, orderingInstructions, plannedAvailable, turnaround].some((value) => value !== undefined);

/** MD_Distributor */
export const distributorParts = table<DistributorParts>()(
  'distributorParts',
  () => ({ parties: [], distributions: [], offlineMedia: [], formats: [] }),
  {
    contact: {
      read(properties, model, reading) {
        for (const property of properties) {
          const element = reading.classElement(property);
          if (element) model.parties.push(...readResponsibilities(element, reading));
        }
      },
      write: ({ parties }, writing) => told(parties.map((one) => writeResponsibility(one, writing))),
    },
    order: inline<StandardOrder>(() => standardOrder, isOrdered),
    format: readOnly(objects('formats', format, isNamed).read),
    transfer: readOnly(transfers.read),
  },
);

/** Distributors; their links and formats stand with the others. */
const distributors: Field<Distributed> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const element = reading.classElement(property);
      if (!element) continue;
      const { parties, distributions, offlineMedia, formats, ...order } = reading.object(
        distributorParts,
        element,
      );
      model.distributors.push(
        ...parties.map((responsibility): Distributor => ({ responsibility, ...order })),
      );
      model.distributions.push(...distributions);
      model.offlineMedia.push(...offlineMedia);
      model.formats.push(...formats);
    }
  },
  write: ({ distributors: list }, writing) =>
    list.map(({ responsibility, ...order }) => ({
      children: [
        writing.object(distributorParts, {
          ...order,
          parties: [responsibility],
          distributions: [],
          offlineMedia: [],
          formats: [],
        }),
      ],
    })),
};

type Distributed = Pick<Resource, 'distributors' | 'distributions' | 'formats' | 'offlineMedia'>;

/** MD_Distribution */
export const distribution = table<Distributed>()(
  'distribution',
  () => ({ distributors: [], distributions: [], formats: [], offlineMedia: [] }),
  {
    format: objects('formats', format, isNamed),
    formatDistributor: readOnly(distributors.read),
    distributor: distributors,
    transferOptions: transfers,
  },
);

export const isDistributed = ({ distributors: some, distributions, formats, offlineMedia }: Distributed) =>
  some.length + distributions.length + formats.length + offlineMedia.length > 0;
