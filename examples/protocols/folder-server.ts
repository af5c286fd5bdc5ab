import { escapeXml } from '../documents/xml.ts';
import { answer, conditional, type Handler, notFound, type Question } from './http.ts';

/** One file of a web-accessible folder. */
export type FolderFile = {
  /** Its path below the folder, without a leading slash: `sst/odyssea.xml`. */
  readonly path: string;
  readonly body: string | Uint8Array;
  readonly contentType: string;
  /** When it was last changed: a date-time in UTC. */
  readonly modified: string;
};

/**
 * A web-accessible folder: files with their validators, and a page that lists each folder as Apache's mod_autoindex
 * makes it (sorting links, parent directory, sizes).
 * @param base the address of the folder's path on its server, without a trailing slash: `/cersat`
 */
export function folderServer(base: string, files: readonly FolderFile[]): Handler {
  return (question) => {
    const path = decodeURIComponent(question.path).replace(/^\//, '');
    const file = files.find((candidate) => candidate.path === path);
    if (file) return conditional(question, file.contentType, file.body, file.modified);
    if (path !== '' && !path.endsWith('/')) return redirect(base, path, files, question);
    const inside = files.filter((candidate) => candidate.path.startsWith(path));
    if (inside.length === 0) return notFound(`${base}/${path}`);
    return answer('text/html;charset=UTF-8', listing(`${base}/${path}`, path, inside, path !== ''));
  };
}

/** Apache sends a folder's address without its slash on to the one with it. */
function redirect(base: string, path: string, files: readonly FolderFile[], question: Question) {
  if (!files.some((file) => file.path.startsWith(`${path}/`))) return notFound(`${base}${question.path}`);
  return { status: 301, headers: { location: `${base}/${path}/` }, body: '' };
}

function listing(title: string, folder: string, files: readonly FolderFile[], hasParent: boolean): string {
  const entries = new Map<string, { modified: string; size: string }>();
  for (const file of files) {
    const [first = '', ...rest] = file.path.slice(folder.length).split('/');
    const name = rest.length > 0 ? `${first}/` : first;
    const size = rest.length > 0 ? '-' : kilobytes(file.body);
    const known = entries.get(name);
    if (!known || known.modified < file.modified) entries.set(name, { modified: file.modified, size });
  }
  const rows = [...entries]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, { modified, size }]) => row(name, modified, size));
  const parent = hasParent
    ? '<tr><td valign="top"><img src="/icons/back.gif" alt="[PARENTDIR]"></td><td><a href="../">Parent Directory</a></td><td>&nbsp;</td><td align="right">  - </td></tr>\n'
    : '';
  return `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">
<html>
 <head>
  <title>Index of ${escapeXml(title)}</title>
 </head>
 <body>
<h1>Index of ${escapeXml(title)}</h1>
  <table>
   <tr><th valign="top"><img src="/icons/blank.gif" alt="[ICO]"></th><th><a href="?C=N;O=D">Name</a></th><th><a href="?C=M;O=A">Last modified</a></th><th><a href="?C=S;O=A">Size</a></th></tr>
   <tr><th colspan="4"><hr></th></tr>
${parent}${rows.join('\n')}
   <tr><th colspan="4"><hr></th></tr>
</table>
<address>Apache/2.4 Server</address>
</body></html>
`;
}

function row(name: string, modified: string, size: string): string {
  const icon = name.endsWith('/') ? 'folder.gif" alt="[DIR]' : 'text.gif" alt="[TXT]';
  const date = modified.slice(0, 16).replace('T', ' ');
  return `<tr><td valign="top"><img src="/icons/${icon}"></td><td><a href="${encodeURI(name)}">${escapeXml(name)}</a></td><td align="right">${date}  </td><td align="right">${size} </td></tr>`;
}

function kilobytes(body: string | Uint8Array): string {
  const bytes = typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;
  return bytes < 1024 ? String(bytes) : `${(bytes / 1024).toFixed(1)}K`;
}
