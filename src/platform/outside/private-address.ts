import { BlockList, isIPv6 } from 'node:net';

/** Networks that are no public internet (IANA special-purpose registries, RFC 6890). */
const V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
const V6 = [
  '::/128',
  '::1/128',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
];

const special = new BlockList();
for (const it of V4) special.addSubnet(it.split('/')[0]!, Number(it.split('/')[1]), 'ipv4');
for (const it of V6) special.addSubnet(it.split('/')[0]!, Number(it.split('/')[1]), 'ipv6');

/** An address inside some network, among them IPv4 written as IPv6. */
export function isPrivateAddress(address: string): boolean {
  return special.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
