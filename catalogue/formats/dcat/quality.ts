import type { CatalogueRecord } from '../../model/index.ts';
import type { RdfNode } from '../../rdf/index.ts';
import { frequencies, statuses } from './codes.ts';
import { codeOf, type DcatReading, labelNodes, lines, told } from './reading.ts';

type Resource = CatalogueRecord['resource'];

/** How often it is updated. ISO's own codes stay; an ISO 8601 repetition (`R/P1D`) is a user-defined frequency. */
export function maintenanceOf(resource: RdfNode): Resource['maintenance'] | undefined {
  const node = resource.one('dct:accrualPeriodicity');
  if (!node) return undefined;
  const code = codeOf(node);
  const duration = /^R?\d*\/?(P[\dYMWDTHS.]+)$/i.exec(code)?.[1];
  if (code === '') return undefined;
  return {
    ...(duration === undefined
      ? { frequency: frequencies[code.toLowerCase()] ?? code }
      : { userDefinedFrequency: duration }),
    notes: [],
  };
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
    if (!/spatialResolutionAs/.test(metric)) continue;
    const value = number(measurement.text('dqv:value'), `${measurement}/dqv:value`);
    if (value === undefined || value < 0) continue;
    if (/spatialResolutionAsScale$/.test(metric) && value > 0)
      spatialResolutions.push({ scaleDenominator: Math.round(1 / value) });
    else if (/spatialResolutionAsDistance$/.test(metric)) {
      const unit = unitOf(measurement) ?? 'm';
      // The same in metres was told by the property of DCAT.
      const inMetres = unit === 'km' ? value * 1000 : value;
      const known = spatialResolutions.findIndex(
        ({ distance }) => distance?.unit === 'm' && distance.value === Number(inMetres.toPrecision(12)),
      );
      if (known >= 0 && unit !== 'm') spatialResolutions.splice(known, 1);
      spatialResolutions.push({ distance: { value, unit } });
    } else if (/spatialResolutionAsVerticalDistance$/.test(metric))
      spatialResolutions.push({ vertical: { value, unit: unitOf(measurement) ?? 'm' } });
    else if (/spatialResolutionAsAngularDistance$/.test(metric))
      spatialResolutions.push({ angular: { value, unit: unitOf(measurement) ?? 'degree' } });
  }
  const levels = lines(resource.all('geodcatap:spatialResolutionAsText'), reading);
  if (told(levels)) spatialResolutions.push({ levelOfDetail: levels });
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

/** Unit of a measurement by its label, else the last word of its address: kilometres are told apart from metres. */
function unitOf(measurement: RdfNode): string | undefined {
  const unit = measurement.one('sdmx:unitMeasure', 'schema:unitCode', 'schema:unitText');
  if (!unit) return undefined;
  const label = unit.isLiteral ? unit.value.trim() : labelNodes(unit)[0]?.value.trim();
  if (label !== undefined) return label;
  return /KiloM|\bkm$/i.test(unit.value) ? 'km' : /deg/i.test(unit.value) ? 'degree' : 'm';
}
