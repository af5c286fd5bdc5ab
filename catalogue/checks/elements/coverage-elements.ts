import { element, says } from './element.ts';

/** Where and when. */
export const coverageElements = {
  boundingBox: element(
    'resource.spatialExtents',
    ['Geographic bounding box', 'Give the smallest box around the data, in decimal degrees (WGS 84).'],
    [
      'Rectangle de délimitation géographique',
      'Donnez le plus petit rectangle qui contient les données, en degrés décimaux (WGS 84).',
    ],
    ({ resource }) => resource.spatialExtents.some(({ box, geometry }) => (box ?? geometry) !== undefined),
  ),
  place: element(
    'resource.spatialExtents',
    ['Where the data are from', 'Give a box, a position or the name of a place or sea.'],
    ['Provenance géographique', 'Donnez un rectangle, une position ou le nom d’un lieu ou d’une mer.'],
    ({ resource }) => resource.spatialExtents.length > 0,
  ),
  period: element(
    'resource.temporalExtents',
    ['Period that the data cover', 'Give the first and the last day of the measurements.'],
    ['Période couverte par les données', 'Donnez le premier et le dernier jour des mesures.'],
    ({ resource }) => resource.temporalExtents.some(({ start, end }) => start?.date ?? end?.date),
  ),
  closedPeriod: element(
    'resource.temporalExtents',
    ['Beginning and end of the measurements', 'Give both the first and the last day of the measurements.'],
    ['Début et fin des mesures', 'Donnez à la fois le premier et le dernier jour des mesures.'],
    ({ resource }) => resource.temporalExtents.some(({ start, end }) => start?.date && end?.date),
  ),
  depth: element(
    'resource.verticalExtents',
    ['Depth range', 'Give the least and the greatest depth of the measurements, with the unit.'],
    ['Plage de profondeur', 'Donnez la plus petite et la plus grande profondeur des mesures, avec l’unité.'],
    ({ resource }) =>
      resource.verticalExtents.some(({ minimum, maximum }) => (minimum ?? maximum) !== undefined),
  ),
  referenceSystem: element(
    'resource.referenceSystems',
    ['Coordinate reference system', 'Name the reference system of the coordinates, for example EPSG:4326.'],
    [
      'Système de coordonnées de référence',
      'Indiquez le système de référence des coordonnées, par exemple EPSG:4326.',
    ],
    ({ resource }) => resource.referenceSystems.length > 0,
  ),
  spatialRepresentation: element(
    'resource.spatialRepresentations',
    [
      'Spatial representation',
      'Say how space is represented, for example by a grid, vectors or a text table.',
    ],
    [
      'Représentation spatiale',
      'Indiquez comment l’espace est représenté, par exemple grid, vector ou textTable.',
    ],
    ({ resource }) => resource.spatialRepresentations.length > 0,
  ),
  spatialResolution: element(
    'resource.spatialResolutions',
    ['Spatial resolution', 'Give the distance between points or the scale, where the data have one.'],
    ['Résolution spatiale', 'Donnez la distance entre les points ou l’échelle, si les données en ont une.'],
    ({ resource }) => resource.spatialResolutions.length > 0,
  ),
  seaArea: element(
    'resource.spatialExtents',
    ['Name of the sea', 'Name the sea area, best by a term of C19 or of Marine Regions.'],
    ['Nom de la mer', 'Nommez la zone marine, de préférence par un terme de C19 ou de Marine Regions.'],
    ({ resource }) =>
      resource.spatialExtents.some(({ place, description }) => place !== undefined || says(description)) ||
      resource.keywords.some(({ type }) => type === 'place'),
  ),
};
