import type { Graphic } from '../../../model/index.ts';
import type { XmlElement } from '../../../xml/index.ts';
import { line, objectKind, some, string } from '../fields.ts';
import { table } from '../table.ts';
import { addressOf, readLine, readString } from '../values.ts';
import { onlineReference } from './online.ts';

/** MD_BrowseGraphic: in ISO 19115:2003 the name of the file is where the address goes. */
export const graphic = table<Graphic>()('graphic', () => ({ url: '' }), {
  fileName: {
    read([property], model, reading) {
      const url = property && (addressOf(property) ?? readString(property));
      if (!property || !url) return;
      if (model.url !== '') model.fileName = readLine(property, reading) ?? {};
      else model.url = url;
    },
    write: ({ url, fileName }, writing) => {
      const name = fileName && writing.says('graphic', 'linkage') ? writing.text(fileName) : undefined;
      return [name ?? writing.string(url)];
    },
  },
  fileDescription: line('description'),
  fileType: string('type'),
  linkage: {
    read(properties, model, reading) {
      some('online', onlineReference).read(properties, model, reading);
      const [first] = model.online ?? [];
      if (!first) return;
      const name = model.url;
      model.url = first.url;
      if (name !== '' && name !== first.url) model.fileName ??= { [reading.language]: name };
    },
    write: ({ online, url, fileName }, writing) => {
      const links = online ?? (fileName ? [{ url }] : []);
      const more = writing.says('graphic', 'linkage')
        ? links
        : links.filter((link) => Object.keys(link).length > 1);
      return more.map((link) => onlineReference.write(link, writing));
    },
  },
});

const kind = objectKind(graphic, ({ url }: Graphic) => url !== '');

export const graphicKind = {
  read: (property: XmlElement, reading: Parameters<typeof kind.read>[1]) => kind.read(property, reading),
  write: kind.write,
};
