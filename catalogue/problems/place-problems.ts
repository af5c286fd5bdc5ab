import { type ProblemTable, words } from './problem-text.ts';

/** Problems of where the data were gathered: bounding boxes, geometries, reference systems. */
export const placeProblems: ProblemTable = {
  'axis-order': words(
    [
      'Latitude and longitude exchanged',
      'Write the coordinates in the order that the reference system named demands.',
    ],
    [
      'Latitude et longitude interverties',
      'Écrivez les coordonnées dans l’ordre qu’exige le système de référence indiqué.',
    ],
  ),
  'axis-order-wrong': words(
    [
      'Latitude and longitude exchanged',
      'Write the coordinates in the order that the format or the reference system named demands.',
    ],
    [
      'Latitude et longitude interverties',
      'Écrivez les coordonnées dans l’ordre qu’exige le format ou le système de référence indiqué.',
    ],
  ),
  'box-corners-exchanged': words(
    [
      'Corners of the box exchanged',
      'Give the south-western corner as the lower one and the north-eastern corner as the upper one.',
    ],
    [
      'Coins de l’emprise intervertis',
      'Donnez le coin sud-ouest comme coin inférieur et le coin nord-est comme coin supérieur.',
    ],
  ),
  'box-crosses-antimeridian': words(
    [
      'Box across the antimeridian',
      'Nothing to do if the data cross the 180th meridian; otherwise exchange west and east.',
    ],
    [
      'Emprise de part et d’autre de l’antiméridien',
      'Rien à faire si les données franchissent le 180e méridien ; sinon, échangez ouest et est.',
    ],
  ),
  'box-degenerate': words(
    ['Box reduced to a point', 'Give the area that the data cover, if they cover one.'],
    ['Emprise réduite à un point', 'Donnez la zone couverte par les données, si elles en couvrent une.'],
  ),
  'box-impossible': words(
    [
      'Box impossible',
      'Give degrees: latitudes from −90 to 90, longitudes from −180 to 180; check their order.',
    ],
    [
      'Emprise impossible',
      'Donnez des degrés : latitudes de −90 à 90, longitudes de −180 à 180 ; vérifiez leur ordre.',
    ],
  ),
  'box-incomplete': words(
    ['Box incomplete', 'Give west, east, south and north in decimal degrees.'],
    ['Emprise incomplète', 'Donnez l’ouest, l’est, le sud et le nord en degrés décimaux.'],
  ),
  'box-latitude': words(
    [
      'Latitude beyond 90 degrees',
      'Give latitudes in degrees from −90 to 90, and check that they are not longitudes or metres.',
    ],
    [
      'Latitude au-delà de 90 degrés',
      'Donnez les latitudes en degrés, de −90 à 90, et vérifiez qu’il ne s’agit ni de longitudes ni de mètres.',
    ],
  ),
  'box-longitude': words(
    [
      'Longitude impossible',
      'Give longitudes in degrees from −180 to 180, and check that they are not metres.',
    ],
    [
      'Longitude impossible',
      'Donnez les longitudes en degrés, de −180 à 180, et vérifiez qu’il ne s’agit pas de mètres.',
    ],
  ),
  'box-longitude-beyond-180': words(
    ['Longitude beyond 180 degrees', 'Give longitudes from −180 to 180 degrees.'],
    ['Longitude au-delà de 180 degrés', 'Donnez des longitudes comprises entre −180 et 180 degrés.'],
  ),
  'box-south-north': words(
    ['South and north exchanged', 'Exchange south and north.'],
    ['Sud et nord intervertis', 'Échangez le sud et le nord.'],
  ),
  'box-unreadable': words(
    ['Box unreadable', 'Give the four sides of the box as numbers, in decimal degrees.'],
    ['Emprise illisible', 'Donnez les quatre côtés de l’emprise sous forme de nombres, en degrés décimaux.'],
  ),
  'box-upside-down': words(
    ['South and north exchanged', 'Exchange south and north.'],
    ['Sud et nord intervertis', 'Échangez le sud et le nord.'],
  ),
  'box-west-east': words(
    ['West of the box beyond its east', 'Exchange west and east, unless the data cross the 180th meridian.'],
    [
      'Ouest de l’emprise au-delà de son est',
      'Échangez ouest et est, sauf si les données franchissent le 180e méridien.',
    ],
  ),
  'geometry-impossible': words(
    [
      'Position impossible',
      'Give longitude and latitude in degrees, in the order of the reference system named.',
    ],
    [
      'Position impossible',
      'Donnez la longitude et la latitude en degrés, dans l’ordre du système de référence indiqué.',
    ],
  ),
  'geometry-unreadable': words(
    [
      'Geometry unreadable',
      'Write the positions as numbers in degrees (WGS 84), in the notation of the format.',
    ],
    [
      'Géométrie illisible',
      'Écrivez les positions sous forme de nombres en degrés (WGS 84), dans la notation du format.',
    ],
  ),
  'longitude-beyond-180': words(
    ['Longitude beyond 180 degrees', 'Give longitudes from −180 to 180 degrees.'],
    ['Longitude au-delà de 180 degrés', 'Donnez des longitudes comprises entre −180 et 180 degrés.'],
  ),
  'reference-system-unsupported': words(
    ['Reference system not converted', 'Give the extent in longitude and latitude (WGS 84) as well.'],
    ['Système de référence non converti', 'Donnez aussi l’emprise en longitude et latitude (WGS 84).'],
  ),
};
