import fc from 'fast-check';
import {
  campaign,
  coverageDescription,
  featureCatalogue,
  gridDimension,
  gridRepresentation,
  instrument,
  keyword,
  namedReference,
  observedVariable,
  platform,
  spatialResolution,
  thesaurus,
  vectorRepresentation,
} from '../index.ts';
import { anyCitation, citedDate } from './citations.ts';
import { objectOf, some } from './object-of.ts';
import { address, code, count, day, degree, languages, line, lines, proses, quantity } from './texts.ts';

export const anyKeyword = objectOf(keyword, {
  label: lines,
  uri: address,
  code,
  type: fc.constantFrom('theme', 'place', 'stratum', 'temporal', 'discipline'),
  thesaurus: objectOf(thesaurus, {
    title: lines,
    uri: address,
    identifier: code,
    dates: fc.array(citedDate, { maxLength: 1 }),
    details: fc.record({ edition: line, alternateTitles: some(lines, 1) }),
  }),
});

const reference = { names: lines, identifier: code, uri: address, description: proses };

export const anyReference = objectOf(namedReference, reference);

export const anyVariable = objectOf(observedVariable, {
  ...reference,
  shortName: fc.constantFrom('PSAL', 'TEMP', 'DOXY'),
  standardName: fc.constantFrom('sea_water_salinity', 'sea_water_temperature'),
  unit: fc.constantFrom('degree_Celsius', 'µmol/kg', '1'),
  unitUri: address,
  method: line,
  minimum: degree(-10, 0),
  maximum: degree(1, 40),
  scaleFactor: fc.constantFrom(0.001, 10),
  offset: fc.constantFrom(20, -3.5),
  bitsPerValue: fc.constantFrom(16, 32),
  contentType: fc.constantFrom('physicalMeasurement', 'qualityInformation'),
  dataType: fc.constantFrom('float', 'int'),
  otherNames: fc.constant([{ code: 'PSALST01', codeSpace: 'P01' }]),
});

export const anyPlatform = objectOf(platform, {
  ...reference,
  type: fc.constantFrom('research vessel', 'mooring'),
  sponsors: some(line, 1),
});

export const anyInstrument = objectOf(instrument, {
  ...reference,
  type: fc.constantFrom('CTD', 'fluorometer'),
  mountedOn: lines,
});

export const anyCampaign = objectOf(campaign, {
  ...reference,
  status: fc.constantFrom('completed', 'onGoing'),
  type: fc.constantFrom('campaign', 'series'),
  start: day,
  end: day,
});

const measure = spatialResolution.shape.distance.unwrap();
const length = objectOf(measure, { value: quantity, unit: fc.constantFrom('m', 'km') });

/** Each in one way only, as ISO 19115 has it. */
export const anyResolution = objectOf(spatialResolution, {
  scaleDenominator: count,
  distance: length,
  vertical: length,
  angular: objectOf(measure, { value: quantity, unit: fc.constant('degree') }),
  levelOfDetail: lines,
}).map((resolution) => {
  const [first] = Object.entries(resolution);
  return spatialResolution.parse(first ? Object.fromEntries([first]) : { scaleDenominator: 50_000 });
});

const axisMeasure = gridDimension.shape.resolution.unwrap();

export const anyGrid = objectOf(gridRepresentation, {
  kind: fc.constantFrom('grid' as const, 'georectified' as const, 'georeferenceable' as const),
  numberOfDimensions: fc.integer({ min: 1, max: 4 }),
  dimensions: some(
    objectOf(gridDimension, {
      name: fc.constantFrom('row', 'column', 'vertical', 'time'),
      size: count,
      resolution: objectOf(axisMeasure, { value: quantity, unit: fc.constantFrom('m', 'degree') }),
      title: lines,
      description: lines,
    }),
  ),
  cellGeometry: fc.constantFrom('area', 'point'),
  transformationParameters: fc.boolean(),
  checkPoints: fc.boolean(),
  checkPointDescription: lines,
  cornerPoints: fc.constantFrom([], ['-5 48', '-4 49']),
  centrePoint: fc.constant('-4.5 48.5'),
  pointInPixel: fc.constantFrom('center', 'lowerLeft'),
  controlPoints: fc.boolean(),
  orientationParameters: fc.boolean(),
  orientationParameterDescription: lines,
  georeferencedParameters: line,
  parameterCitations: fc.array(anyCitation, { minLength: 1, maxLength: 1 }),
  transformationDimensionDescription: lines,
  transformationDimensionMappings: fc.array(lines, { minLength: 1, maxLength: 2 }),
});

export const anyCoverage = objectOf(coverageDescription, {
  attributes: line,
  contentType: fc.constantFrom('image', 'qualityInformation'),
  isImage: fc.constant(true),
  illuminationElevation: degree(0, 90),
  illuminationAzimuth: degree(0, 360),
  imagingCondition: fc.constantFrom('cloud', 'fog'),
  imageQuality: code,
  cloudCover: degree(0, 100),
  compressionGenerations: fc.integer({ min: 0, max: 4 }),
  triangulated: fc.boolean(),
  radiometricCalibration: fc.boolean(),
  cameraCalibration: fc.boolean(),
  filmDistortion: fc.boolean(),
  lensDistortion: fc.boolean(),
});

const vectorObject = vectorRepresentation.shape.objects.unwrap().element;

export const anyVector = objectOf(vectorRepresentation, {
  topologyLevel: fc.constantFrom('geometryOnly', 'topology1D'),
  objects: some(objectOf(vectorObject, { type: fc.constantFrom('point', 'curve', 'surface'), count })),
});

export const anyFeatureCatalogue = objectOf(featureCatalogue, {
  citations: some(anyCitation, 1),
  compliant: fc.boolean(),
  includedWithDataset: fc.boolean(),
  languages,
  featureTypes: some(code),
});
