/** What the web layer knows of a request: the raw Cookie header, where it came from, and whether it came encrypted. */
export type Caller = { readonly cookie: string; readonly source: string; readonly userAgent: string; readonly secure: boolean };
