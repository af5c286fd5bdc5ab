import type { XmlElement } from '../../xml/index.ts';

/** Whether an element is a metadata record: gmd:MD_Metadata, gmi:MI_Metadata, or a profile's (`gco:isoType`, or by its name). */
export function isMetadata(element: XmlElement): boolean {
  const type = element.attribute('isoType') ?? '';
  return /(^|_|:)(MD|MI)_Metadata(_Type)?$/.test(element.name) || /(MD|MI)_Metadata(_Type)?$/.test(type);
}
