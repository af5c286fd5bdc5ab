import { type CatalogueRecord, localise } from '../../model/index.ts';
import type { RdfNode } from '../../rdf/index.ts';
import { codeOf, type DcatReading, labels, paragraphs, told } from './reading.ts';

type Resource = CatalogueRecord['resource'];

/** Frequencies of the European Union's authority table and of Dublin Core's, as ISO MD_MaintenanceFrequencyCode. */
const frequencies: Readonly<Record<string, string>> = {
  cont: 'continual',
  update_cont: 'continual',
  continuous: 'continual',
  daily: 'daily',
  weekly: 'weekly',
  biweekly: 'fortnightly',
  semiweekly: 'weekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
  annual_2: 'biannually',
  semiannual: 'biannually',
  annual: 'annually',
  biennial: 'biennially',
  irreg: 'irregular',
  irregular: 'irregular',
  as_needed: 'asNeeded',
  asneeded: 'asNeeded',
  not_planned: 'notPlanned',
  notplanned: 'notPlanned',
  never: 'notPlanned',
  unknown: 'unknown',
};

/** How often it is updated. ISO's own codes stay; an ISO 8601 repetition (`R/P1D`) is a user-defined frequency. */
export function maintenanceOf(resource: RdfNode, reading: DcatReading): Resource['maintenance'] | undefined {
  const node = resource.one('dct:accrualPeriodicity');
  const notes = told(paragraphs(resource.all('adms:versionNotes'), reading));
  if (!node) return notes && { notes: [notes] };
  const code = codeOf(node);
  const duration = /^R?\d*\/?(P[\dYMWDTHS.]+)$/i.exec(code)?.[1];
  if (code === '') return notes && { notes: [notes] };
  return {
    ...(duration === undefined
      ? { frequency: frequencies[code.toLowerCase()] ?? code }
      : { userDefinedFrequency: duration }),
    notes: notes ? [notes] : [],
  };
}

/** Statement, sources and processing. */
export function lineageOf(resource: RdfNode, reading: DcatReading): Resource['lineage'] | undefined {
  const statement = told(paragraphs(resource.all('dct:provenance'), reading));
  const processSteps = resource.all('prov:wasGeneratedBy').flatMap((activity) => {
    const description = paragraphs(
      [...activity.all('dct:description'), ...activity.all('rdfs:label', 'dct:title')],
      reading,
    );
    return told(description) ? [{ description, processors: [] }] : [];
  });
  if (!statement && processSteps.length === 0) return undefined;
  return { ...(statement ? { statement } : {}), sources: [], processSteps };
}

/** dct:conformsTo: reference systems, and specifications that the resource says it follows. */
export function standardsOf(
  resource: RdfNode,
  reading: DcatReading,
): Pick<Resource, 'referenceSystems' | 'quality'> {
  const referenceSystems: Resource['referenceSystems'] = [];
  const quality: Resource['quality'] = [];
  for (const node of resource.all('dct:conformsTo')) {
    const names = node.isLiteral ? paragraphs([node], reading) : labels(node, reading);
    const uri = node.iri;
    if (!told(names) && uri === undefined) continue;
    if (isReferenceSystem(node)) {
      const authority = told(labels(node.one('skos:inScheme') ?? node, reading));
      const space = node.one('skos:inScheme') ? authority && localise(authority)?.text : undefined;
      referenceSystems.push({
        code: node.text('dct:identifier') ?? localise(names)?.text ?? uri ?? '',
        ...(space === undefined ? {} : { codeSpace: space }),
        ...(told(names) ? { name: names } : {}),
        ...(uri === undefined ? {} : { uri }),
      });
    } else {
      quality.push({
        type: 'domainConsistency',
        names: [],
        specification: {
          titles: names,
          identifiers: [],
          dates: [],
          ...(uri === undefined ? {} : { url: uri }),
        },
        pass: true,
        values: [],
      });
    }
  }
  return { referenceSystems, quality: [...quality, ...conformityOf(resource, reading)] };
}

function isReferenceSystem(node: RdfNode): boolean {
  return (
    node.all('dct:type').some((type) => /SpatialReferenceSystem$/.test(type.value)) ||
    /\/def\/crs\/|^urn:ogc:def:crs|epsg/i.test(node.value)
  );
}

/** GeoDCAT-AP tells a tested conformity as an activity that used the resource and generated a degree of conformity. */
function conformityOf(resource: RdfNode, reading: DcatReading): Resource['quality'] {
  return resource.all('prov:wasUsedBy').flatMap((activity) => {
    const result = activity.one('prov:generated');
    const degree = result?.one('dct:type');
    const specification = activity
      .one('prov:qualifiedAssociation')
      ?.one('prov:hadPlan')
      ?.one('prov:wasDerivedFrom');
    if (!specification) return [];
    const code = degree ? codeOf(degree) : '';
    const titles = labels(specification, reading);
    const explanation = result && told(paragraphs(result.all('dct:description'), reading));
    const pass = /^conformant$/i.test(code) ? true : /^notConformant$/i.test(code) ? false : undefined;
    return [
      {
        type: 'domainConsistency',
        names: [],
        specification: {
          titles,
          identifiers: [],
          dates: [],
          ...(specification.iri === undefined ? {} : { url: specification.iri }),
        },
        ...(explanation ? { explanation } : {}),
        ...(pass === undefined ? {} : { pass }),
        values: [],
      },
    ];
  });
}

/** Resolutions: metres of DCAT, and the measurements of GeoDCAT-AP (scale as a fraction, distance in metres or km). */
export function resolutionsOf(
  resource: RdfNode,
  reading: DcatReading,
): Pick<Resource, 'spatialResolutions' | 'temporalResolutions'> {
  const spatialResolutions: Resource['spatialResolutions'] = [];
  const number = (text: string | undefined, path: string) =>
    text === undefined ? undefined : reading.report.number(text, { path });
  for (const node of resource.all('dcat:spatialResolutionInMeters')) {
    const value = number(node.value, node.path);
    if (value !== undefined) spatialResolutions.push({ distance: { value, unit: 'm' } });
  }
  for (const measurement of resource.all('dqv:hasQualityMeasurement')) {
    const metric = measurement.one('dqv:isMeasurementOf')?.value ?? '';
    const value = number(measurement.text('dqv:value'), `${measurement}/dqv:value`);
    if (value === undefined || value <= 0) continue;
    if (/spatialResolutionAsScale$/.test(metric))
      spatialResolutions.push({ scaleDenominator: Math.round(1 / value) });
    else if (/spatialResolutionAsDistance$/.test(metric)) {
      const unit = /KiloM|\bkm$/i.test(measurement.text('sdmx:unitMeasure', 'schema:unitCode') ?? '')
        ? 'km'
        : 'm';
      spatialResolutions.push({ distance: { value, unit } });
    }
  }
  for (const node of resource.all('rdfs:comment')) {
    const scale = /Spatial resolution \(equivalent scale\): 1:(\d+)/i.exec(node.value)?.[1];
    if (scale !== undefined) spatialResolutions.push({ scaleDenominator: Number(scale) });
  }
  const temporalResolutions = resource.all('dcat:temporalResolution').map((node) => node.value.trim());
  return { spatialResolutions, temporalResolutions: temporalResolutions.filter(Boolean) };
}

/** `vector`, `grid`…: ISO MD_SpatialRepresentationTypeCode as INSPIRE publishes it. */
export function representationsOf(resource: RdfNode): string[] {
  return resource.all('adms:representationTechnique').map(codeOf).filter(Boolean);
}

/** Progress of the work: ADMS and European Union statuses as ISO MD_ProgressCode. */
export function statusOf(resource: RdfNode): string[] {
  return resource.all('adms:status').flatMap((node) => {
    const code = codeOf(node);
    return code === '' ? [] : [statuses[code.toLowerCase()] ?? code];
  });
}

const statuses: Readonly<Record<string, string>> = {
  completed: 'completed',
  deprecated: 'deprecated',
  underdevelopment: 'underDevelopment',
  develop: 'underDevelopment',
  withdrawn: 'withdrawn',
  discont: 'obsolete',
};
