/** Answers rest on what is accepted: what only less certain rules read (待核) is no answer until a person confirms it. */

/** The part of a relationship filter that leaves out what is pending. */
export const acceptedOnly = { pending: false } as const

/** Whether a figure may stand in an answer. */
export const isAccepted = ({ pending }: { readonly pending: boolean }): boolean => !pending
