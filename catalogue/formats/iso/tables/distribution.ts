import type { Distribution, LanguageMap, Resource, Responsibility } from '../../../model/index.ts';
import { many, number, objects, prose, readOnly, string, told } from '../fields.ts';
import { type Field, table } from '../table.ts';
import { anchorOf, readString } from '../values.ts';
import { distributionLink } from './online.ts';
import { readResponsibilities, writeResponsibility } from './responsibility.ts';

type DataFormat = Resource['formats'][number];

/** MD_Format; in ISO 19115-1 the format is a citation. */
export const format = table<DataFormat>()('format', () => ({ name: '' }), {
  name: {
    read(properties, model) {
      for (const property of properties) {
        const name = readString(property);
        if (name === undefined || model.name !== '') continue;
        model.name = name;
        const uri = anchorOf(property);
        if (uri) model.uri = uri;
      }
    },
    write: ({ name, uri }, writing) => [writing.string(name, uri)],
  },
  version: {
    read: ([property], model) => {
      const version = property && readString(property);
      // The element is mandatory in ISO 19115:2003, so exporters fill it with dashes and "unknown".
      if (version && !/^([-–?.]+|unknown|inconnue?|n\/?a|not applicable)$/i.test(version))
        model.version = version;
    },
    write: ({ version }, writing) => (version === undefined ? [] : [writing.string(version)]),
  },
});

const isNamed = ({ name }: DataFormat) => name !== '';

type Transfer = { megabytes?: number | undefined; links: Distribution[]; linkFormats: DataFormat[] };

/** MD_DigitalTransferOptions */
export const transfer = table<Transfer>()('transfer', () => ({ links: [], linkFormats: [] }), {
  transferSize: number('megabytes', 'gco:Real'),
  onLine: many('links', distributionLink),
  distributionFormat: readOnly(objects('linkFormats', format, isNamed).read),
});

const bytesInMegabyte = 1_000_000;

/** Links; the size of a transfer is that of its file where it has but one. */
const transfers: Field<{ distributions: Distribution[] }> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const element = reading.classElement(property);
      if (!element) continue;
      const { megabytes, links, linkFormats } = reading.object(transfer, element);
      const [onlyFormat] = linkFormats;
      const isSingle = links.length === 1 && megabytes !== undefined && megabytes > 0;
      for (const link of links) {
        model.distributions.push({
          ...link,
          ...(isSingle ? { byteSize: Math.round(megabytes * bytesInMegabyte) } : {}),
          ...(onlyFormat && linkFormats.length === 1 ? { format: onlyFormat } : {}),
        });
      }
    }
  },
  write({ distributions }, writing) {
    const groups: Transfer[] = [];
    for (const link of distributions) {
      const last = groups.at(-1);
      if (link.byteSize !== undefined) {
        groups.push({ megabytes: link.byteSize / bytesInMegabyte, links: [link], linkFormats: [] });
      } else if (last && last.megabytes === undefined) last.links.push(link);
      else groups.push({ links: [link], linkFormats: [] });
    }
    return groups.map((group) => ({ children: [writing.object(transfer, group)] }));
  },
};

type Distributor = Resource['distributors'][number];
type DistributorParts = {
  parties: Responsibility[];
  fees?: string | undefined;
  orderingInstructions?: LanguageMap | undefined;
  distributions: Distribution[];
  formats: DataFormat[];
};

/** MD_Distributor */
export const distributorParts = table<DistributorParts>()(
  'distributorParts',
  () => ({ parties: [], distributions: [], formats: [] }),
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
    fees: string('fees'),
    orderingInstructions: prose('orderingInstructions'),
    format: readOnly(objects('formats', format, isNamed).read),
    transfer: readOnly(transfers.read),
  },
);

/** Distributors; their links and formats stand with the others. */
const distributors: Field<Pick<Resource, 'distributors' | 'distributions' | 'formats'>> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const element = reading.classElement(property);
      if (!element) continue;
      const { parties, distributions, formats, ...order } = reading.object(distributorParts, element);
      model.distributors.push(
        ...parties.map((responsibility): Distributor => ({ responsibility, ...order })),
      );
      model.distributions.push(...distributions);
      model.formats.push(...formats);
    }
  },
  write: ({ distributors: list }, writing) =>
    list.map(({ responsibility, fees, orderingInstructions }) => ({
      children: [
        writing.object(distributorParts, {
          parties: [responsibility],
          fees,
          orderingInstructions,
          distributions: [],
          formats: [],
        }),
      ],
    })),
};

type Distributed = Pick<Resource, 'distributors' | 'distributions' | 'formats'>;

/** MD_Distribution */
export const distribution = table<Distributed>()(
  'distribution',
  () => ({ distributors: [], distributions: [], formats: [] }),
  {
    format: objects('formats', format, isNamed),
    formatDistributor: readOnly(distributors.read),
    distributor: distributors,
    transferOptions: transfers,
  },
);

export const isDistributed = ({ distributors: some, distributions, formats }: Distributed) =>
  some.length + distributions.length + formats.length > 0;
