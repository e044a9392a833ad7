// A certificate for one run: browsers speak HTTP/2 over TLS only, and Node can sign but has no call that makes one.

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface Certificate {
  /** PEM */
  key: string;
  /** PEM */
  cert: string;
  /** What Chromium's `--ignore-certificate-errors-spki-list` takes: it then trusts this one and no other. */
  fingerprint: string;
}

const DAY = 86_400_000;

/** A self-signed certificate for `host`, valid from yesterday for a week: https://www.rfc-editor.org/rfc/rfc5280#section-4.1 */
export function certificateFor(host: string): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const name = sequence(set(sequence(commonName, text('Feels Fast, audit'))));
  const now = Date.now();
  const body = sequence(
    tagged(0, integer(Buffer.from([2]))), // version 3
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])), // serial number, positive
    sequence(ecdsaWithSha256),
    name,
    sequence(time(now - DAY), time(now + 7 * DAY)),
    name,
    spki,
    tagged(3, sequence(sequence(subjectAltName, octets(sequence(dnsName(host)))))),
  );
  const signature = sign('sha256', body, privateKey);
  const whole = sequence(body, sequence(ecdsaWithSha256), der(0x03, Buffer.from([0]), signature));
  const base64 = whole.toString('base64').replaceAll(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    fingerprint: createHash('sha256').update(spki).digest('base64'),
  };
}

/** A value in DER: its tag, its length in as few bytes as will do, its parts. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const bytes = length < 0x100 ? [length] : [length >> 8, length & 0xff];
  const size = length < 0x80 ? bytes : [0x80 + bytes.length, ...bytes];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const set = (...parts: Buffer[]) => der(0x31, ...parts);
const integer = (bytes: Buffer) => der(0x02, bytes);
const octets = (bytes: Buffer) => der(0x04, bytes);
const text = (value: string) => der(0x0c, Buffer.from(value));
const dnsName = (host: string) => der(0x82, Buffer.from(host));
const tagged = (number: number, value: Buffer) => der(0xa0 + number, value);
/** 2026-11-22T08:00:00.000Z → 261122080000Z */
const time = (ms: number) =>
  der(0x17, Buffer.from(`${new Date(ms).toISOString().replaceAll(/\D/g, '').slice(2, 14)}Z`));

// Object identifiers, as they are encoded.
const commonName = Buffer.from('0603550403', 'hex'); // 2.5.4.3
const subjectAltName = Buffer.from('0603551d11', 'hex'); // 2.5.29.17
const ecdsaWithSha256 = Buffer.from('06082a8648ce3d040302', 'hex'); // 1.2.840.10045.4.3.2
