import { classicFile } from '#catalogue/formats/netcdf/testing';

/** A cast of a CTD in netCDF classic, at a place and a time. */
export function castFile(
  cast: { longitude: number; latitude: number; day: number; depth: number },
  attributes: Readonly<Record<string, string>> = {},
): Uint8Array {
  return classicFile({
    dimensions: [{ name: 'depth', size: 2 }],
    attributes,
    variables: [
      { name: 'lon', on: [], values: [cast.longitude], attributes: { units: 'degrees_east' } },
      { name: 'lat', on: [], values: [cast.latitude], attributes: { units: 'degrees_north' } },
      {
        name: 'time',
        on: [],
        values: [cast.day],
        attributes: { units: 'days since 2020-01-01', standard_name: 'time' },
      },
      {
        name: 'depth',
        on: [0],
        values: [1, cast.depth],
        attributes: { units: 'm', positive: 'down', axis: 'Z', standard_name: 'depth' },
      },
      {
        name: 'TEMP',
        on: [0],
        values: [12, 11],
        attributes: { units: 'degree_C', long_name: 'Temperature', standard_name: 'sea_water_temperature' },
      },
      { name: 'CHL', on: [0], values: [1, 2], attributes: { units: 'mg m-3' } },
    ],
  });
}

/** A file of netCDF-4 written by the library of HDF5: a mooring with three times. */
export async function mooringFile(): Promise<Uint8Array> {
  const library = await import('h5wasm');
  const { FS } = await library.ready;
  const path = '/mooring-to-write.nc';
  const file = new library.File(path, 'w');
  const write = (name: string, values: number[], attributes: Record<string, string>) => {
    file.create_dataset({ name, data: new Float64Array(values), shape: [values.length], dtype: '<d' });
    const dataset = file.get(name);
    if (dataset instanceof library.Dataset)
      for (const [key, text] of Object.entries(attributes)) dataset.create_attribute(key, text);
  };
  write('time', [0, 1, 2], { units: 'days since 2021-06-01T00:00:00Z', standard_name: 'time', axis: 'T' });
  write('latitude', [43.5], { units: 'degrees_north' });
  write('longitude', [7.25], { units: 'degrees_east' });
  write('PSAL', [38, 38.1, 38.2], { units: '1', standard_name: 'sea_water_practical_salinity' });
  for (const [key, text] of Object.entries({
    title: 'Mooring of Nice',
    summary: 'Salinity at the mooring.',
    Conventions: 'CF-1.8, ACDD-1.3',
    platform_name: 'Azur buoy',
    platform_code: '6100001',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    creator_name: 'Institute of the Sea',
    creator_type: 'institution',
  }))
    file.create_attribute(key, text);
  file.close();
  const bytes = FS.readFile(path);
  FS.unlink(path);
  return bytes;
}
