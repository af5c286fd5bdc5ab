/** How a requirement of the INSPIRE Technical Guidance for metadata is cited: its number and its address in the guide. */
export function requirement(number: string, name: string): string {
  return `INSPIRE TG Requirement ${number} (metadata/2.0/req/${name})`;
}
