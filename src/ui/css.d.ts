/** Style sheets are taken in by the build. */
declare module '*.css';

/** The address under which the builder puts a file that is loaded by itself (a worker). */
declare module '*?url' {
  const address: string;
  export default address;
}
