import type { Resource } from '../../../model/index.ts';
import { codelists } from '../codelists.ts';
import { code, date, proses, told } from '../fields.ts';
import { table } from '../table.ts';
import { readString } from '../values.ts';

type Maintenance = NonNullable<Resource['maintenance']>;

/** MD_MaintenanceInformation */
export const maintenance = table<Maintenance>()('maintenance', () => ({ notes: [] }), {
  frequency: code('frequency', codelists.maintenanceFrequency),
  nextUpdate: date('nextUpdate'),
  userDefinedFrequency: {
    read: ([property], model) => {
      const duration = property && readString(property);
      if (duration) model.userDefinedFrequency = duration;
    },
    write: ({ userDefinedFrequency }, writing) =>
      told([userDefinedFrequency ? writing.duration(userDefinedFrequency) : undefined]),
  },
  note: proses('notes'),
});

export const isMaintained = ({ frequency, nextUpdate, userDefinedFrequency, notes }: Maintenance) =>
  frequency !== undefined ||
  nextUpdate !== undefined ||
  userDefinedFrequency !== undefined ||
  notes.length > 0;
