/** What a data file says of itself. One folder for each format. */
export * from './netcdf/index.ts';
