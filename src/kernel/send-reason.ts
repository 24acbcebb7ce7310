/** 未发出原因: why something could not be sent to the outside, in a word of ours: never what the other side wrote, so that neither secrets nor addresses are kept with it. */
export type SendReason =
  | 'not-set-up'
  | 'no-such-host'
  | 'not-reachable'
  | 'certificate'
  | 'no-encryption'
  | 'login-refused'
  | 'address-refused'
  | 'private-address'
  | 'not-https'
  | 'moved'
  | 'too-often'
  | 'refused-there'
  | 'fault-there'
  | 'no-answer'
  | 'strange-answer'
  | 'stopped-midway';
