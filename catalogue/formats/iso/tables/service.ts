import { emptyRecord, type Resource } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, codes, many, objects, strings } from '../fields.ts';
import { type Field, table } from '../table.ts';
import { addressOf, readString } from '../values.ts';
import { element, type Writing } from '../writing.ts';
import { common } from './identification.ts';

const operatedOn: Field<Resource> = {
  read(properties, model) {
    for (const property of properties) {
      const reference = property.attribute('uuidref')?.trim() || property.attribute('href')?.trim();
      if (reference && model.service) model.service.operatesOn.push(reference);
    }
  },
  write: ({ service }) =>
    (service?.operatesOn ?? []).map((reference) => ({
      attributes: /^https?:/.test(reference) ? { 'xlink:href': reference } : { uuidref: reference },
      children: [],
    })),
  reference: true,
};

type Operation = { name: string; platforms: string[]; urls: string[] };

/** SV_OperationMetadata */
export const operation = table<Operation>()('operation', () => ({ name: '', platforms: [], urls: [] }), {
  name: {
    read: ([property], model) => {
      model.name = (property && readString(property)) ?? '';
    },
    write: ({ name }, writing) => [writing.string(name)],
  },
  platform: codes('platforms', codelists.distributedPlatform),
  connectPoint: many('urls', {
    read: (property: XmlElement) => addressOf(property),
    write: (url: string, writing: Writing) => writing.url(url),
  }),
});

type Service = NonNullable<Resource['service']>;
export const emptyService = (): Service => ({ typeVersions: [], operations: [], operatesOn: [] });

const service = <P extends Field<Service>>(field: P): Field<Resource> => ({
  read(properties, model, reading) {
    model.service ??= emptyService();
    field.read(properties, model.service, reading);
  },
  write: ({ service: told }, writing) => (told ? field.write(told, writing) : []),
});

/** SV_ServiceIdentification */
export const serviceIdentification = table<Resource>()(
  'serviceIdentification',
  () => emptyRecord().resource,
  {
    ...common,
    serviceType: service({
      read: ([property], model) => {
        const type = property && readString(property);
        if (type) model.type = type;
      },
      write: ({ type }) => (type ? [{ children: [element('gco:LocalName', type)] }] : []),
    }),
    serviceTypeVersion: service(strings('typeVersions')),
    couplingType: service(code('couplingType', codelists.coupling)),
    containsOperations: service(
      objects('operations', operation, ({ name, urls }: Operation) => name !== '' || urls.length > 0),
    ),
    operatesOn: operatedOn,
  },
);
