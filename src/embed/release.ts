/** This release, the same as in package.json: a test holds them together. A constant, since both browsers and Node read it. */
export const version = '1.0.0';

/** The address that moves with every release that breaks nothing: `/v1/…`. */
export const rolling = `v${version.split('.')[0]!}`;

/** Where each release stands: at an address that rolls on, and at one that never changes. */
export const channels: readonly string[] = [rolling, version];
