import { faces } from './faces.tsx'
import { places } from './places.tsx'
import { wishes } from './wishes.tsx'
import { worries } from './worries.tsx'

const pictures = { ...faces, ...places, ...worries, ...wishes }

/** Whether there is a drawing of this name. */
export const isDrawn = (name: string) => Object.hasOwn(pictures, name)

/** The drawing a questionnaire asks for by name. An unknown name draws nothing: the words are always there. */
export function Picture({ name }: { name: string }) {
  if (!isDrawn(name)) return null
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true">
      {pictures[name]}
    </svg>
  )
}
