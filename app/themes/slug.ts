/** The part of an address that stands for a name: `Réseau SOMLIT` is `reseau-somlit`. */
export function slugOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before}-${after}`)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
