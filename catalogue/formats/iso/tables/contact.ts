import type { LanguageMap, Party, Translations } from '../../../model/index.ts';
import { codelists } from '../codelists.ts';
import { code, inline, line, many, translated, translatedList } from '../fields.ts';
import { type Field, table } from '../table.ts';
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
  deliveryPoint: translatedList('deliveryPoints'),
  city: translated('city'),
  administrativeArea: translated('administrativeArea'),
  postalCode: translated('postalCode'),
  country: translated('country'),
  email: translatedList('emails'),
});

const addresses: Field<Party> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const element = reading.classElement(property);
      if (!element) continue;
      const { emails, translations, ...postal } = reading.object(address, element);
      const { emails: emailsElsewhere, ...texts } = translations ?? {};
      if (emailsElsewhere) translate(model, 'emails', emailsElsewhere, model.emails.length);
      model.emails.push(...emails);
      if (postal.deliveryPoints.length > 0 || Object.keys(postal).length > 1)
        model.addresses.push(Object.keys(texts).length > 0 ? { ...postal, translations: texts } : postal);
    }
  },
  write(model, writing) {
    const [first = { deliveryPoints: [] }, ...others] = model.addresses;
    const emails = model.translations?.['emails'];
    // E-mail addresses belong to no postal address of the model: all stand in the first.
    const all = [
      {
        ...first,
        emails: model.emails,
        translations: { ...first.translations, ...(emails ? { emails } : {}) },
      },
      ...others.map((postal) => ({ ...postal, emails: [] })),
    ];
    return model.addresses.length === 0 && model.emails.length === 0
      ? []
      : all.map((postal) => ({ children: [writing.object(address, postal)] }));
  },
};

/** Adds translations of texts that will be pushed to a list of `offset` texts. */
function translate(
  model: Party,
  key: 'emails' | 'phones' | 'facsimiles',
  maps: readonly LanguageMap[],
  offset: number,
): void {
  const before = model.translations?.[key] ?? [];
  const gap = Array.from({ length: offset - before.length }, () => ({}));
  model.translations = { ...model.translations, [key]: [...before, ...gap, ...maps] };
}

type Telephone = {
  number?: string | undefined;
  type?: string | undefined;
  translations?: Translations | undefined;
};

/** CI_Telephone of ISO 19115-1: a number and what it is for. */
export const telephone = table<Telephone>()('telephone', () => ({}), {
  number: translated('number'),
  type: code('type', codelists.telephoneType),
});

/** Numbers of ISO 19115-1, each in an element of its own. */
const telephones: Field<Party> = {
  read(properties, model, reading) {
    for (const property of properties) {
      const element = reading.classElement(property);
      const { number, type, translations } = element ? reading.object(telephone, element) : {};
      if (!number) continue;
      const key = type === 'facsimile' ? 'facsimiles' : 'phones';
      if (translations?.['number']) translate(model, key, translations['number'], model[key].length);
      model[key].push(number);
    }
  },
  write: (model, writing) =>
    (['phones', 'facsimiles'] as const).flatMap((key) =>
      model[key].map((number, index) => {
        const map = model.translations?.[key]?.[index];
        const type = key === 'phones' ? 'voice' : 'facsimile';
        const one = { number, type, ...(map ? { translations: { number: [map] } } : {}) };
        return { children: [writing.object(telephone, one)] };
      }),
    ),
};

/** CI_Contact */
export const contact = table<Party>()('contact', emptyParty, {
  voice: translatedList('phones'),
  facsimile: translatedList('facsimiles'),
  telephone: telephones,
  address: addresses,
  onlineResource: many('online', onlineReference),
  hoursOfService: translated('hoursOfService'),
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
