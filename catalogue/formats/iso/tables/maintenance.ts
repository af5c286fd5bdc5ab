import type { Maintenance } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { codelists } from '../codelists.ts';
import { code, codeKind, date, proses, some, told } from '../fields.ts';
import type { Reading } from '../reading.ts';
import { table } from '../table.ts';
import { readString } from '../values.ts';
import type { Writing } from '../writing.ts';
import { resourceDateKind, someParties } from './citation.ts';
import { scope } from './scope.ts';

/** MD_MaintenanceInformation */
export const maintenance = table<Maintenance>()('maintenance', () => ({ notes: [] }), {
  frequency: code('frequency', codelists.maintenanceFrequency),
  nextUpdate: date('nextUpdate'),
  maintenanceDate: {
    read(properties, model, reading) {
      for (const property of properties) {
        const event = resourceDateKind.read(property, reading);
        if (event) model.nextUpdate ??= event.date;
      }
    },
    write: ({ nextUpdate }, writing) =>
      nextUpdate ? [resourceDateKind.write({ type: 'nextUpdate', date: nextUpdate }, writing)] : [],
  },
  userDefinedFrequency: {
    read: ([property], model) => {
      const duration = property && readString(property);
      if (duration) model.userDefinedFrequency = duration;
    },
    write: ({ userDefinedFrequency }, writing) =>
      told([userDefinedFrequency ? writing.duration(userDefinedFrequency) : undefined]),
  },
  scopeLevel: some('scopes', codeKind(codelists.scope)),
  scope: some('scopes', {
    read(property: XmlElement, reading: Reading): string | undefined {
      const found = reading.classElement(property);
      return found && reading.object(scope, found).level;
    },
    write: (level: string, writing: Writing) => ({
      children: [writing.object(scope, { level, descriptions: [] })],
    }),
  }),
  note: proses('notes'),
  contact: someParties('contacts'),
});

export const isMaintained = ({ notes, ...told }: Maintenance) =>
  notes.length > 0 || Object.values(told).some((value) => value !== undefined);
