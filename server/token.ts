/** The ADMIN_TOKEN, compared without telling by the time it takes how much of it was right. */
import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether an Authorization header carries the token; never where there is none. */
export const carriesToken = (authorization: string | null | undefined, token: string): boolean => {
  const given = /^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? ''
  return token !== '' && timingSafeEqual(digest(given), digest(token))
}
