import { emptyRecord, type Resource } from '../../../model/index.ts';
import { codelists } from '../codelists.ts';
import {
  boolean,
  code,
  codes,
  object,
  objectKind,
  objects,
  prose,
  readOnly,
  some,
  string,
  strings,
} from '../fields.ts';
import { type Field, table } from '../table.ts';
import { readString, valueElement } from '../values.ts';
import { element, node } from '../writing.ts';
import { citation } from './citation.ts';
import { isOrdered, standardOrder } from './distribution.ts';
import { common } from './identification.ts';
import { onlineReference } from './online.ts';

const operatedOn: Field<Resource> = {
  read(properties, model) {
    for (const property of properties) {
      const reference = property.attribute('uuidref')?.trim() || property.attribute('href')?.trim();
      // A reference within the document leads to what is described beside the service.
      if (reference && !reference.startsWith('#')) model.service?.operatesOn.push(reference);
    }
  },
  write: ({ service }) =>
    (service?.operatesOn ?? []).map((reference) => ({
      attributes: /^https?:/.test(reference) ? { 'xlink:href': reference } : { uuidref: reference },
      children: [],
    })),
  reference: true,
};

type Service = NonNullable<Resource['service']>;
type Operation = Service['operations'][number];
type Parameter = NonNullable<Operation['parameters']>[number];

/** SV_Parameter */
export const parameter = table<Parameter>()('parameter', () => ({ name: '' }), {
  name: {
    read([property], model) {
      const name = property && readString(property);
      if (name) model.name = name;
    },
    write: ({ name }, writing) => [writing.string(name)],
  },
  nameType: { read: () => undefined, write: () => [unknown] },
  direction: {
    read([property], model) {
      const direction = property && valueElement(property).text.trim();
      if (direction) model.direction = direction;
    },
    write: ({ direction }, writing) =>
      direction
        ? [{ children: [element(writing.dialect.codeElement('SV_ParameterDirection'), direction)] }]
        : [],
  },
  description: prose('description'),
  optionality: {
    read: string('optionality').read,
    write: ({ optionality }, writing) => {
      if (optionality === undefined) return [];
      if (!writing.says('serviceIdentification', 'serviceStandard')) return [writing.string(optionality)];
      const isOptional = /^(true|1|optional)$/i.test(optionality);
      return [{ children: [element('gco:Boolean', String(isOptional))] }];
    },
  },
  repeatability: boolean('repeatability'),
  valueType: {
    read: string('valueType').read,
    write: ({ valueType }, writing) =>
      valueType
        ? [{ children: [node('gco:TypeName', [node('gco:aName', [...writing.string(valueType).children])])] }]
        : [],
  },
});

/** SV_OperationMetadata */
export const operation = table<Operation>()('operation', () => ({ name: '', platforms: [], urls: [] }), {
  name: {
    read: ([property], model) => {
      model.name = (property && readString(property)) ?? '';
    },
    write: ({ name }, writing) => [writing.string(name)],
  },
  platform: codes('platforms', codelists.distributedPlatform),
  description: prose('description'),
  invocationName: string('invocationName'),
  parameter: some(
    'parameters',
    objectKind(parameter, ({ name }: Parameter) => name !== ''),
  ),
  connectPoint: {
    read(properties, model, reading) {
      const found = properties.flatMap((property) => onlineReference.read(property, reading) ?? []);
      model.urls.push(...found.map(({ url }) => url));
      if (found.some((link) => Object.keys(link).length > 1)) model.online = found;
    },
    write: ({ urls, online }, writing) =>
      (online ?? urls.map((url) => ({ url }))).map((link) => onlineReference.write(link, writing)),
  },
  parameterLast: some(
    'parameters',
    objectKind(parameter, ({ name }: Parameter) => name !== ''),
  ),
});

const unknown = { attributes: { 'gco:nilReason': 'unknown' }, children: [] };

type Coupled = NonNullable<Service['coupledResources']>[number];

/** SV_CoupledResource */
export const coupledResource = table<Coupled>()('coupledResource', () => ({ identifier: '' }), {
  operation: string('operation'),
  identifier: {
    read([property], model) {
      const identifier = property && readString(property);
      if (identifier) model.identifier = identifier;
    },
    write: ({ identifier }, writing) => [writing.string(identifier)],
  },
  scopedName: {
    read([property], model) {
      const name = property?.text.trim();
      if (name) model.scopedName = name;
    },
    write: ({ scopedName }, writing) => {
      if (!scopedName) return [];
      const isProperty = writing.says('coupledResource', 'reference');
      return [{ children: [isProperty ? element('gco:ScopedName', scopedName) : scopedName] }];
    },
  },
  reference: {
    read([property], model, reading) {
      const found = property && reading.classElement(property);
      const [identifier] = found ? reading.object(citation, found).identifiers : [];
      if (identifier) model.identifier = identifier;
    },
    write: ({ identifier }, writing) =>
      identifier
        ? [{ children: [writing.object(citation, { titles: {}, identifiers: [identifier], dates: [] })] }]
        : [],
  },
  operationMetadata: readOnly(([property], model, reading) => {
    const found = property && reading.classElement(property);
    const name = found && reading.object(operation, found).name;
    if (name) model.operation = name;
  }),
});

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
      write: ({ type }, writing) =>
        type ? [{ children: [element(writing.dialect.names.genericName, type)] }] : [],
    }),
    serviceTypeVersion: service(strings('typeVersions')),
    accessProperties: service(object('accessProperties', standardOrder, isOrdered)),
    coupledResource: service(
      some(
        'coupledResources',
        objectKind(coupledResource, ({ identifier }: Coupled) => identifier !== ''),
      ),
    ),
    couplingType: service(code('couplingType', codelists.coupling)),
    containsOperations: service(
      objects('operations', operation, ({ name, urls }: Operation) => name !== '' || urls.length > 0),
    ),
    operatesOn: operatedOn,
    serviceStandard: { read: () => undefined, write: () => [] },
  },
);
