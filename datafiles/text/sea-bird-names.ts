/** What the short names of Sea-Bird's software (SBE Data Processing, appendix on file formats) stand for in CF. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^t(v2|nc2?|4|[01])?(68|90)C$/i, 'sea_water_temperature'],
  [/^potemp/i, 'sea_water_potential_temperature'],
  [/^sal\d\d$/i, 'sea_water_practical_salinity'],
  [/^gsw_saA\d$/i, 'sea_water_absolute_salinity'],
  [/^pr(dM|dE|SM|DM|M|E)$/i, 'sea_water_pressure'],
  [/^c[01_]?[0-9]?(mS\/cm|S\/m|uS\/cm)$/i, 'sea_water_electrical_conductivity'],
  [/^dep[SF]?M$/i, 'depth'],
  [/^svCM|^svDM|^svWM/i, 'speed_of_sound_in_sea_water'],
  [/^density\d\d$/i, 'sea_water_density'],
  [/^sigma-t/i, 'sea_water_sigma_t'],
  [/^sigma-(\u00e9|\ufffd|theta)/i, 'sea_water_sigma_theta'],
  [/^sbeox\dML\/L$/i, 'volume_fraction_of_oxygen_in_sea_water'],
  [/^sbeox\dMm\/Kg$/i, 'moles_of_oxygen_per_unit_mass_in_sea_water'],
  [/^sbeox\dMm\/L$/i, 'mole_concentration_of_dissolved_molecular_oxygen_in_sea_water'],
  [/^ph$/i, 'sea_water_ph_reported_on_total_scale'],
  [/^turb/i, 'sea_water_turbidity'],
  [/^par$/i, 'downwelling_photosynthetic_photon_flux_in_sea_water'],
];

/** @returns the standard name of CF, `undefined` where there is none or the short name is not known */
export function seaBirdName(short: string): string | undefined {
  return names.find(([pattern]) => pattern.test(short))?.[1];
}
