import { describe, expect, it } from 'vitest';
import { discreet, isInternal } from './index.ts';

describe('a text that anybody may read', () => {
  it.each([
    ['https://data.shom.fr/csw gave 404', 'https://data.shom.fr/csw gave 404'],
    [
      'https://user:pw@data.shom.fr/csw?token=abc gave 404',
      'https://***@data.shom.fr/csw?token=*** gave 404',
    ],
    ['http://10.1.2.3:8080/csw is down', 'http://***/csw is down'],
    ['http://localhost:4001/oai, http://[::1]/x', 'http://***/oai, http://***/x'],
    ['http://db.internal/x and http://geonetwork/srv', 'http://***/x and http://***/srv'],
    ['192.168.0.7 is not a public address', '*** is not a public address'],
    ['depth 10.0.0.5.1, version 1.2.3', 'depth 10.0.0.5.1, version 1.2.3'],
    ['8.8.8.8 answers', '8.8.8.8 answers'],
    ['localhost:4001 did not answer', '*** did not answer'],
  ])('%s', (text, expected) => {
    expect(discreet(text)).toBe(expected);
  });
  it('hides the folder that a source is', () => {
    expect(discreet('/srv/in/a.xml could not be read', '/srv/in/')).toBe('***/a.xml could not be read');
    expect(discreet('https://a.example.org/in could not be read', 'https://a.example.org/in')).toBe(
      'https://a.example.org/in could not be read',
    );
  });
  it('knows what belongs to the inside', () => {
    expect(['fd00::1', '127.0.0.1', 'printer.lan'].map(isInternal)).toEqual([true, true, true]);
    expect(['www.ifremer.fr', '2001:4860:4860::8888'].map(isInternal)).toEqual([false, false]);
  });
});
