/** Something to compare, or to compare by. */
export interface Choice {
  id: string
  label: string
}

interface ChoiceSelectProps {
  form: string
  name: string
  label: string
  chosen: string
  choices: readonly Choice[]
  /** Whether nothing may be chosen. */
  orNone?: boolean
}

export function ChoiceSelect({ form, name, label, chosen, choices, orNone }: ChoiceSelectProps) {
  const id = `${form}-${name}`
  return (
    <p>
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {orNone && <option value="">—</option>}
        {choices.map((choice) => (
          <option value={choice.id} selected={choice.id === chosen}>
            {choice.label}
          </option>
        ))}
      </select>
    </p>
  )
}
