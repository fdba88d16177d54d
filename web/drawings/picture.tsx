import { pictures } from './pictures.tsx'

/** The drawing a questionnaire asks for by name. An unknown name draws nothing: the words are always there. */
export function Picture({ name }: { name: string }) {
  const drawing = pictures[name]
  if (!drawing) return null
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true">
      {drawing}
    </svg>
  )
}
