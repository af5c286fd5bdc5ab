import type { ServedContent } from './served.ts';

/** A format of files: how media types, names and first bytes tell it. */
export type FileFormat = {
  name: string;
  mediaTypes: readonly string[];
  /** On format names as records give them, lower case. */
  names: RegExp;
  /** On the path of an address, lower case. */
  endings: RegExp;
  contents: readonly ServedContent[];
  /** Its specification is public and free to implement, so that files stay readable. */
  open: boolean;
};

const format = (
  name: string,
  mediaTypes: readonly string[],
  names: RegExp,
  endings: RegExp,
  contents: readonly ServedContent[],
  open = true,
): FileFormat => ({ name, mediaTypes, names, endings, contents, open });

/** First match wins: the more particular stand first. */
export const fileFormats: readonly FileFormat[] = [
  format(
    'NetCDF',
    ['application/x-netcdf', 'application/netcdf', 'application/x-netcdf4', 'application/vnd.netcdf'],
    /net[- ]?cdf|^nc$/,
    /\.(nc|nc4|cdf)$/,
    ['netcdf', 'hdf5'],
  ),
  format(
    'HDF5',
    ['application/x-hdf5', 'application/x-hdf', 'application/hdf5'],
    /\bhdf/,
    /\.(h5|hdf5?|he5)$/,
    ['hdf5', 'binary'],
  ),
  format('GeoTIFF', ['image/tiff', 'image/geotiff'], /tiff?\b/, /\.tiff?$/, ['tiff']),
  format('GeoJSON', ['application/geo+json', 'application/vnd.geo+json'], /geo-?json/, /\.geojson$/, [
    'json',
  ]),
  format('GeoPackage', ['application/geopackage+sqlite3'], /geo-?package|gpkg/, /\.gpkg$/, ['binary']),
  format(
    'Shapefile',
    ['application/x-shapefile', 'application/vnd.shp', 'x-gis/x-shapefile'],
    /shape|\bshp\b/,
    /\.shp$/,
    ['zip', 'binary'],
  ),
  format(
    'CSV',
    ['text/csv', 'application/csv', 'text/comma-separated-values', 'text/tab-separated-values'],
    /\b(csv|tsv|tab[- ]separated|comma[- ]separated)\b/,
    /\.(csv|tsv|tab)$/,
    ['text'],
  ),
  format('ODV', ['text/x-odv'], /\bodv\b|ocean ?data ?view/, /\.odv$/, ['text', 'zip']),
  format('JSON', ['application/json', 'application/ld+json'], /\bjson/, /\.(json|jsonld)$/, ['json']),
  format(
    'XML',
    ['application/xml', 'text/xml', 'application/gml+xml', 'application/vnd.google-earth.kml+xml'],
    /\b(xml|gml|kml)\b/,
    /\.(xml|gml|kml)$/,
    ['xml'],
  ),
  format('GRIB', ['application/wmo-grib', 'application/x-grib'], /\bgrib/, /\.(grib2?|grb2?)$/, ['binary']),
  format('BUFR', ['application/wmo-bufr'], /\bbufr/, /\.bufr$/, ['binary']),
  format('Parquet', ['application/vnd.apache.parquet'], /parquet/, /\.parquet$/, ['binary']),
  format('Zarr', ['application/vnd+zarr', 'application/vnd.zarr'], /zarr/, /\.zarr$/, ['json', 'binary']),
  format('PDF', ['application/pdf'], /\bpdf\b/, /\.pdf$/, ['pdf']),
  format('Image', ['image/png', 'image/jpeg', 'image/svg+xml'], /\b(png|jpe?g|svg)\b/, /\.(png|jpe?g|svg)$/, [
    'image',
    'xml',
  ]),
  format(
    'Office Open XML',
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.oasis.opendocument.spreadsheet',
    ],
    /xlsx|docx|\bods\b|opendocument/,
    /\.(xlsx|docx|ods|odt)$/,
    ['zip'],
  ),
  format(
    'Excel 97',
    ['application/vnd.ms-excel', 'application/msword'],
    /\b(xls|excel|doc|word)\b/,
    /\.(xls|doc)$/,
    ['binary'],
    false,
  ),
  format('MATLAB', ['application/x-matlab-data'], /matlab|^\.?mat$/, /\.mat$/, ['binary', 'hdf5'], false),
  format('Text', ['text/plain'], /\b(te?xt|ascii|plain|cnv)\b/, /\.(txt|asc|dat|cnv)$/, ['text']),
  format('HTML', ['text/html', 'application/xhtml+xml'], /\bhtml\b/, /\.html?$/, ['html']),
];

/** Packages tell nothing of the files in them, and servers use these for whatever they don't know. */
const packages = /^application\/(zip|x-zip-compressed|gzip|x-gzip|x-tar|x-bzip2|x-7z-compressed)$/;
const vague = /^(application\/(octet-stream|download|force-download|x-download)|binary\/octet-stream|)$/;

/** Whether a media type names a package of files. */
export function isPackage(mediaType: string): boolean {
  return packages.test(mediaType);
}

/** Whether a media type says nothing. */
export function isVague(mediaType: string): boolean {
  return vague.test(mediaType);
}

/** The format of a media type (without parameters, lower case). */
export function formatOfMediaType(mediaType: string): FileFormat | undefined {
  return fileFormats.find(({ mediaTypes }) => mediaTypes.includes(mediaType));
}

/** The format that a record names in words. */
export function formatOfName(name: string): FileFormat | undefined {
  const folded = name.trim().toLowerCase();
  return formatOfMediaType(folded) ?? fileFormats.find(({ names }) => names.test(folded));
}

/** The format that the ending of an address tells. */
export function formatOfAddress(url: string): FileFormat | undefined {
  if (!URL.canParse(url)) return undefined;
  const path = new URL(url).pathname.toLowerCase().replace(/\.(gz|zip|bz2)$/, '');
  return fileFormats.find(({ endings }) => endings.test(path));
}
