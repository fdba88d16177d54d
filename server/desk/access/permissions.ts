/** What a person at the desk can be; an unknown role may do nothing of the below. */
export const roles = ['admin', 'staff'] as const
export type Role = (typeof roles)[number]

/** Who may do what not everybody at the desk may. The rail, the pages and the routes all ask this one table. */
const allowed = {
  /** Single answers as files, in whatever format. */
  'export responses': ['admin'],
  /** Looking at one response, and agreeing that it should not count. */
  'read responses': ['admin'],
  /** Names and telephone numbers residents left. */
  'see contacts': ['admin'],
  /** Inviting, changing roles, closing accounts. */
  'manage members': ['admin'],
  /** Asking residents anew: public at once. */
  'open consultations': ['admin', 'staff'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof allowed
export const permissions = Object.keys(allowed) as Permission[]

export function may(role: string, permission: Permission): boolean {
  const able: readonly string[] = allowed[permission]
  return able.includes(role)
}
