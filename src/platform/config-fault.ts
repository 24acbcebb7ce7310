/** A variable of the environment that cannot be right, and what it wants. */
export type ConfigFault = { readonly variable: string; readonly value: string; readonly wants: string };
