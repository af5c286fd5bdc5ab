export { readContacts, responsibilityOf, writeContacts } from './contacts.ts';
export { boxOf, geometryExtents, geometryOf } from './extent.ts';
export { licenceOf } from './licence.ts';
export { addDistribution, addIdentifier, addLinks, addressOf, type LinkMeaning } from './links.ts';
export { lossesOf } from './losses.ts';
export { JsonNode } from './node.ts';
export { readThemes, writeThemes } from './themes.ts';
export { dayOf, utcOf } from './time.ts';
export { distributionLink, hrefOf, pictureType, recordLinks } from './write-links.ts';
