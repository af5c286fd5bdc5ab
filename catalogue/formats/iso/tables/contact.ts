import type { Party } from '../../../model/index.ts';
import { inline, line, many, readOnly, string, strings } from '../fields.ts';
import { type Field, table } from '../table.ts';
import { valueElement } from '../values.ts';
import { onlineReference } from './online.ts';

/** A party that nothing is known of. */
export const emptyParty = (): Party => ({
  identifiers: [],
  organisationIdentifiers: [],
  emails: [],
  phones: [],
  facsimiles: [],
  addresses: [],
  online: [],
});

type PostalAddress = Party['addresses'][number] & { emails: string[] };

/** CI_Address: it holds the e-mail addresses too. */
export const address = table<PostalAddress>()('address', () => ({ deliveryPoints: [], emails: [] }), {
  deliveryPoint: strings('deliveryPoints'),
  city: string('city'),
  administrativeArea: string('administrativeArea'),
  postalCode: string('postalCode'),
  country: string('country'),
  email: strings('emails'),
});

const addresses: Field<Party> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const element = reading.classElement(property);
      if (!element) continue;
      const { emails, ...postal } = reading.object(address, element);
      model.emails.push(...emails);
      if (postal.deliveryPoints.length > 0 || Object.keys(postal).length > 1) model.addresses.push(postal);
    }
  },
  write(model, writing) {
    const [first = { deliveryPoints: [] }, ...others] = model.addresses;
    // E-mail addresses belong to no postal address of the model: all stand in the first.
    const all = [{ ...first, emails: model.emails }, ...others.map((postal) => ({ ...postal, emails: [] }))];
    return model.addresses.length === 0 && model.emails.length === 0
      ? []
      : all.map((postal) => ({ children: [writing.object(address, postal)] }));
  },
};

/** CI_Telephone of ISO 19115-1: a number and what it is for. */
export const telephone = table<{ number?: string; type?: string }>()('telephone', () => ({}), {
  number: string('number'),
  type: readOnly((properties, model) => {
    const [property] = properties;
    const element = property && valueElement(property);
    const type = element?.attribute('codeListValue') || element?.text.trim();
    if (type) model.type = type;
  }),
});

/** CI_Contact */
export const contact = table<Party>()('contact', emptyParty, {
  voice: strings('phones'),
  facsimile: strings('facsimiles'),
  telephone: readOnly((properties, model, reading) => {
    for (const property of properties) {
      const element = reading.classElement(property);
      const { number, type } = element ? reading.object(telephone, element) : {};
      if (number) (/fac|fax/i.test(type ?? '') ? model.facsimiles : model.phones).push(number);
    }
  }),
  address: addresses,
  onlineResource: many('online', onlineReference),
  hoursOfService: string('hoursOfService'),
  contactInstructions: line('contactInstructions'),
});

/** Whether a party can be reached. */
export const hasContact = (party: Party) =>
  party.phones.length +
    party.facsimiles.length +
    party.addresses.length +
    party.emails.length +
    party.online.length >
    0 ||
  party.hoursOfService !== undefined ||
  party.contactInstructions !== undefined;

/** The contact of a party, whose fields are its own. */
export const contactInfo = () => inline<Party>(() => contact, hasContact);
